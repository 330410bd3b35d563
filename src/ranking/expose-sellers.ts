import type { IndexedFacts } from '../ports/product-index.ts';
import { type ListAdjustment, type ListCandidate, liftable } from './list-adjustment.ts';

/** In [0, 1]: 0 for a seller who has had what is due, 1 for the most that is done for one. */
export type SellerLift = (seller: string) => number;

/** Whose product it is: of the attribute `seller` where the feed tells one, else the brand; undefined when it tells neither. */
export const sellerOf = (facts: Pick<IndexedFacts, 'attributes'> | undefined): string | undefined =>
  facts?.attributes.seller?.[0] ?? facts?.attributes.brand?.[0];

/** What a place is worth to a seller: 1 for the first, 1 / log2(rank + 1) after it. */
export const exposureAt = (position: number): number => 1 / Math.log2(position + 2);

/**
 * What the seller is owed, in [0, 1]. A product that is not in stock or that fits less than three tenths as well as the best one is
 * not lifted, whoever sells it.
 *
 * @param weight The most that a score rises.
 */
export function exposeSellers(
  pool: readonly ListCandidate[],
  weight: number,
  liftOf: SellerLift,
): ListAdjustment {
  const mayBeLifted = liftable(pool);
  const lifts = pool.map(({ facts }, position) => {
    const seller = sellerOf(facts);
    return seller === undefined || !mayBeLifted(position) ? 0 : liftOf(seller);
  });
  return { signal: 'exposure', weight, valueOf: (position) => lifts[position] ?? 0 };
}

/**
 * What every seller of a list deserves of it: their part of the scores of all candidates that may be lifted. Together 1;
 * empty when no seller is told.
 *
 * @param scored Highest score first.
 */
export function sellerMerits(candidates: readonly ListCandidate[]): ReadonlyMap<string, number> {
  const mayBeLifted = liftable(candidates);
  const sums = new Map<string, number>();
  let total = 0;
  candidates.forEach(({ product, facts }, position) => {
    const seller = sellerOf(facts);
    if (seller === undefined || !mayBeLifted(position)) return;
    sums.set(seller, (sums.get(seller) ?? 0) + product.score);
    total += product.score;
  });
  return new Map([...sums].map(([seller, sum]) => [seller, sum / total]));
}
