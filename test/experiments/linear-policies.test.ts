import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import {
  createEpsilonGreedy,
  createLinearThompson,
  createLinUcb,
} from '../../src/experiments/linear-policies.ts';
import type { StrategyPolicy } from '../../src/experiments/strategy-policy.ts';

const CREATE = { createLinUcb, createLinearThompson, createEpsilonGreedy };
const SIDES = [Float64Array.of(1, 0), Float64Array.of(0, 1)];

/** The arm of the shopper's own side brings .7, any other .3. */
function shareOfBest(policy: StrategyPolicy, rounds: number): number {
  const random = createRandom(5);
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const side = round % 2;
    const context = SIDES[side] ?? new Float64Array(2);
    const arm = policy.choose(context, random);
    if (round >= rounds / 2 && arm === side) best += 1;
    policy.learn(arm, context, random() < (arm === side ? 0.7 : 0.3) ? 1 : 0);
  }
  return best / (rounds / 2);
}

describe.each(Object.entries(CREATE))('%s', (_name, create) => {
  it('learns which strategy suits which shopper', () => {
    expect(shareOfBest(create({ armCount: 4, features: 2 }), 4_000)).toBeGreaterThan(0.9);
  });

  it('exploits what brought most', () => {
    const policy = create({ armCount: 3, features: 1 });
    const context = Float64Array.of(1);
    policy.learn(1, context, 0.2);
    policy.learn(2, context, 0.9);
    expect(policy.exploit(context)).toBe(2);
  });
});

describe('createLinUcb', () => {
  it('tries what it knows least before what brought nothing', () => {
    const policy = createLinUcb({ armCount: 2, features: 1 });
    const context = Float64Array.of(1);
    policy.learn(0, context, 0);
    expect(policy.choose(context, createRandom(1))).toBe(1);
  });
});

describe('createEpsilonGreedy', () => {
  it('tells how likely each of its choices is', () => {
    const policy = createEpsilonGreedy({ armCount: 4, features: 1, share: 0.2 });
    const context = Float64Array.of(1);
    policy.learn(2, context, 1);
    const random = createRandom(3);
    const chosen = [0, 0, 0, 0];
    for (let draw = 0; draw < 20_000; draw += 1) {
      const arm = policy.choose(context, random);
      chosen[arm] = (chosen[arm] ?? 0) + 1 / 20_000;
    }
    const told = policy.probabilities?.(context) ?? [];
    expect([...told].map((probability) => probability.toFixed(4))).toEqual([
      '0.0500',
      '0.0500',
      '0.8500',
      '0.0500',
    ]);
    for (const [arm, probability] of told.entries()) expect(chosen[arm]).toBeCloseTo(probability, 2);
  });
});
