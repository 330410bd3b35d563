import { describe, expect, it } from 'vitest';
import { normalisedGain, percentile, recall } from '../../eval/suites/search/measure-ranking.ts';

const grades = new Map([
  ['perfect', 3],
  ['good', 2],
  ['wrong', 1],
]);

describe('normalisedGain', () => {
  it('is 1 for the best order and counts unlabelled products as nothing', () => {
    expect(normalisedGain(['perfect', 'good', 'wrong'], grades)).toBe(1);
    expect(normalisedGain(['unknown', 'wrong'], grades)).toBe(0);
  });

  it('agrees with an example worked by hand', () => {
    const ideal = 2 + 1 / Math.log2(3);
    expect(normalisedGain(['good', 'unknown', 'perfect'], grades)).toBeCloseTo((1 + 2 / 2) / ideal, 12);
  });

  it('counts nothing below the depth', () => {
    expect(normalisedGain(['unknown', 'perfect'], grades, 1)).toBe(0);
  });
});

describe('recall', () => {
  it('counts products of grade 2 and better', () => {
    expect(recall(['perfect', 'wrong'], grades)).toBe(0.5);
  });

  it('is not told where nothing is relevant', () => {
    expect(recall(['wrong'], new Map([['wrong', 1]]))).toBeUndefined();
  });
});

it('percentiles are values that occur', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 3], 0.95)).toBe(5);
});
