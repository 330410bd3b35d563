/** Limits of the weights, from the least biased to the least spread. */
export interface Candidate {
  readonly value: number;
  readonly standardError: number;
}

/** So many standard errors are an interval. */
const WIDTH = 2;

/**
 * Which of several estimates to trust: the least spread one whose interval still agrees with all that are less biased (SLOPE). No bias
 * need be known, only the order of it.
 *
 * @param candidates Bias not falling, spread not rising; not empty.
 * @returns The place of the choice.
 * @see Su, Srinath & Krishnamurthy, "Adaptive Estimator Selection for Off-Policy Evaluation", ICML 2020, section 4.1.
 */
export function chooseShrinkage(candidates: readonly Candidate[]): number {
  const disagrees = candidates.findIndex((candidate, place) =>
    candidates
      .slice(0, place)
      .some(
        (before) =>
          Math.abs(candidate.value - before.value) >
          WIDTH * (candidate.standardError + (Math.sqrt(6) - 1) * before.standardError),
      ),
  );
  return (disagrees === -1 ? candidates.length : disagrees) - 1;
}
