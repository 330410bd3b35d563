import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findQuartiles, quartilePlaces } from '../../../../connectors/product-index/qdrant/find-quartiles.ts';

const anyPrice = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5_000_000_000 }));

it('finds the prices that stand at the places, of any prices', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPrice, { minLength: 1, maxLength: 50 }), async (prices) => {
      const ordered = prices.toSorted((left, right) => left - right);
      const countUpTo = async (most: number) => prices.filter((price) => price <= most).length;
      expect(await findQuartiles(prices.length, countUpTo)).toEqual(
        quartilePlaces(prices.length).map((place) => ordered[place]),
      );
    }),
  );
});

it('takes of two prices between which a quartile lies the lower', () => {
  expect(quartilePlaces(1)).toEqual([0, 0, 0, 0, 0]);
  expect(quartilePlaces(4)).toEqual([0, 0, 1, 2, 3]);
});

it('ends though all products go while it counts', async () => {
  expect(await findQuartiles(3, async () => 0)).toHaveLength(5);
});
