import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { createBetaBernoulli } from '../../src/experiments/beta-bernoulli.ts';
import { chooseStrategy } from '../../src/experiments/choose-strategy.ts';
import { createEpsilonGreedy, createLinUcb } from '../../src/experiments/linear-policies.ts';

const CONTEXT = Float64Array.of(1);

describe('chooseStrategy', () => {
  it('never ventures with nothing to explore', () => {
    const policy = createBetaBernoulli(3);
    policy.learn(2, CONTEXT, 1);
    const random = createRandom(1);
    for (let round = 0; round < 50; round += 1)
      expect(chooseStrategy(policy, CONTEXT, { random, exploredShare: 0 })).toEqual({
        arm: 2,
        propensity: 1,
      });
  });

  it('logs the exact propensity where the policy tells it', () => {
    const policy = createEpsilonGreedy({ armCount: 2, features: 1, share: 0.5 });
    policy.learn(1, CONTEXT, 1);
    const random = createRandom(1);
    const propensities = new Map<number, number>();
    for (let round = 0; round < 100; round += 1) {
      const { arm, propensity } = chooseStrategy(policy, CONTEXT, { random, exploredShare: 0.4 });
      propensities.set(arm, propensity);
    }
    expect(propensities.get(0)).toBeCloseTo(0.4 * 0.25, 12);
    expect(propensities.get(1)).toBeCloseTo(0.6 + 0.4 * 0.75, 12);
  });

  it('logs propensities that match how often each strategy is chosen', () => {
    const policy = createBetaBernoulli(3);
    for (const [arm, reward] of [
      [0, 1],
      [1, 0],
      [2, 0.5],
    ] as const)
      policy.learn(arm, CONTEXT, reward);
    const random = createRandom(4);
    const rounds = 1_500;
    const shares = [0, 0, 0];
    const told = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const { arm, propensity } = chooseStrategy(policy, CONTEXT, { random, exploredShare: 0.6 });
      shares[arm] = (shares[arm] ?? 0) + 1 / rounds;
      told[arm] = propensity;
    }
    for (const [arm, share] of shares.entries())
      expect(Math.abs(share - (told[arm] ?? 0)), `${arm}`).toBeLessThan(0.06);
  });

  it('never says a choice was all but impossible', () => {
    const policy = createLinUcb({ armCount: 30, features: 1 });
    let asked = 0;
    const once = { ...policy, choose: () => (asked++ === 0 ? 29 : 1) };
    expect(chooseStrategy(once, CONTEXT, { random: () => 0, exploredShare: 0.5 })).toEqual({
      arm: 29,
      propensity: 0.005,
    });
  });

  it('refuses a share that is none', () => {
    const policy = createBetaBernoulli(2);
    for (const exploredShare of [-0.1, 1.1, Number.NaN])
      expect(() => chooseStrategy(policy, CONTEXT, { random: createRandom(1), exploredShare })).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      );
  });
});
