import { expect, it } from 'vitest';
import { chooseShrinkage } from '../../src/experiments/choose-shrinkage.ts';

it('takes the least spread one while all agree', () => {
  const candidates = [3, 2, 1].map((standardError) => ({ value: 10 + standardError / 10, standardError }));
  expect(chooseShrinkage(candidates)).toBe(2);
});

it('stops before the first that disagrees with a less biased one', () => {
  expect(
    chooseShrinkage([
      { value: 10, standardError: 1 },
      { value: 9, standardError: 0.5 },
      { value: 2, standardError: 0.1 },
      { value: 9.5, standardError: 0.05 },
    ]),
  ).toBe(1);
});

it('keeps the only one', () => {
  expect(chooseShrinkage([{ value: 1, standardError: 5 }])).toBe(0);
});
