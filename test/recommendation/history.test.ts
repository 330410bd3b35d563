import { expect, it } from 'vitest';
import { loadHistory } from '../../src/recommendation/history.ts';
import { recordEvents } from '../../src/recommendation/record-events.ts';
import { DAY_MS, NOW_MS, openShop, viewed } from './open-shop.ts';

it('holds what this shopper dealt with, heaviest first', async () => {
  const database = await openShop([]);
  const daysAgo = (days: number) => ({ timestamp: new Date(NOW_MS - days * DAY_MS).toISOString() });
  await recordEvents({
    database,
    batch: [
      viewed('seen', daysAgo(0)),
      viewed('carted', { ...daysAgo(30), event: 'Product Added' }),
      viewed('left', { ...daysAgo(0), event: 'Product Removed' }),
      viewed('other', { userId: 'bob' }),
      viewed('anonymous', { context: {} }),
    ],
    caller: {},
    identified: true,
    isKnownProduct: () => true,
    clock: () => NOW_MS,
  });

  expect(await loadHistory(database, 'customer:ann', 10)).toMatchObject([
    { productId: 'carted', weight: 1.5 },
    { productId: 'seen', weight: 1 },
  ]);
  expect(await loadHistory(database, 'customer:ann', 1)).toHaveLength(1);
  expect(await loadHistory(database, 'customer:nobody', 10)).toEqual([]);
});
