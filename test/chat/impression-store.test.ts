import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createImpressionLog, type ServedList } from '../../src/chat/impression-store.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { SCRIPTED_PRODUCTS } from '../support/scripted-products.ts';
import { NOW_MS } from '../support/small-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function openLog(keptDays = 90) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  let nowMs = NOW_MS;
  let isFailing = false;
  const log = createImpressionLog({
    database: {
      ...database,
      async transaction(work) {
        if (isFailing) throw new AssistantError('DATABASE_FAILED', 'The disk is full');
        return await database.transaction(work);
      },
    },
    clock: () => nowMs,
    keptDays,
    note: () => {},
  });
  const rows = () =>
    database.query.selectFrom('impressions').selectAll().orderBy('messageId').orderBy('position').execute();
  return {
    log,
    rows,
    later: (days: number) => {
      nowMs += days * 86_400_000;
    },
    fail: (fails: boolean) => {
      isFailing = fails;
    },
  };
}

const served = (listId: string, changes: Partial<ServedList> = {}): ServedList => ({
  listId,
  surface: 'search',
  making: { rankingVersion: 'catalogue:1', propensity: 0.5 },
  shownAtMs: NOW_MS,
  products: SCRIPTED_PRODUCTS.slice(0, 2).map((product) => ({
    ...product,
    score: 1.5,
    parts: [{ signal: 'terms', weight: 3, value: 0.5, contribution: 1.5 }],
  })),
  ...changes,
});

it('writes every product of a list with its place, and the parts that training will read', async () => {
  const { log, rows } = await openLog();
  log.add(served('l1', { firstPosition: 21 }));
  log.add(served('l1', { firstPosition: 21 }));
  await log.flush();
  expect(await rows()).toMatchObject([
    {
      messageId: 'l1',
      position: 21,
      surface: 'search',
      conversationId: '',
      shopperId: null,
      propensity: 0.5,
    },
    {
      messageId: 'l1',
      position: 22,
      features: expect.stringContaining('"terms":0.5'),
      score: 1.5,
      strategy: null,
    },
  ]);
});

it('has written everything when it is closed', async () => {
  const { log, rows } = await openLog();
  log.add(served('l1'));
  await log.close();
  expect(await rows()).toHaveLength(2);
});

it('keeps what the database did not take for the next time', async () => {
  const { log, rows, fail } = await openLog();
  log.add(served('l1'));
  fail(true);
  await expect(log.flush()).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
  fail(false);
  log.add(served('l2'));
  await log.close();
  expect((await rows()).map(({ messageId }) => messageId)).toEqual(['l1', 'l1', 'l2', 'l2']);
});

it('deletes what is older than is kept, and nothing else', async () => {
  const { log, rows, later } = await openLog(30);
  const many = Array.from({ length: 3_000 }, (_, index) => served(`old-${index}`));
  for (const list of many) log.add(list);
  later(20);
  log.add(served('young', { shownAtMs: NOW_MS + 20 * 86_400_000 }));
  await log.flush();
  expect(await log.prune()).toBe(0);
  later(11);
  expect(await log.prune()).toBe(6_000);
  expect((await rows()).map(({ messageId }) => messageId)).toEqual(['young', 'young']);
});
