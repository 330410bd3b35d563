import { type ListCandidate, liftable } from './list-adjustment.ts';

/** Places among which there is one surprise. */
export const SURPRISE_EVERY = 10;
/** Of the popularity that the best candidates have in the mean; popularity is a square root: a quarter of the demand. */
const UNLIKELY = 0.5;

/**
 * Which candidates are a surprise: less than half as popular as the best ten are in the mean, in stock and above the relevance
 * floor. Where nothing is popular nothing is a surprise.
 *
 * @param pool Highest score first.
 * @param popularity In [0, 1].
 */
export function findSurprises(
  pool: readonly ListCandidate[],
  popularity: (productId: string) => number,
): (position: number) => boolean {
  const popularities = pool.map(({ product }) => popularity(product.productId));
  const best = popularities.slice(0, SURPRISE_EVERY);
  const expected = best.reduce((left, right) => left + right, 0) / Math.max(1, best.length);
  const mayBeLifted = liftable(pool);
  return (position) => (popularities[position] ?? 1) < UNLIKELY * expected && mayBeLifted(position);
}
