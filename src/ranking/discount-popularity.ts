import type { ListAdjustment, ListCandidate } from './list-adjustment.ts';

/** A product this many times less wanted than the most popular one counts as unknown. */
const RANGE = 1_000;

/**
 * Minus the logarithm of how popular a product is, in [-1, 0]: -1 for the most popular one, 0 for one that is a thousand times
 * less wanted.
 *
 * @param popularity In [0, 1]: the square root of the part that the most popular product has, as `trainPopularity` gives it.
 */
export function discountPopularity(
  pool: readonly ListCandidate[],
  weight: number,
  popularity: (productId: string) => number,
): ListAdjustment {
  const values = pool.map(({ product }) => -logPopularity(popularity(product.productId)));
  return { signal: 'tail', weight, valueOf: (position) => values[position] ?? 0 };
}

/** In [0, 1], on a logarithmic scale of a thousandfold. */
export const logPopularity = (popularity: number): number =>
  Math.max(0, 1 + (2 * Math.log(Math.max(popularity, 1e-9))) / Math.log(RANGE));
