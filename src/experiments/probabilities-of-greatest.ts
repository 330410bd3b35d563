/** What is believed of an arm: a normal distribution. */
export interface Belief {
  readonly mean: number;
  /** Standard deviation, >= 0. */
  readonly spread: number;
}

/** Points of the sum for each arm, and how many standard deviations they reach to either side. */
const POINTS = 81;
const REACH = 5;

/**
 * How likely a draw of each is the greatest of all draws: ∫ φ(z) ∏ Φ((mean + spread·z - other mean) / other spread) dz, by the
 * trapezoid rule over [-5, 5], scaled to add up to 1. Who then chooses by these probabilities knows his propensities exactly.
 * Cost: O(arms²), about 5,000 evaluations of Φ for 8 arms.
 *
 * @returns In the order of the beliefs; each above 0 unless it cannot be told from 0.
 */
export function probabilitiesOfGreatest(beliefs: readonly Belief[]): Float64Array {
  const step = (2 * REACH) / (POINTS - 1);
  const chances = Float64Array.from(beliefs, ({ mean, spread }, place) => {
    let sum = 0;
    for (let point = 0; point < POINTS; point += 1) {
      const z = -REACH + point * step;
      let chance = Math.exp(-(z ** 2) / 2);
      for (const [other, belief] of beliefs.entries())
        if (other !== place) chance *= below(mean + spread * z, belief);
      sum += chance;
    }
    return sum;
  });
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return total === 0 ? chances.fill(1 / beliefs.length) : chances.map((chance) => chance / total);
}

/** Probability that a draw lies below a value; of two that are certain and equal, one half. */
function below(value: number, { mean, spread }: Belief): number {
  if (spread > 0) return cumulativeNormal((value - mean) / spread);
  return value === mean ? 0.5 : value > mean ? 1 : 0;
}

/**
 * Φ(z), within 1e-7.
 *
 * @see Abramowitz & Stegun, "Handbook of Mathematical Functions", 26.2.17.
 */
function cumulativeNormal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - upper : upper;
}
