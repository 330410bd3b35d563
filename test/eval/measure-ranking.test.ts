import { describe, expect, it } from 'vitest';
import {
  bootstrapMean,
  normalisedGain,
  percentile,
  recall,
} from '../../eval/suites/search/measure-ranking.ts';
import { createRandom } from '../../src/domain/random.ts';

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

describe('bootstrapMean', () => {
  it('holds the mean between its ends, and is the same for the same seed', () => {
    const differences = Array.from({ length: 200 }, (_, at) => (at % 5) / 10);
    const interval = bootstrapMean(differences, createRandom(7));

    expect(interval.low).toBeLessThan(interval.mean);
    expect(interval.high).toBeGreaterThan(interval.mean);
    expect(bootstrapMean(differences, createRandom(7))).toEqual(interval);
  });
});

it('percentiles are values that occur', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 3], 0.95)).toBe(5);
});
