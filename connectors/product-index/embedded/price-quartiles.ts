import { countBits } from './bits.ts';
import { forEachProduct, type Passing } from './evaluate-scope.ts';
import { selectRank } from './select-rank.ts';

/** [min, q1, median, q3, max] of the lowest passing price of each product; undefined when none passes. */
export function priceQuartiles(
  passing: readonly Passing[],
): readonly [number, number, number, number, number] | undefined {
  const products = passing.reduce((sum, part) => sum + countBits(part.products), 0);
  if (products === 0) return undefined;
  const prices = new Float64Array(products);
  let taken = 0;
  for (const part of passing) {
    forEachProduct(part, (_row, priceMinor) => {
      prices[taken] = priceMinor;
      taken += 1;
    });
  }
  const at = (share: number) => selectRank(prices, products, Math.floor((products - 1) * share));
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}
