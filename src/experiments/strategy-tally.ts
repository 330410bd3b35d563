import type { Interval } from './estimate-policy.ts';

/** Sums from which the mean reward of an arm over all choices is told, chosen or not. */
export interface ArmTally {
  readonly count: number;
  /** Of 1 / propensity. */
  readonly weight: number;
  readonly weightSquare: number;
  readonly weighted: number;
  /** Of the squared weight times the reward, and times its square. */
  readonly squareWeighted: number;
  readonly squareSquared: number;
}

export const NO_TALLY: ArmTally = {
  count: 0,
  weight: 0,
  weightSquare: 0,
  weighted: 0,
  squareWeighted: 0,
  squareSquared: 0,
};

/** Counts a choice with its reward. */
export function countChoice(tally: ArmTally, propensity: number, reward: number): ArmTally {
  const weight = 1 / propensity;
  return {
    ...recount(tally, { propensity, reward, before: 0 }),
    count: tally.count + 1,
    weight: tally.weight + weight,
    weightSquare: tally.weightSquare + weight ** 2,
  };
}

/** A choice that was counted with one reward has another. */
export function recount(
  tally: ArmTally,
  {
    propensity,
    reward,
    before,
  }: { readonly propensity: number; readonly reward: number; readonly before: number },
): ArmTally {
  const weight = 1 / propensity;
  return {
    ...tally,
    weighted: tally.weighted + weight * (reward - before),
    squareWeighted: tally.squareWeighted + weight ** 2 * (reward - before),
    squareSquared: tally.squareSquared + weight ** 2 * (reward ** 2 - before ** 2),
  };
}

/** Lets every choice so far weigh less. */
export const ageTally = (tally: ArmTally, kept: number): ArmTally => ({
  count: tally.count,
  weight: tally.weight * kept,
  weightSquare: tally.weightSquare * kept ** 2,
  weighted: tally.weighted * kept,
  squareWeighted: tally.squareWeighted * kept ** 2,
  squareSquared: tally.squareSquared * kept ** 2,
});

/** Below this many effective choices nothing is proved. */
const LEAST_EFFECTIVE = 100;
/** About how many choices in the interval is narrowest. */
const NARROWEST_AT = 500;

/**
 * Mean reward by self-normalised weights (SNIPS), with an interval that holds at all times at once, however often it is looked at: an
 * asymptotic confidence sequence, its sample size the effective one.
 *
 * @param error In (0, 1): that it ever leaves out the truth.
 * @returns The interval is [-∞, ∞] below 100 effective choices.
 * @see Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", Annals
 *   of Statistics 2024, theorem 2.2. The weights are our addition.
 */
export function meanReward(tally: ArmTally, error: number): { readonly mean: number } & Interval {
  const { weight, weightSquare, weighted, squareWeighted, squareSquared } = tally;
  if (weight === 0) return { mean: 0, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const mean = weighted / weight;
  const effective = weight ** 2 / weightSquare;
  if (effective < LEAST_EFFECTIVE)
    return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const variance = Math.max(
    0,
    (squareSquared - 2 * mean * squareWeighted + mean ** 2 * weightSquare) / weightSquare,
  );
  const rho = 1 / NARROWEST_AT;
  const grown = effective * rho + 1;
  const radius =
    Math.sqrt(variance) *
    Math.sqrt(((2 * grown) / (effective ** 2 * rho)) * Math.log(Math.sqrt(grown) / error));
  return { mean, low: mean - radius, high: mean + radius };
}

/**
 * The arm to take when nothing is ventured: the usual one until another is proved to bring more, the intervals of both apart.
 *
 * @param error In (0, 1): that a worse arm is ever taken, shared out among all.
 */
export function bestProved(
  tallies: readonly ArmTally[],
  {
    usual,
    among,
    error,
  }: { readonly usual: number; readonly among: readonly number[]; readonly error: number },
): number {
  const told = (arm: number) => meanReward(tallies[arm] ?? NO_TALLY, error / Math.max(1, tallies.length));
  const bar = told(usual).high;
  return among
    .filter((arm) => arm !== usual && told(arm).low > bar)
    .reduce((best, arm) => (best === usual || told(arm).mean > told(best).mean ? arm : best), usual);
}
