import { drawNormal } from './draw.ts';
import { createLinearArms } from './linear-arms.ts';
import { greatest, type StrategyPolicy } from './strategy-policy.ts';

export interface LinearPolicyOptions {
  readonly armCount: number;
  /** Length of a context. */
  readonly features: number;
}

/**
 * Chooses the arm with the greatest upper bound: mean + α·spread. Never draws: by itself its log supports no other policy.
 *
 * @param options.width α. Smaller than their 1 + √(ln(2/δ)/2), which ventures more than it needs.
 * @see Li et al., "A Contextual-Bandit Approach to Personalized News Article Recommendation", WWW 2010.
 */
export function createLinUcb(options: LinearPolicyOptions & { readonly width?: number }): StrategyPolicy {
  const { width = 0.3 } = options;
  return createLinearPolicy(options, (mean, spread) => mean + width * spread);
}

/**
 * Chooses the arm that a draw from what is believed of each makes greatest: mean + v·spread·N(0, 1).
 *
 * @param options.width v. The draw is along the context only, which decides alike and costs no root of a matrix.
 * @see Agrawal & Goyal, "Thompson Sampling for Contextual Bandits with Linear Payoffs", ICML 2013.
 */
export function createLinearThompson(
  options: LinearPolicyOptions & { readonly width?: number },
): StrategyPolicy {
  const { width = 0.2 } = options;
  return createLinearPolicy(options, (mean, spread, random) => mean + width * spread * drawNormal(random));
}

/** The control: the greatest mean, but any arm in a share of the choices. */
export function createEpsilonGreedy(
  options: LinearPolicyOptions & { readonly share?: number },
): StrategyPolicy {
  const { armCount, share = 0.05 } = options;
  const policy = createLinearPolicy(options, (mean) => mean);
  return {
    ...policy,
    choose: (context, random) =>
      random() < share ? Math.floor(random() * armCount) : policy.exploit(context),
    probabilities: (context) => {
      const probabilities = new Float64Array(armCount).fill(share / armCount);
      const best = policy.exploit(context);
      probabilities[best] = (probabilities[best] ?? 0) + 1 - share;
      return probabilities;
    },
  };
}

function createLinearPolicy(
  { armCount, features }: LinearPolicyOptions,
  worth: (mean: number, spread: number, random: () => number) => number,
): StrategyPolicy {
  const { predict, learn, correct, age } = createLinearArms({ armCount, features });
  return {
    armCount,
    choose: (context, random) =>
      greatest(armCount, (arm) => {
        const { mean, spread } = predict(arm, context);
        return worth(mean, spread, random);
      }),
    exploit: (context) => greatest(armCount, (arm) => predict(arm, context).mean),
    learn,
    correct,
    age,
  };
}
