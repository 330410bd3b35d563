/**
 * Chooses one of a few strategies (weights of the blend, to ask or to show, a way to explain) and learns from what it brings.
 * Not products: there are too many of those for anything to be learned of each.
 */
export interface StrategyPolicy {
  readonly armCount: number;
  /**
   * The arm it would choose now; policies that draw do so from `random`, in [0, 1).
   *
   * @param among Arms that may be chosen, at least one; all when absent.
   */
  choose(context: Float64Array, random: () => number, among?: readonly number[]): number;
  /** By arm, how likely `choose` is to choose it; absent where only drawing many times tells. */
  probabilities?(context: Float64Array, among?: readonly number[]): Float64Array;
  /** The arm that promises most, nothing ventured. */
  exploit(context: Float64Array, among?: readonly number[]): number;
  /** @param reward Up is good; in [0, 1] for a policy that counts successes. */
  learn(arm: number, context: Float64Array, reward: number): void;
  /**
   * Replaces a reward that was learned as a guess: the same choice, `difference` more.
   * Whoever corrects knows the context of then.
   */
  correct(arm: number, context: Float64Array, difference: number): void;
  /** Lets what was learned count less: by a factor of .999 each day, so that tastes may change. */
  age(days: number): void;
}

/** What remains of the weight of an observation after a day. */
export const KEPT_PER_DAY = 0.999;
export const MAX_ARMS = 30;

export const everyArm = (armCount: number): readonly number[] =>
  Array.from({ length: armCount }, (_, arm) => arm);

/** @returns The first of the greatest. */
export function greatest(arms: readonly number[], worthOf: (arm: number) => number): number {
  let best = arms[0] ?? 0;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const arm of arms) {
    const value = worthOf(arm);
    if (value > bestValue) {
      best = arm;
      bestValue = value;
    }
  }
  return best;
}
