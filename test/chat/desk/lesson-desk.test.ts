import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { type LessonDesk, openLessonDesk } from '../../../src/chat/desk/lesson-desk.ts';
import { createRankingBook, type RankingBook } from '../../../src/chat/ranking-book.ts';
import { createCorrectionBook } from '../../../src/desk/correction-book.ts';
import { createAuditLog } from '../../../src/desk/identity/audit-log.ts';
import { scopeName } from '../../../src/ranking/lessons/lesson-book.ts';
import { createLessonStore } from '../../../src/ranking/lessons/lesson-store.ts';
import { teachRanking } from '../../../src/ranking/lessons/teach-ranking.ts';
import type { Teaching } from '../../../src/ranking/lessons/teaching.ts';
import { NO_RULES } from '../../../src/ranking/rules/rule-book.ts';
import { createSellerLedger } from '../../../src/ranking/seller-ledger.ts';
import { SHIPPED_WEIGHTS } from '../../../src/ranking/weight-table.ts';
import { many, PRODUCTS, puts } from '../../ranking/lessons/corrections.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const LEAD = { agentId: 'lead', firstName: 'Lea' };
const NAMING_SHOP = {
  store: { products: async () => new Map() },
  vocabulary: { labelOf: (_: string, value: string) => value.toUpperCase() },
  markets: [],
};

/** A database with corrections, and as many desks as are opened on it. */
async function openShop(teachings: readonly Teaching[]) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const corrections = createCorrectionBook(database);
  const write = (more: readonly Teaching[]) =>
    database.transaction(async (query) => {
      for (const each of more)
        await corrections.write(query, {
          ...each,
          ...{ conversationId: 'c', messageId: 'm', at: new Date(0).toISOString(), wants: 'a lamp' },
        });
    });
  await write(teachings);
  const learned: number[] = [];
  const audit = createAuditLog(database);
  const open = async (): Promise<{ readonly desk: LessonDesk; readonly ranking: RankingBook }> => {
    const ranking = createRankingBook({
      ...{ weights: SHIPPED_WEIGHTS, sellers: createSellerLedger(), rules: NO_RULES },
    });
    const desk = await openLessonDesk({
      ...{ database, corrections, audit, ranking },
      store: createLessonStore(database),
      shop: () => NAMING_SHOP,
      learnAll: async (without) => {
        const all = await corrections.all();
        learned.push(all.length);
        const counting = all.filter(({ correctionId }) => correctionId !== without);
        return await teachRanking(database, counting);
      },
      clock: () => 5,
      note: () => {},
    });
    onTestFinished(() => desk.close());
    return { desk, ranking };
  };
  return { database, open, write, learned, audit };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await wait(20);
}

it('learns at its opening what was left to be learned, and nothing again at the next', async () => {
  const { open, learned } = await openShop(many(20, puts('p5', 0)));
  const { desk, ranking } = await open();
  expect((await desk.read()).isLearning).toBe(true);
  await until(() => ranking.current().lessons !== undefined);
  expect(ranking.current().lessons?.of(['lamps']).added.get('p5')).toBeGreaterThan(0);
  expect(learned).toEqual([20]);
  await open();
  await wait(1_200);
  expect(learned).toEqual([20]);
});

it('learns many corrections at once, and those that come meanwhile once more', async () => {
  const { open, write, learned } = await openShop([]);
  const { desk, ranking } = await open();
  await write(many(20, puts('p5', 0)));
  for (let times = 0; times < 20; times += 1) desk.heed();
  await until(() => ranking.current().lessons !== undefined);
  expect(learned).toEqual([20]);
  await Promise.all(Array.from({ length: 10 }, () => desk.learn()));
  expect(learned.length).toBeLessThanOrEqual(3);
});

it('tells what was taught, with lists of the log before and after', async () => {
  const { open, database } = await openShop(many(50, puts('p5', 0)));
  await database.transaction(async (query) => {
    for (const [place, productId] of PRODUCTS.slice(0, 8).entries())
      await query
        .insertInto('impressions')
        .values({
          ...{ messageId: 'shown', position: place + 1, conversationId: '', shopperId: null, productId },
          ...{ propensity: 1, rankingVersion: 'v', strategy: null, shownAtMs: 7, score: 0.7 - place / 100 },
          scope: scopeName(['lamps']),
        })
        .execute();
  });
  const { desk } = await open();
  await desk.learn();
  const { lessons, ...overview } = await desk.read('en');
  expect(overview).toEqual({
    ...{ version: expect.stringMatching(/./), learnedAt: '1970-01-01T00:00:00.005Z' },
    ...{ corrections: 50, isLearning: false, bounds: { byOne: 0.15, byAll: 0.3 } },
  });
  expect(lessons).toHaveLength(1);
  expect(lessons[0]).toMatchObject({
    ...{ product: { id: 'p5', title: 'p5' }, scope: [{ id: 'lamps', title: 'LAMPS' }], state: 'adopted' },
    ...{ agents: 1, taughtBy: ['anna'], corrections: 50, clicks: { lists: 0 } },
    reach: { lists: 1, changed: 1 },
  });
  const [example] = lessons[0]?.examples ?? [];
  expect(example?.before.map(({ id }) => id)).toEqual(PRODUCTS.slice(0, 8));
  expect(example?.after.map(({ id }) => id).slice(0, 2)).toEqual(['p5', 'p0']);
});

it('says beforehand what lists would be without a correction, and keeps nothing of it', async () => {
  const { open } = await openShop(many(13, puts('p5', 0)));
  const { desk, ranking } = await open();
  await desk.learn();
  const { version } = await desk.read();
  const [first = ''] = (await desk.corrections({})).corrections.map(({ correctionId }) => correctionId);
  const { changes } = await desk.effectOfUndo(first, 'en');
  expect(changes).toMatchObject([{ product: { id: 'p5' }, scope: [{ id: 'lamps', title: 'LAMPS' }] }]);
  const [{ added, addedThen } = { added: 0, addedThen: 0 }] = changes;
  expect(addedThen).toBeLessThan(added);
  const kept = await desk.read();
  expect([kept.version, kept.corrections]).toEqual([version, 13]);
  await desk.undo(first, LEAD);
  expect(ranking.current().lessons?.of(['lamps']).added.get('p5') ?? 0).toBe(addedThen);
  expect(await desk.effectOfUndo(first)).toEqual({ changes: [] });
  await expect(desk.effectOfUndo('nobody-made-it')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('forgets a correction that is undone as if it had never been made, and says who did it', async () => {
  const { open, audit } = await openShop(many(13, puts('p5', 0)));
  const { desk, ranking } = await open();
  await desk.learn();
  expect(ranking.current().lessons?.size).toBe(1);
  const {
    corrections: [first],
  } = await desk.corrections({ limit: 1 });
  for (const { correctionId } of (await desk.corrections({})).corrections.slice(0, 3))
    await desk.undo(correctionId, LEAD);
  expect(ranking.current().lessons?.version).toBe('');
  expect(ranking.current().lessons?.of(['lamps']).added.size).toBe(0);
  const {
    corrections: [undone],
  } = await desk.corrections({ limit: 1 });
  expect(undone).toEqual({ ...first, undone: { by: LEAD, at: '1970-01-01T00:00:00.005Z' } });
  expect((await audit.read(0, 10)).map(({ actor, action }) => [actor, action])).toEqual(
    Array.from({ length: 3 }, () => ['lead', 'lesson.undo']),
  );
  await expect(desk.undo('nobody-made-it', LEAD)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
