import { AssistantError } from '../errors/assistant-error.ts';
import type { StrategyPolicy } from './strategy-policy.ts';

/** What is logged of a choice: without the propensity nothing can be learned from it about another policy. */
export interface StrategyChoice {
  readonly arm: number;
  /** Probability in (0, 1] of this choice at this moment. */
  readonly propensity: number;
  /** Whether the policy chose; else it is the safe arm. */
  readonly explored: boolean;
}

/** Times a policy is asked what it would do, to see how likely it was. */
const DRAWS = 1_000;
/** An estimate below it says only that the arm was rare; a smaller number would weigh one choice like a hundred. */
const LEAST_PROPENSITY = 0.01;

export interface ChoosingOptions {
  /** In [0, 1). */
  readonly random: () => number;
  /** In [0, 1]: 0 never ventures anything, 1 is the policy alone. */
  readonly exploredShare: number;
  /** Arms that may be chosen, at least one; all when absent. */
  readonly among?: readonly number[];
  /** What is chosen when nothing is ventured; the arm that promises most when absent. */
  readonly safe?: number;
}

/**
 * Lets a policy choose, at most in a share of the choices; in the others the safe arm is taken. The propensity is
 * (1 - share)·[arm is the safe one] + share·p: p as the policy tells it, by which it is then drawn, or counted in 1,000 further draws
 * and not below .01.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a share outside [0, 1], or no arm to choose from.
 */
export function chooseStrategy(
  policy: StrategyPolicy,
  context: Float64Array,
  options: ChoosingOptions,
): StrategyChoice {
  const { random, exploredShare, among } = options;
  if (!(exploredShare >= 0 && exploredShare <= 1) || among?.length === 0) {
    throw new AssistantError('INVALID_ARGUMENT', 'The share of explored choices must lie in [0, 1]', {
      details: { exploredShare, arms: among?.length },
    });
  }
  const safe = options.safe ?? policy.exploit(context, among);
  const told = exploredShare === 0 ? undefined : policy.probabilities?.(context, among);
  const explored = random() < exploredShare;
  const drawn = () => (told === undefined ? policy.choose(context, random, among) : drawArm(told, random));
  const arm = explored ? drawn() : safe;
  const chance =
    exploredShare === 0 ? 0 : (told?.[arm] ?? countDraws(policy, context, arm, { random, among }));
  return { arm, explored, propensity: (arm === safe ? 1 - exploredShare : 0) + exploredShare * chance };
}

/** An arm by its probability; what rounding left over goes to the last that has any. */
function drawArm(probabilities: Float64Array, random: () => number): number {
  let left = random();
  let last = 0;
  for (const [arm, probability] of probabilities.entries()) {
    if (probability === 0) continue;
    if (left < probability) return arm;
    left -= probability;
    last = arm;
  }
  return last;
}

function countDraws(
  policy: StrategyPolicy,
  context: Float64Array,
  arm: number,
  { random, among }: { readonly random: () => number; readonly among: readonly number[] | undefined },
): number {
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) if (policy.choose(context, random, among) === arm) hits += 1;
  return Math.max(LEAST_PROPENSITY, hits / DRAWS);
}
