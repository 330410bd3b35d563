import { describe, expect, it } from 'vitest';
import { measureSupport, weighChoices } from '../../src/experiments/logged-choice.ts';

const choice = (arm: number, propensity: number) => ({
  arm,
  propensity,
  reward: 0,
  target: Float64Array.of(0.25, 0.75),
});

describe('weighChoices', () => {
  it('divides what the judged policy would do by what the logging one did', () => {
    expect([...weighChoices([choice(0, 0.5), choice(1, 0.5), choice(1, 0.1)])]).toEqual([0.5, 1.5, 7.5]);
  });

  it('gives no weight to an arm the judged policy does not know', () => {
    expect([...weighChoices([choice(2, 0.5)])]).toEqual([0]);
  });

  it.each([0, -0.1, 1.1, Number.NaN])('refuses a propensity of %d', (propensity) => {
    expect(() => weighChoices([choice(0, propensity)])).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});

describe('measureSupport', () => {
  it('is the number of choices when all weigh the same', () => {
    expect(measureSupport(new Float64Array(50).fill(3))).toEqual({
      effectiveSampleSize: 50,
      largestShare: 0.02,
    });
  });

  it('is one choice when one has all the weight', () => {
    expect(measureSupport(Float64Array.of(0, 8, 0))).toEqual({ effectiveSampleSize: 1, largestShare: 1 });
  });

  it('is nothing when nothing weighs', () => {
    expect(measureSupport(new Float64Array(3))).toEqual({ effectiveSampleSize: 0, largestShare: 0 });
  });
});
