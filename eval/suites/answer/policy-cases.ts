import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { openDocumentSource } from '../../../connectors/document-source/open-document-source.ts';
import { fillLibrary } from '../../../src/assembly/open-library.ts';
import type { DocumentQuote } from '../../../src/domain/policy-step.ts';
import { acceptDocument } from '../../../src/knowledge/accept-document.ts';
import type { ShopDocument } from '../../../src/knowledge/shop-document.ts';

const caseSchema = z.strictObject({
  id: z.string(),
  part: z.enum(['development', 'held-out']),
  language: z.string(),
  say: z.string(),
  /** As the parser would understand it. */
  topic: z.string(),
  /** Of each quotation some words; none: the documents do not state it. */
  expect: z.array(z.string()),
  /** Both are quoted, the newer first. */
  conflict: z.boolean().optional(),
  product: z.string().optional(),
});
type PolicyCase = z.infer<typeof caseSchema>;

const FOLDER = new URL('../../cases/answer/', import.meta.url);
const NOW_MS = Date.UTC(2026, 5, 1);
const MARKET = 'IE';
/** The one that a data sheet is bound to. */
const PRODUCT = 'oslo-shed';

export interface PolicyQuality {
  readonly questions: number;
  /** Of all: the right passage, or rightly "not stated". */
  readonly right: number;
  /** Of those that the documents answer. */
  readonly answered: number;
  /** Of those that they do not. */
  readonly notStated: number;
  /** Of all: an answer from a passage that does not give it. */
  readonly wrong: number;
}

export interface PolicyFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

export interface PolicyResult {
  readonly byPart: Readonly<Record<PolicyCase['part'], PolicyQuality>>;
  readonly failures: readonly PolicyFailure[];
}

/** Questions in eight languages to the documents of an invented shop, in three. */
export async function runPolicyCases(): Promise<PolicyResult> {
  const lines = (await readFile(new URL('policies.jsonl', FOLDER), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const cases = lines.map((line) => caseSchema.parse(JSON.parse(line)));
  const signal = new AbortController().signal;
  const library = await fillLibrary(await readDocuments(signal), signal);
  const judged: {
    part: PolicyCase['part'];
    quotes: readonly DocumentQuote[];
    each: PolicyCase;
    isRight: boolean;
  }[] = [];
  for (const each of cases) {
    const { say: question, language, topic: subject, product: productId } = each;
    const quotes = await library.ask({ question, language, subject, market: MARKET, productId }, signal);
    judged.push({ part: each.part, quotes, each, isRight: isRight(each, quotes) });
  }
  const qualityOf = (part: PolicyCase['part']): PolicyQuality => {
    const own = judged.filter((each) => each.part === part);
    const share = (all: typeof judged, holds: (each: (typeof judged)[number]) => boolean) =>
      all.filter(holds).length / Math.max(1, all.length);
    const [stated, unstated] = [true, false].map((is) =>
      own.filter(({ each }) => each.expect.length > 0 === is),
    );
    return {
      questions: own.length,
      right: share(own, (each) => each.isRight),
      answered: share(stated ?? [], (each) => each.isRight),
      notStated: share(unstated ?? [], (each) => each.isRight),
      wrong: share(own, (each) => !each.isRight && each.quotes.length > 0),
    };
  };
  return {
    byPart: { development: qualityOf('development'), 'held-out': qualityOf('held-out') },
    failures: judged
      .filter((each) => !each.isRight)
      .map(({ each, quotes }) => ({
        id: `${each.id} ${each.part}`,
        say: each.say,
        expected: each.expect.join(' | ') || 'not stated',
        got: quotes.map(({ documentId, text }) => `${documentId}: ${text}`).join(' | ') || 'not stated',
      })),
  };
}

function isRight({ expect, conflict = false }: PolicyCase, quotes: readonly DocumentQuote[]): boolean {
  return (
    quotes.length === (expect.length === 0 ? 0 : conflict ? 2 : 1) &&
    quotes.every(({ text }, at) => text.includes(expect[at] ?? ''))
  );
}

export async function readDocuments(signal: AbortSignal): Promise<ShopDocument[]> {
  const source = await openDocumentSource(fileURLToPath(new URL('documents', FOLDER)), {
    maxBytes: 1_000_000,
    maxDocuments: 100,
  });
  const documents: ShopDocument[] = [];
  for await (const reading of source.read(signal)) {
    if (reading.kind !== 'document') continue;
    const accepted = acceptDocument(reading.document, {
      usualLanguage: 'en',
      isProduct: (id) => id === PRODUCT,
      nowMs: NOW_MS,
    });
    if (accepted.kind === 'accepted') documents.push(accepted.document);
  }
  return documents;
}
