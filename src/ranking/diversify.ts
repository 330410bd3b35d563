import type { RankedProduct } from '../domain/ranking.ts';
import type { ListAdjustment } from './list-adjustment.ts';

/** A scored product before its neighbours in the list are looked at. */
export interface ScoredProduct extends RankedProduct {
  /** Unit length, or zero: then it is like nothing. */
  readonly vector: Float32Array;
}

/**
 * Minus the largest likeness (cosine, at least 0) to a product already picked, in [-1, 0].
 *
 * @param weight The paper's lambda is 1 / (1 + weight): its .75 is a weight of one third.
 * @see Carbonell, Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998. Ours is additive: scores are not scaled.
 */
export function diversify(candidates: number, weight: number): ListAdjustment {
  const largest = new Float64Array(candidates);
  return {
    signal: 'diversity',
    weight,
    valueOf: (position) => -(largest[position] ?? 0),
    afterPick(_, likeness) {
      for (let other = 0; other < candidates; other += 1) {
        largest[other] = Math.max(largest[other] ?? 0, likeness[other] ?? 0);
      }
    },
  };
}

/** As the list shows it. */
export function withoutVector({ vector: _, ...product }: ScoredProduct): RankedProduct {
  return product;
}
