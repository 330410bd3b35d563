import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { createBetaBernoulli } from '../../src/experiments/beta-bernoulli.ts';
import { chooseStrategy } from '../../src/experiments/choose-strategy.ts';
import {
  createEpsilonGreedy,
  createLinearThompson,
  createLinUcb,
} from '../../src/experiments/linear-policies.ts';

const CONTEXT = Float64Array.of(1);

describe('chooseStrategy', () => {
  it('never ventures with nothing to explore', () => {
    const policy = createBetaBernoulli(3);
    policy.learn(2, CONTEXT, 1);
    const random = createRandom(1);
    for (let round = 0; round < 50; round += 1)
      expect(chooseStrategy(policy, CONTEXT, { random, exploredShare: 0 })).toEqual({
        arm: 2,
        explored: false,
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
    const policy = createBetaBernoulli(30);
    let asked = 0;
    const once = { ...policy, choose: () => (asked++ === 0 ? 29 : 1) };
    expect(chooseStrategy(once, CONTEXT, { random: () => 0, exploredShare: 0.5 })).toEqual({
      arm: 29,
      explored: true,
      propensity: 0.005,
    });
  });

  it('tells certain choices apart from those that were drawn', () => {
    const policy = createLinUcb({ armCount: 3, features: 1 });
    policy.learn(2, CONTEXT, 1);
    const options = { random: createRandom(2), exploredShare: 0.5, safe: 1, among: [0, 1] };
    const choices = Array.from({ length: 100 }, () => chooseStrategy(policy, CONTEXT, options));
    for (const { arm, explored, propensity } of choices)
      expect({ arm, propensity }).toEqual({ arm: explored ? 0 : 1, propensity: 0.5 });
  });

  it('never ventures more than its share, whatever was learned', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.nat(5), { minLength: 1 }),
        fc.nat(),
        (learned, exploredShare, among, seed) => {
          const policy = createLinearThompson({ armCount: 6, features: 1 });
          for (const [arm, reward] of learned) policy.learn(arm, CONTEXT, reward);
          const safe = among[0] ?? 0;
          const random = createRandom(seed);
          const choice = chooseStrategy(policy, CONTEXT, { random, exploredShare, among, safe });
          expect(among).toContain(choice.arm);
          expect(choice.propensity).toBeGreaterThan(0);
          expect(choice.propensity).toBeLessThanOrEqual(1 + 1e-9);
          if (choice.arm !== safe) expect(choice.propensity).toBeLessThanOrEqual(exploredShare + 1e-9);
        },
      ),
    );
  });

  it('refuses a share that is none, and nothing to choose from', () => {
    const policy = createBetaBernoulli(2);
    for (const exploredShare of [-0.1, 1.1, Number.NaN])
      expect(() => chooseStrategy(policy, CONTEXT, { random: createRandom(1), exploredShare })).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      );
    expect(() =>
      chooseStrategy(policy, CONTEXT, { random: createRandom(1), exploredShare: 0.1, among: [] }),
    ).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
