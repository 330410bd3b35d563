import type { RankedProduct } from '../domain/ranking.ts';
import { diversify, type ScoredProduct } from './diversify.ts';
import type { RankingWeights } from './weights.ts';

export interface Arrangement {
  readonly weights: RankingWeights;
  /** Length of the list, >= 0. */
  readonly limit: number;
}

/**
 * From the best single products to the best list. What is moved is moved by a part of its score, so that parts add up and the
 * list is ordered by its scores.
 *
 * @param scored Highest score first.
 */
export function arrangeList(
  scored: readonly ScoredProduct[],
  { weights, limit }: Arrangement,
): RankedProduct[] {
  return diversify(scored, { weight: weights.diversity, limit: Math.max(0, Math.trunc(limit)) });
}
