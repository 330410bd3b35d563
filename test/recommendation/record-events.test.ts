import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/ports/database.ts';
import { recordEvents } from '../../src/recommendation/record-events.ts';
import { NOW_MS, openShop, viewed } from './open-shop.ts';

const record = (database: Database, batch: readonly unknown[], caller = {}) =>
  recordEvents({
    database,
    batch,
    caller,
    isKnownProduct: async (id) => id.startsWith('p'),
    clock: () => NOW_MS,
  });

const storedRows = (database: Database) =>
  database.query
    .selectFrom('interactions')
    .select(['interactionId', 'productId', 'shopperId'])
    .orderBy('interactionId')
    .execute();

describe('recordEvents', () => {
  it('rejects bad events by their index and keeps their neighbours', async () => {
    const database = await openShop([]);
    const receipt = await record(database, [
      viewed('p1'),
      { type: 'nonsense' },
      viewed('unknown'),
      viewed('p2'),
    ]);

    expect(receipt.accepted).toBe(2);
    expect(receipt.rejected.map(({ index }) => index)).toEqual([1, 2]);
    expect(receipt.interactions.map(({ productId }) => productId)).toEqual(['p1', 'p2']);
    expect(await storedRows(database)).toHaveLength(2);
  });

  it('accepts the same event again and counts it once', async () => {
    const database = await openShop([]);
    const event = viewed('p1', { messageId: 'm1' });
    const first = await record(database, [event, event]);
    const second = await record(database, [event]);

    expect([first.accepted, first.interactions.length]).toEqual([2, 1]);
    expect([second.accepted, second.interactions.length]).toEqual([1, 0]);
    expect(await storedRows(database)).toHaveLength(1);
  });

  it('stores the same whatever the order and the repetitions', async () => {
    const events = ['p1', 'p2', 'p3', 'p4'].map((id) => viewed(id, { messageId: id }));
    const expected = await openShop([]);
    await record(expected, events);
    const rows = await storedRows(expected);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(events, { minLength: 4 }),
        fc.subarray(events),
        async (shuffled, again) => {
          const database = await openShop([]);
          await record(database, shuffled);
          await record(database, again);
          expect(await storedRows(database)).toEqual(rows);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps the known products of an order and notes the others', async () => {
    const database = await openShop([]);
    const products = [{ product_id: 'p1' }, { product_id: 'unknown' }, { product_id: 'old', sku: 'p2' }];
    const receipt = await record(database, [
      viewed('', { event: 'Order Completed', properties: { products } }),
    ]);

    expect(receipt.interactions.map(({ productId }) => productId)).toEqual(['p1', 'p2']);
    expect(receipt.adjusted).toMatchObject([{ index: 0 }]);
  });

  it('stores nobody with an event that came without consent', async () => {
    const database = await openShop([]);
    await record(database, [viewed('p1', { context: {} })]);
    expect(await storedRows(database)).toMatchObject([{ productId: 'p1', shopperId: null }]);
  });

  it('accepts an empty batch', async () => {
    const receipt = await record(await openShop([]), []);
    expect(receipt).toMatchObject({ accepted: 0, rejected: [], adjusted: [], interactions: [] });
  });
});
