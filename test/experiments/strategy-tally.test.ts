import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import {
  type ArmTally,
  ageTally,
  bestProved,
  countChoice,
  meanReward,
  NO_TALLY,
  recount,
} from '../../src/experiments/strategy-tally.ts';

/** Choices of one arm with a rate of reward, half of them likely and half unlikely. */
function play(rate: number, choices: number, seed: number): ArmTally {
  const random = createRandom(seed);
  let tally = NO_TALLY;
  for (let choice = 0; choice < choices; choice += 1)
    tally = countChoice(tally, choice % 2 === 0 ? 0.5 : 0.1, random() < rate ? 1 : 0);
  return tally;
}

describe('meanReward', () => {
  it('is the weighed mean, without an interval while there is little', () => {
    const tally = countChoice(countChoice(NO_TALLY, 0.5, 1), 0.25, 0);
    expect(meanReward(tally, 0.05)).toEqual({
      mean: 2 / 6,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it('holds the truth however often it is looked at', () => {
    let left = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = createRandom(seed);
      let tally = NO_TALLY;
      let isLeft = false;
      for (let choice = 0; choice < 1_500; choice += 1) {
        tally = countChoice(tally, 0.2, random() < 0.3 ? 1 : 0);
        const { low, high } = meanReward(tally, 0.05);
        if (low > 0.3 || high < 0.3) isLeft = true;
      }
      if (isLeft) left += 1;
    }
    expect(left / 60).toBeLessThan(0.1);
  });

  it('is the same whether a reward was known at once or corrected', () => {
    const corrected = recount(countChoice(NO_TALLY, 0.2, 0.1), { propensity: 0.2, reward: 1, before: 0.1 });
    const atOnce = countChoice(NO_TALLY, 0.2, 1);
    for (const [field, value] of Object.entries(atOnce))
      expect(corrected[field as keyof ArmTally]).toBeCloseTo(value, 9);
  });

  it('keeps the mean of what has aged, and grows less sure', () => {
    const tally = play(0.4, 2_000, 3);
    const [fresh, old] = [meanReward(tally, 0.05), meanReward(ageTally(tally, 0.5), 0.05)];
    expect(old.mean).toBeCloseTo(fresh.mean, 9);
    expect(old.high - old.low).toBeGreaterThanOrEqual(fresh.high - fresh.low - 1e-9);
  });
});

describe('bestProved', () => {
  const options = { usual: 0, among: [0, 1, 2], error: 0.05 };

  it('stays with the usual one until another is proved to bring more', () => {
    expect(bestProved([play(0.2, 3_000, 1), play(0.22, 300, 2), NO_TALLY], options)).toBe(0);
    expect(bestProved([play(0.2, 3_000, 1), play(0.5, 3_000, 2), play(0.7, 3_000, 3)], options)).toBe(2);
  });

  it('takes none that may not be chosen', () => {
    const tallies = [play(0.2, 3_000, 1), play(0.5, 3_000, 2), play(0.7, 3_000, 3)];
    expect(bestProved(tallies, { ...options, among: [0, 1] })).toBe(1);
  });
});
