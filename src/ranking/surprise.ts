import { type ListCandidate, liftable } from './list-adjustment.ts';

/** Places among which there is one surprise. */
export const SURPRISE_EVERY = 10;
/** Share of the candidates, the least popular, that hardly anybody would come upon. */
const UNLIKELY_SHARE = 0.25;

/**
 * Which candidates are a surprise: among the least popular quarter and truly less popular than the middle one, in stock and
 * above the relevance floor. Where all are equally popular nothing is.
 *
 * @param popularity In [0, 1].
 */
export function findSurprises(
  pool: readonly ListCandidate[],
  popularity: (productId: string) => number,
): (position: number) => boolean {
  const popularities = pool.map(({ product }) => popularity(product.productId));
  const ascending = [...popularities].sort((left, right) => left - right);
  const highest = ascending[Math.floor(ascending.length * UNLIKELY_SHARE)] ?? 0;
  const middle = ascending[Math.floor(ascending.length / 2)] ?? 0;
  const mayBeLifted = liftable(pool);
  return (position) => {
    const own = popularities[position] ?? 1;
    return own <= highest && own < middle && mayBeLifted(position);
  };
}
