import { createRandom } from '../../../src/domain/random.ts';
import { createBetaBernoulli } from '../../../src/experiments/beta-bernoulli.ts';
import {
  createEpsilonGreedy,
  createLinearThompson,
  createLinUcb,
} from '../../../src/experiments/linear-policies.ts';
import type { StrategyPolicy } from '../../../src/experiments/strategy-policy.ts';
import { createWorld, regretOf, type World } from './simulate.ts';

export type PolicyName = 'random' | 'epsilon-greedy' | 'beta-bernoulli' | 'lin-ucb' | 'linear-thompson';

const POLICIES: Readonly<Record<PolicyName, (world: World) => StrategyPolicy>> = {
  random: (world) => createEpsilonGreedy({ ...world, share: 1 }),
  'epsilon-greedy': (world) => createEpsilonGreedy(world),
  'beta-bernoulli': ({ armCount }) => createBetaBernoulli(armCount),
  'lin-ucb': (world) => createLinUcb(world),
  'linear-thompson': (world) => createLinearThompson(world),
};

/** Reward lost over all rounds, for each policy the mean over the seeds; all policies of a seed meet the same shoppers. */
export function simulateRegret(
  rounds: number,
  seeds: readonly number[],
): Readonly<Record<PolicyName, number>> {
  const regret = (name: PolicyName) =>
    seeds.reduce((sum, seed) => sum + playAll(POLICIES[name], rounds, seed), 0) / seeds.length;
  return {
    random: regret('random'),
    'epsilon-greedy': regret('epsilon-greedy'),
    'beta-bernoulli': regret('beta-bernoulli'),
    'lin-ucb': regret('lin-ucb'),
    'linear-thompson': regret('linear-thompson'),
  };
}

function playAll(create: (world: World) => StrategyPolicy, rounds: number, seed: number): number {
  const world = createWorld(seed);
  const random = createRandom(seed + 1_000);
  const policy = create(world);
  let regret = 0;
  for (let round = 0; round < rounds; round += 1) {
    const shopper = world.next();
    const arm = policy.choose(shopper.context, random);
    regret += regretOf(shopper, arm);
    policy.learn(arm, shopper.context, random() < (shopper.rates[arm] ?? 0) ? 1 : 0);
  }
  return regret;
}
