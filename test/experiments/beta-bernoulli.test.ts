import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { createBetaBernoulli } from '../../src/experiments/beta-bernoulli.ts';

const NONE = new Float64Array();

describe('createBetaBernoulli', () => {
  it('comes to choose what succeeds most, and seldom anything else', () => {
    const policy = createBetaBernoulli(3);
    const random = createRandom(2);
    const chosen = [0, 0, 0];
    for (let round = 0; round < 3_000; round += 1) {
      const arm = policy.choose(NONE, random);
      if (round >= 1_500) chosen[arm] = (chosen[arm] ?? 0) + 1;
      policy.learn(arm, NONE, random() < (RATES[arm] ?? 0) ? 1 : 0);
    }
    expect(policy.exploit(NONE)).toBe(1);
    expect(chosen[1]).toBeGreaterThan(1_350);
  });

  it('takes back a guess that was too high', () => {
    const policy = createBetaBernoulli(2);
    policy.learn(0, NONE, 1);
    policy.learn(1, NONE, 0.5);
    policy.correct(0, NONE, -1);
    expect(policy.exploit(NONE)).toBe(1);
  });

  it('forgets with time', () => {
    const policy = createBetaBernoulli(2);
    for (let round = 0; round < 100; round += 1) policy.learn(0, NONE, 1);
    policy.age(10_000);
    for (let round = 0; round < 3; round += 1) policy.learn(1, NONE, 1);
    expect(policy.exploit(NONE)).toBe(1);
  });

  it('refuses a reward that is no share of a success, and more strategies than can be learned', () => {
    const refusal = expect.objectContaining({ code: 'INVALID_ARGUMENT' });
    expect(() => createBetaBernoulli(2).learn(0, NONE, 1.5)).toThrow(refusal);
    expect(() => createBetaBernoulli(31)).toThrow(refusal);
  });
});

const RATES = [0.2, 0.6, 0.3];
