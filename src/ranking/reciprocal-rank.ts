import type { CandidateList } from '../domain/candidate.ts';

export interface RankScale {
  /** > 0; how slowly the worth of a rank falls. 60 when absent. */
  readonly rankConstant?: number;
  /** What the best product's rank is called: 1, or 0 as in Qdrant, whose constant is 2. 1 when absent. */
  readonly firstRank?: number;
}

/** 1 / (rankConstant + rank). @param position From 0. */
export const reciprocalRank = (
  position: number,
  { rankConstant = 60, firstRank = 1 }: RankScale = {},
): number => 1 / (rankConstant + position + firstRank);

/**
 * Merges lists by ranks alone: the sum over lists of `reciprocalRank`. The ranking blends scores instead (`rank-candidates.ts`); this
 * is what it is compared with, and what a source counts by whose scores cannot be compared.
 *
 * @returns Every product, best first, ties by productId.
 * @see Cormack, Clarke & Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009.
 */
export function fuseByRank(lists: readonly CandidateList[], scale: RankScale = {}): string[] {
  const scores = new Map<string, number>();
  for (const { candidates } of lists) {
    candidates.forEach(({ productId }, position) => {
      scores.set(productId, (scores.get(productId) ?? 0) + reciprocalRank(position, scale));
    });
  }
  return [...scores]
    .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
    .map(([productId]) => productId);
}
