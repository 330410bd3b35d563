import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { openDocumentSource } from '../../../connectors/document-source/open-document-source.ts';
import { fillLibrary } from '../../../src/assembly/open-library.ts';
import type { DocumentQuote } from '../../../src/domain/policy-step.ts';
import { acceptDocument } from '../../../src/knowledge/accept-document.ts';
import type { ShopDocument } from '../../../src/knowledge/shop-document.ts';
import type { WeighedQuestion } from '../../../src/knowledge/weigh-passages.ts';
import type { LibraryQuestion, WeighedAnswer } from '../../../src/knowledge/weighed-answer.ts';
import { CHAT_SHOPS, readQuestions } from './chat-questions.ts';

/** `blind` was written before what it measures was improved, `untouched` was never looked at while that went on. */
const PARTS = ['development', 'held-out', 'blind', 'untouched'] as const;

const caseSchema = z.strictObject({
  id: z.string(),
  part: z.enum(PARTS),
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
/** Invented shops, by their folders, with the product that a data sheet is bound to. */
const SHOPS: Readonly<Record<string, string>> = {
  larkmoor: 'oslo-shed',
  'volt-leaf': 'helia-lamp',
  'kettle-spoke': '',
};

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

/** What a question may be answered with, for learning from. */
export interface WeighedPolicyCase extends WeighedQuestion {
  readonly shop: string;
  readonly isAnswerable: boolean;
  /** It gives one of the expected answers. */
  readonly isRight: (answer: WeighedAnswer) => boolean;
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

/** Questions in eight languages to the documents of invented shops. */
export async function runPolicyCases(): Promise<PolicyResult> {
  const signal = new AbortController().signal;
  const judged: Judged[] = [];
  for (const shop of Object.keys(SHOPS)) judged.push(...(await judgeShop(shop, signal)));
  const qualityOf = (part: PolicyCase['part']): PolicyQuality => {
    const own = judged.filter((each) => each.part === part);
    const share = (all: readonly Judged[], holds: (each: Judged) => boolean) =>
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
    byPart: {
      development: qualityOf('development'),
      'held-out': qualityOf('held-out'),
      blind: qualityOf('blind'),
      untouched: qualityOf('untouched'),
    },
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

/** What weights may be learned from: every case but the untouched ones, of the shops asked through the chat those to tune by, with all that its library would choose from. */
export async function weighPolicyCases(): Promise<WeighedPolicyCase[]> {
  const signal = new AbortController().signal;
  const weighed: WeighedPolicyCase[] = [];
  for (const shop of [...Object.keys(SHOPS), ...CHAT_SHOPS]) {
    const library = await fillLibrary(await readDocuments(shop, signal), signal);
    const cases = isChatShop(shop) ? await readQuestions(shop) : await readCases(shop);
    for (const each of cases.filter(({ part }) => isLearnedFrom(shop, part))) {
      weighed.push({
        ...(await library.weigh(toQuestion(each), signal)),
        shop,
        isAnswerable: each.expect.length > 0,
        isRight: ({ quote }) => each.expect.some((words) => quote.text.includes(words)),
      });
    }
  }
  return weighed;
}

const isChatShop = (shop: string): shop is (typeof CHAT_SHOPS)[number] =>
  CHAT_SHOPS.some((each) => each === shop);

const isLearnedFrom = (shop: string, part: string): boolean =>
  isChatShop(shop) ? part === 'tuning' : part !== 'untouched';

const toQuestion = ({
  say,
  language,
  topic,
  product,
}: Pick<PolicyCase, 'say' | 'language' | 'product'> & { readonly topic?: string }): LibraryQuestion => ({
  question: say,
  language,
  market: MARKET,
  productId: product,
  ...(topic === undefined ? {} : { subject: topic }),
});

interface Judged {
  readonly part: PolicyCase['part'];
  readonly quotes: readonly DocumentQuote[];
  readonly each: PolicyCase;
  readonly isRight: boolean;
}

async function judgeShop(shop: string, signal: AbortSignal): Promise<Judged[]> {
  const library = await fillLibrary(await readDocuments(shop, signal), signal);
  const judged: Judged[] = [];
  for (const each of await readCases(shop)) {
    const quotes = await library.ask(toQuestion(each), signal);
    judged.push({ part: each.part, quotes, each, isRight: isRight(each, quotes) });
  }
  return judged;
}

async function readCases(shop: string): Promise<PolicyCase[]> {
  const text = await readFile(new URL(`${shop}/policies.jsonl`, FOLDER), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => caseSchema.parse(JSON.parse(line)));
}

function isRight({ expect, conflict = false }: PolicyCase, quotes: readonly DocumentQuote[]): boolean {
  return (
    quotes.length === (expect.length === 0 ? 0 : conflict ? 2 : 1) &&
    quotes.every(({ text }, at) => text.includes(expect[at] ?? ''))
  );
}

async function readDocuments(shop: string, signal: AbortSignal): Promise<ShopDocument[]> {
  const source = await openDocumentSource(fileURLToPath(new URL(`${shop}/documents`, FOLDER)), {
    maxBytes: 1_000_000,
    maxDocuments: 100,
  });
  const documents: ShopDocument[] = [];
  for await (const reading of source.read(signal)) {
    if (reading.kind !== 'document') continue;
    const accepted = acceptDocument(reading.document, {
      usualLanguage: 'en',
      isProduct: (id) => id === SHOPS[shop],
      nowMs: NOW_MS,
    });
    if (accepted.kind === 'accepted') documents.push(accepted.document);
  }
  return documents;
}
