import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { scopeName } from '../../../src/ranking/lessons/lesson-book.ts';
import { teachRanking } from '../../../src/ranking/lessons/teach-ranking.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { many, PRODUCTS, puts } from './corrections.ts';

const LISTS = 40;

/** A log of lists of one scope, of which shoppers chose one product each time; lessons had lifted `p5` in them. */
async function openLog(chosen: string, scope: readonly string[]) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  await database.transaction(async (write) => {
    for (let list = 0; list < LISTS; list += 1) {
      const messageId = `m${list}`;
      for (const [place, productId] of PRODUCTS.slice(0, 8).entries())
        await write
          .insertInto('impressions')
          .values({
            ...{ messageId, position: place + 1, conversationId: '', shopperId: null, productId },
            ...{ propensity: 1, rankingVersion: 'v', strategy: null, shownAtMs: list },
            score: 0.7 - place / 1_000 + (productId === 'p5' ? 0.1 : 0),
            features: JSON.stringify(productId === 'p5' ? { lessons: 0.1 } : {}),
            scope: scopeName(scope),
          })
          .execute();
      await write
        .insertInto('interactions')
        .values({
          ...{ interactionId: `i${list}`, type: 'click', productId: chosen, quantity: 1, listId: messageId },
          ...{ shopperId: null, sessionId: null, market: null, occurredAtMs: list, receivedAtMs: list },
        })
        .execute();
    }
  });
  return database;
}

const lifting = many(50, puts('p5', 0));

it('adopts what shoppers choose, told by the order without earlier lessons', async () => {
  const { lessons, corrections } = await teachRanking(await openLog('p5', ['lamps']), lifting);
  expect(corrections).toBe(50);
  expect(lessons).toMatchObject([{ productId: 'p5', state: 'adopted', clicks: { lists: LISTS } }]);
  expect(lessons[0]?.clicks.difference?.low).toBeGreaterThan(0);
});

it('rejects what shoppers surely choose worse with, and says by how much', async () => {
  const { lessons } = await teachRanking(await openLog('p0', ['lamps']), lifting);
  expect(lessons).toMatchObject([{ productId: 'p5', state: 'rejected', clicks: { lists: LISTS } }]);
  expect(lessons[0]?.clicks.difference?.high).toBeLessThan(0);
});

it('asks shoppers of the same kind of thing only', async () => {
  const { lessons } = await teachRanking(await openLog('p0', ['rugs']), lifting);
  expect(lessons).toMatchObject([{ state: 'adopted', clicks: { lists: 0 } }]);
});

it('waits with what could be chance', async () => {
  const { lessons } = await teachRanking(await openLog('p0', ['lamps']), many(8, puts('p5', 0)));
  expect(lessons).toMatchObject([{ productId: 'p5', state: 'waiting', added: 0, corrections: 8 }]);
});

it('has the same basis for the same corrections in any order', async () => {
  const database = await openLog('p5', ['lamps']);
  const { basis } = await teachRanking(database, lifting);
  expect((await teachRanking(database, lifting.toReversed())).basis).toBe(basis);
  expect((await teachRanking(database, lifting.slice(1))).basis).not.toBe(basis);
});
