import { AssistantError } from '../errors/assistant-error.ts';
import type { StrategyPolicy } from './strategy-policy.ts';

/** What is logged of a choice: without the propensity nothing can be learned from it about another policy. */
export interface StrategyChoice {
  readonly arm: number;
  /** Probability in (0, 1] of this choice at this moment. */
  readonly propensity: number;
}

/** Times a policy is asked what it would do, to see how likely it was. */
const DRAWS = 1_000;
/** An estimate below it says only that the arm was rare; a smaller number would weigh one choice like a hundred. */
const LEAST_PROPENSITY = 0.01;

/**
 * Lets a policy choose, at most in a share of the choices; in the others the arm that promises most is taken. The propensity is
 * (1 - share)·[arm is that one] + share·p, with p as the policy tells it, or counted in 1,000 further draws and not below .01.
 *
 * @param exploredShare In [0, 1]: 0 never ventures anything, 1 is the policy alone.
 * @throws {AssistantError} INVALID_ARGUMENT for a share outside [0, 1].
 */
export function chooseStrategy(
  policy: StrategyPolicy,
  context: Float64Array,
  { random, exploredShare }: { readonly random: () => number; readonly exploredShare: number },
): StrategyChoice {
  if (!(exploredShare >= 0 && exploredShare <= 1)) {
    throw new AssistantError('INVALID_ARGUMENT', 'The share of explored choices must lie in [0, 1]', {
      details: { exploredShare },
    });
  }
  const safe = policy.exploit(context);
  const arm = random() < exploredShare ? policy.choose(context, random) : safe;
  const drawn =
    exploredShare === 0
      ? 0
      : (policy.probabilities?.(context)[arm] ?? countDraws(policy, context, arm, random));
  return { arm, propensity: (arm === safe ? 1 - exploredShare : 0) + exploredShare * drawn };
}

function countDraws(
  policy: StrategyPolicy,
  context: Float64Array,
  arm: number,
  random: () => number,
): number {
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) if (policy.choose(context, random) === arm) hits += 1;
  return Math.max(LEAST_PROPENSITY, hits / DRAWS);
}
