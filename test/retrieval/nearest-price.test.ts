import { expect, it } from 'vitest';
import type { Constraint } from '../../src/domain/need.ts';
import { widerPrices } from '../../src/retrieval/nearest-price.ts';
import { indexOf, limit, product, toFilters } from '../support/small-shop.ts';

const { signal } = new AbortController();
const index = await indexOf(
  [12, 20, 28, 33, 41, 47, 52, 68, 95].map((price, number) =>
    product({
      id: `p${number}`,
      title: 'Plain scarf',
      priceMinor: price * 100,
      material: number % 2 === 0 ? 'wool' : 'silk',
    }),
  ),
);
const moved = (...constraints: Constraint[]) =>
  widerPrices(
    index,
    toFilters,
    { need: { query: '', constraints }, market: 'US', currency: 'USD', always: [] },
    signal,
  );

it('moves a ceiling up to a round amount that takes in the next offers', async () => {
  expect(await moved(limit('price', 'lt', 2_000))).toEqual([{ operator: 'lte', value: 5_500 }]);
  expect(await moved(limit('price', 'lte', 6_800))).toEqual([{ operator: 'lte', value: 9_500 }]);
});

it('moves a floor down, and each end of a range by itself', async () => {
  expect(await moved(limit('price', 'gte', 9_000))).toEqual([{ operator: 'gte', value: 2_500 }]);
  expect(await moved(limit('price', 'gte', 3_000), limit('price', 'lte', 4_000))).toEqual(
    expect.arrayContaining([
      { operator: 'gte', value: 1_000 },
      { operator: 'lte', value: 9_500 },
    ]),
  );
});

it('keeps the other limits, and moves nothing where nothing lies beyond', async () => {
  expect(await moved(limit('material', 'eq', 'silk'), limit('price', 'lt', 4_000))).toEqual([
    { operator: 'lte', value: 7_000 },
  ]);
  expect(await moved(limit('price', 'lte', 9_500))).toEqual([]);
  expect(await moved(limit('price', 'lt', 2_000, { words: '' }))).toEqual([]);
  expect(await moved(limit('material', 'eq', 'silk'))).toEqual([]);
});
