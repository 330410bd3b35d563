import { drawNormal } from './draw.ts';
import { createLinearArms, type LinearArms } from './linear-arms.ts';
import { probabilitiesOfGreatest } from './probabilities-of-greatest.ts';
import { everyArm, greatest, type StrategyPolicy } from './strategy-policy.ts';

export interface LinearPolicyOptions {
  readonly armCount: number;
  /** Length of a context. */
  readonly features: number;
}

/** A policy whose knowledge can be kept and taken up again. */
export type LinearPolicy = StrategyPolicy & Pick<LinearArms, 'state' | 'restore'>;

/**
 * Chooses the arm with the greatest upper bound: mean + α·spread. Never draws: by itself its log supports no other policy.
 *
 * @param options.width α. Smaller than their 1 + √(ln(2/δ)/2), which ventures more than it needs.
 * @see Li et al., "A Contextual-Bandit Approach to Personalized News Article Recommendation", WWW 2010.
 */
export function createLinUcb(options: LinearPolicyOptions & { readonly width?: number }): LinearPolicy {
  const { width = 0.3 } = options;
  const policy = createLinearPolicy(options, (mean, spread) => mean + width * spread);
  const certain: StrategyPolicy['probabilities'] = (context, among) => {
    const probabilities = new Float64Array(options.armCount);
    probabilities[policy.choose(context, () => 0, among)] = 1;
    return probabilities;
  };
  return { ...policy, probabilities: certain };
}

/**
 * Chooses the arm that a draw from what is believed of each makes greatest: mean + v·spread·N(0, 1).
 *
 * @param options.width v. The draw is along the context only, which decides alike and costs no root of a matrix.
 * @see Agrawal & Goyal, "Thompson Sampling for Contextual Bandits with Linear Payoffs", ICML 2013.
 */
export function createLinearThompson(
  options: LinearPolicyOptions & { readonly width?: number },
): LinearPolicy {
  const { width = 0.2 } = options;
  const policy = createLinearPolicy(
    options,
    (mean, spread, random) => mean + width * spread * drawNormal(random),
  );
  return {
    ...policy,
    probabilities(context, among = everyArm(options.armCount)) {
      const probabilities = new Float64Array(options.armCount);
      const believed = among.map((arm) => policy.predict(arm, context));
      const chances = probabilitiesOfGreatest(
        believed.map(({ mean, spread }) => ({ mean, spread: width * spread })),
      );
      for (const [place, arm] of among.entries()) probabilities[arm] = chances[place] ?? 0;
      return probabilities;
    },
  };
}

/** The control: the greatest mean, but any arm in a share of the choices. */
export function createEpsilonGreedy(
  options: LinearPolicyOptions & { readonly share?: number },
): StrategyPolicy {
  const { armCount, share = 0.05 } = options;
  const policy = createLinearPolicy(options, (mean) => mean);
  return {
    ...policy,
    choose: (context, random, among = everyArm(armCount)) =>
      random() < share ? (among[Math.floor(random() * among.length)] ?? 0) : policy.exploit(context, among),
    probabilities: (context, among = everyArm(armCount)) => {
      const probabilities = new Float64Array(armCount);
      for (const arm of among) probabilities[arm] = share / among.length;
      const best = policy.exploit(context, among);
      probabilities[best] = (probabilities[best] ?? 0) + 1 - share;
      return probabilities;
    },
  };
}

function createLinearPolicy(
  { armCount, features }: LinearPolicyOptions,
  worth: (mean: number, spread: number, random: () => number) => number,
): LinearPolicy & Pick<LinearArms, 'predict'> {
  const arms = createLinearArms({ armCount, features });
  const all = everyArm(armCount);
  return {
    ...arms,
    armCount,
    choose: (context, random, among = all) =>
      greatest(among, (arm) => {
        const { mean, spread } = arms.predict(arm, context);
        return worth(mean, spread, random);
      }),
    exploit: (context, among = all) => greatest(among, (arm) => arms.predict(arm, context).mean),
  };
}
