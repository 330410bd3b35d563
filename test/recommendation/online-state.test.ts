import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Interaction } from '../../src/domain/interaction.ts';
import type { Database } from '../../src/ports/database.ts';
import { loadHistory } from '../../src/recommendation/history.ts';
import { INTERACTION_TYPES } from '../../src/recommendation/interaction-weights.ts';
import { createOnlineState } from '../../src/recommendation/online-state.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { DAY_MS, NOW_MS, openShop } from './open-shop.ts';

const ROOMY = { shoppers: 100, bytes: 1e9 };

const action = (shopperId: string, productId: string, changes: Partial<Interaction> = {}): Interaction => ({
  interactionId: `${shopperId} ${productId} ${JSON.stringify(changes)}`,
  type: 'view',
  productId,
  shopperId,
  occurredAtMs: NOW_MS,
  receivedAtMs: NOW_MS,
  ...changes,
});

const anyAction = fc
  .record({
    shopper: fc.constantFrom('ann', 'bob'),
    productId: fc.constantFrom('a', 'b', 'c', 'd'),
    type: fc.constantFrom(...INTERACTION_TYPES),
    // Few times, so that many are the same.
    days: fc.integer({ min: 0, max: 5 }),
    id: fc.uuid(),
  })
  .map(({ shopper, productId, type, days, id }) =>
    action(shopper, productId, { type, occurredAtMs: NOW_MS - days * DAY_MS, interactionId: id }),
  );

it('gives what a reload from the store gives, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyAction, { maxLength: 8 }), { maxLength: 8 }),
      fc.constantFrom(ROOMY, { shoppers: 1, bytes: 1e9 }, { shoppers: 9, bytes: 700 }),
      async (batches, limits) => {
        const database = await openShop([]);
        const online = createOnlineState({ database, ...limits });
        for (const batch of batches) {
          online.observe(await storeInteractions(database, batch));
          for (const shopper of ['ann', 'bob'])
            expect(await online.history(shopper, 3)).toEqual(await loadHistory(database, shopper, 3));
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('equals the store for a shopper with more actions than are kept', async () => {
  const database = await openShop([]);
  const online = createOnlineState({ database, ...ROOMY });
  await online.history('ann', 1);
  const times = Array.from({ length: 1_300 }, (_, index) => (index * 7_919) % 1_301);
  for (let from = 0; from < times.length; from += 100) {
    const batch = times
      .slice(from, from + 100)
      .map((time) => action('ann', `p${time % 40}`, { occurredAtMs: NOW_MS - time * 60_000 }));
    online.observe(await storeInteractions(database, batch));
  }
  expect(await online.history('ann', 100)).toEqual(await loadHistory(database, 'ann', 100));
});

it('asks the store once for a shopper, and not at all for what happens afterwards', async () => {
  const database = await openShop([]);
  let reads = 0;
  const watched: Pick<Database, 'query'> = {
    get query() {
      reads += 1;
      return database.query;
    },
  };
  const online = createOnlineState({ database: watched, ...ROOMY });
  await online.history('ann', 10);
  online.observe(await storeInteractions(database, [action('ann', 'a')]));
  expect(await online.history('ann', 10)).toMatchObject([{ productId: 'a', weight: 1 }]);
  expect(reads).toBe(1);
});

it('holds no more shoppers and bytes than allowed; who was quiet for the longest goes', async () => {
  const database = await openShop([]);
  const few = createOnlineState({ database, shoppers: 3, bytes: 1e9 });
  for (let shopper = 0; shopper < 10; shopper += 1) await few.history(`s${shopper}`, 1);
  expect(few.size().shoppers).toBe(3);
  const small = createOnlineState({ database, shoppers: 1_000, bytes: 5_000 });
  for (let shopper = 0; shopper < 100; shopper += 1) await small.history(`s${shopper}`, 1);
  expect(small.size().bytes).toBeLessThanOrEqual(5_000);
  expect(small.size().shoppers).toBeGreaterThan(1);
});

it('knows nothing of a shopper who is forgotten while being read', async () => {
  const database = await openShop([]);
  await storeInteractions(database, [action('ann', 'a')]);
  const online = createOnlineState({ database, ...ROOMY });
  const reading = online.history('ann', 10);
  await database.transaction(async (query) => {
    await query.deleteFrom('interactions').execute();
  });
  online.forget('ann');
  await reading;
  expect(await online.history('ann', 10)).toEqual([]);
});
