import { countBits, forEachBit } from './bits.ts';
import { cheapestVariant, type Passing, priceMinorOf } from './evaluate-scope.ts';

/** [min, q1, median, q3, max] of the lowest passing price of each product; undefined when none passes. */
export function priceQuartiles(
  passing: readonly Passing[],
): readonly [number, number, number, number, number] | undefined {
  const products = passing.reduce((sum, part) => sum + countBits(part.products), 0);
  if (products === 0) return undefined;
  const prices = new Float64Array(products);
  let taken = 0;
  for (const part of passing) {
    forEachBit(part.products, (row) => {
      prices[taken] = priceMinorOf(part, cheapestVariant(part, row));
      taken += 1;
    });
  }
  prices.sort();
  const at = (share: number) => prices[Math.floor((products - 1) * share)] ?? 0;
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}
