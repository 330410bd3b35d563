import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { importShopDocuments } from '../../../src/assembly/import-shop-documents.ts';
import { makeDemoShop } from '../../../src/assembly/make-demo-shop.ts';
import { type OpenService, openService } from '../../../src/assembly/open-service.ts';
import { loadConfig } from '../../../src/config/config.ts';
import type { Turn } from '../../../src/domain/turn.ts';

/** Thresholds and weights may be set by `tuning`; `held-out` was written before the code was changed, and its failures were not read. */
const PARTS = ['tuning', 'held-out'] as const;
type Part = (typeof PARTS)[number];

const questionSchema = z.strictObject({
  id: z.string(),
  part: z.enum(PARTS),
  language: z.string(),
  say: z.string(),
  /** Words, any of which an answer holds; none: the documents do not state it. */
  expect: z.array(z.string()),
});
type ShopperQuestion = z.infer<typeof questionSchema>;

/** Shops by their folders: documents in one language, and in three. */
export const CHAT_SHOPS = ['fellside', 'kranich'] as const;

const FOLDER = new URL('../../cases/answer/', import.meta.url);
const NOW_MS = Date.UTC(2026, 5, 1);

/** What became of a question: quoted, told that it is not stated (or that nobody can say), or read as something else. */
type Outcome = 'quoted' | 'not-stated' | 'misread';

interface JudgedQuestion {
  readonly shop: string;
  readonly question: ShopperQuestion;
  readonly turn: Turn;
  readonly outcome: Outcome;
  readonly isRight: boolean;
}

export interface ChatQuality {
  readonly questions: number;
  /** Of those that the documents answer: quoted with the words that answer. */
  readonly answered: number;
  /** Of those that they do not: nothing quoted, no products shown. */
  readonly notStated: number;
  /** Of all: quoted, without the words that answer. */
  readonly wrong: number;
  /** Of all: products were shown. */
  readonly misread: number;
}

/** Every question is the first message of a conversation with the whole chat, over the products of the demo shop. */
export async function askChat(): Promise<JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (const shop of CHAT_SHOPS)
    judged.push(...(await withDocuments(shop, async (service) => await askAll(shop, service))));
  return judged;
}

async function askAll(shop: (typeof CHAT_SHOPS)[number], service: OpenService): Promise<JudgedQuestion[]> {
  const { signal } = new AbortController();
  const judged: JudgedQuestion[] = [];
  for (const question of await readQuestions(shop)) {
    const { conversationId, token } = await service.chat.start({ locale: question.language });
    const turn = await service.chat.handle({ conversationId, token, text: question.say }, { signal });
    const outcome = outcomeOf(turn);
    const isRight =
      question.expect.length === 0
        ? outcome === 'not-stated'
        : outcome === 'quoted' && question.expect.some((words) => turn.text.includes(words));
    judged.push({ shop, question, turn, outcome, isRight });
  }
  return judged;
}

function outcomeOf({ sources, products }: Turn): Outcome {
  if (sources !== undefined) return 'quoted';
  return products.length === 0 ? 'not-stated' : 'misread';
}

/** By part, and by part and language. */
export function chatQualities(judged: readonly JudgedQuestion[]): Readonly<Record<string, ChatQuality>> {
  const groups = Map.groupBy(
    judged.flatMap((each) => [
      { name: each.question.part, each },
      { name: `${each.question.part} ${each.question.language}`, each },
    ]),
    ({ name }) => name,
  );
  return Object.fromEntries(
    [...groups].sort().map(([name, own]) => [name, qualityOf(own.map(({ each }) => each))]),
  );
}

function qualityOf(judged: readonly JudgedQuestion[]): ChatQuality {
  const share = (all: readonly JudgedQuestion[], holds: (each: JudgedQuestion) => boolean) =>
    all.filter(holds).length / Math.max(1, all.length);
  const isAnswerable = ({ question }: JudgedQuestion) => question.expect.length > 0;
  return {
    questions: judged.length,
    answered: share(judged.filter(isAnswerable), ({ isRight }) => isRight),
    notStated: share(
      judged.filter((each) => !isAnswerable(each)),
      ({ isRight }) => isRight,
    ),
    wrong: share(judged, ({ outcome, isRight }) => outcome === 'quoted' && !isRight),
    misread: share(judged, ({ outcome }) => outcome === 'misread'),
  };
}

/** Those of one part, as they are listed. */
export const chatFailures = (judged: readonly JudgedQuestion[], part: Part) =>
  judged
    .filter(({ isRight, question }) => !isRight && question.part === part)
    .map(({ shop, question, turn, outcome }) => ({
      id: `${shop} ${question.id} ${part}`,
      say: question.say,
      expected: question.expect.join(' | ') || 'not stated',
      got: `${outcome} [${turn.commands.map(({ type }) => type).join()}] ${turn.text.slice(0, 300)}`,
    }));

/** All questions to a shop. */
export async function readQuestions(shop: (typeof CHAT_SHOPS)[number]): Promise<ShopperQuestion[]> {
  const text = await readFile(new URL(`${shop}/questions.jsonl`, FOLDER), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)));
}

/** The demo shop with the documents of another, for as long as `use` takes; nothing of it is left afterwards. */
async function withDocuments<T>(shop: string, use: (service: OpenService) => Promise<T>): Promise<T> {
  const { signal } = new AbortController();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-answer-'));
  const clock = () => NOW_MS;
  const note = () => {};
  const settings = loadConfig({ FLOORWALKER_EXPLORATION: 'off' });
  try {
    const database = await openSqliteDatabase({ directory });
    try {
      await makeDemoShop({ database, clock, note, signal });
      const path = fileURLToPath(new URL(`${shop}/documents`, FOLDER));
      await importShopDocuments({ database, path, settings, force: false, nowMs: NOW_MS, signal });
    } finally {
      await database.close();
    }
    const service = await openService({ settings, directory, clock, note, signal });
    try {
      return await use(service);
    } finally {
      await service.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
