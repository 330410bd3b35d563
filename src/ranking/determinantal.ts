import type { ListAdjustment, ListCandidate } from './list-adjustment.ts';

/** What is this little of its own (a squared length) is as good as said already. */
const LEAST_OWN = 1e-3;

/**
 * How much of a product is not made up of those picked before, in [-1, 0]: 0 for something all its own, -1 for a repetition.
 * Unlike the largest likeness of `diversify` it counts what several products say together.
 *
 *   value = ln(d²) / ln(1000),   d² = det(S of the list with it) / det(S of the list),   S = (1 + cosine) / 2
 *
 * Picking by score + weight · value is the greedy maximum of a determinantal point process of kernel q_i · S_ij · q_j with
 * ln q = score · ln(1000) / (2 · weight). A zero vector is like nothing.
 * Cost: O(candidates · picked) for a pick, by an incremental Cholesky factor.
 *
 * @see Chen, Zhang, Zhou, "Fast Greedy MAP Inference for Determinantal Point Process", NeurIPS 2018, algorithm 1. The floor of
 *   d² and adding in place of multiplying are ours.
 */
export function spreadByVolume(
  pool: readonly ListCandidate[],
  weight: number,
  limit: number,
): ListAdjustment {
  const size = pool.length;
  const isBlank = pool.map(({ product }) => product.vector.every((value) => value === 0));
  const own = new Float64Array(size).fill(1);
  /** Row-major, `(size, limit)`: the rows of the Cholesky factor, a column for each pick. */
  const factor = new Float64Array(size * limit);
  let picks = 0;
  return {
    signal: 'volume',
    weight,
    valueOf: (position) => Math.log(Math.max(LEAST_OWN, own[position] ?? 1)) / -Math.log(LEAST_OWN),
    afterPick(picked, likeness) {
      if (picks === limit || isBlank[picked] === true) return;
      const length = Math.sqrt(Math.max(LEAST_OWN, own[picked] ?? 1));
      for (let other = 0; other < size; other += 1) {
        if (other === picked || isBlank[other] === true) continue;
        let shared = (1 + (likeness[other] ?? 0)) / 2;
        for (let column = 0; column < picks; column += 1) {
          shared -= (factor[picked * limit + column] ?? 0) * (factor[other * limit + column] ?? 0);
        }
        const entry = shared / length;
        factor[other * limit + picks] = entry;
        own[other] = (own[other] ?? 1) - entry * entry;
      }
      picks += 1;
    },
  };
}
