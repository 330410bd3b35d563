/** How often two things happen, alone and together, in a number of trials. */
export interface Cooccurrence {
  readonly together: number;
  readonly first: number;
  readonly second: number;
  /** >= first, second. */
  readonly trials: number;
}

/** How many times oftener together than by chance; 0 when one of them never happens. */
export function liftOf({ together, first, second, trials }: Cooccurrence): number {
  return first === 0 || second === 0 ? 0 : (together * trials) / (first * second);
}

/**
 * Log-likelihood ratio of a 2 × 2 table: G = 2 · sum over cells of observed · ln(observed / expected), with 0 · ln 0 = 0.
 * Chi-squared with one degree of freedom when the two are independent; unlike Pearson's it holds for rare events.
 *
 * @see Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993.
 */
export function likelihoodRatio({ together, first, second, trials }: Cooccurrence): number {
  const rows = [first, trials - first];
  const columns = [second, trials - second];
  const cells = [
    [together, first - together],
    [second - together, trials - first - second + together],
  ];
  let sum = 0;
  cells.forEach((row, rowIndex) => {
    row.forEach((observed, columnIndex) => {
      const expected = ((rows[rowIndex] ?? 0) * (columns[columnIndex] ?? 0)) / trials;
      if (observed > 0) sum += observed * Math.log(observed / expected);
    });
  });
  return Math.max(0, 2 * sum);
}

/** Probability of being together this often or oftener by chance, one-sided: small only for what attracts. */
export function attractionProbability(table: Cooccurrence): number {
  const deviation = Math.sqrt(likelihoodRatio(table));
  return upperTail(liftOf(table) >= 1 ? deviation : -deviation);
}

/**
 * P(Z > z) of the standard normal, relative error below 1.2e-7 also far out, where 1 - Φ(z) would be 0.
 *
 * @see Press et al., "Numerical Recipes", 2nd ed., section 6.2 (erfcc).
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const polynomial = TAIL_COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + polynomial)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

const TAIL_COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/**
 * The largest probability that is still a discovery, when at most the share `falseShare` of all discoveries may be false:
 * p(k) <= falseShare · k / tests for the largest such k, the k-th smallest being p(k).
 *
 * @param probabilities Of the tests that may be discoveries; what is left out of `tests` counts as 1.
 * @param tests How many were asked in all, >= the number of probabilities.
 * @returns -1 when there is no discovery.
 * @see Benjamini, Hochberg, "Controlling the False Discovery Rate", JRSS B 57(1), 1995.
 */
export function discoveryThreshold(
  probabilities: readonly number[],
  { tests, falseShare }: { readonly tests: number; readonly falseShare: number },
): number {
  const ascending = probabilities.toSorted((left, right) => left - right);
  return ascending.findLast((probability, index) => probability <= (falseShare * (index + 1)) / tests) ?? -1;
}
