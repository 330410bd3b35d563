import { expect, it } from 'vitest';
import { learnLinear, scoreRows } from '../../../src/ranking/learned/learn-linear.ts';
import { rankingQuality } from '../../../src/ranking/learned/ranking-quality.ts';
import { createTrainingSet } from '../../../src/ranking/learned/training-set.ts';
import { plantedSet } from './support.ts';

const isWorthMuch = ([first = 0, second = 0]: readonly number[]) => (3 * first + second > 3 ? 1 : 0);

it('finds what a planted gain is made of, on queries it has not seen as well', () => {
  const weights = learnLinear(plantedSet(isWorthMuch));
  const unseen = plantedSet(isWorthMuch, { seed: 8 });
  const [first = 0, second = 0, noise = 0] = weights;

  expect(first / second).toBeGreaterThan(2);
  expect(first / second).toBeLessThan(4.5);
  expect(noise).toBeLessThan(second / 3);
  expect(
    rankingQuality(unseen, scoreRows(unseen.values, weights, 0, unseen.gains.length), 10),
  ).toBeGreaterThan(0.95);
});

it('never lets more of a feature cost a place', () => {
  const weights = learnLinear(plantedSet(([first = 0]) => 1 - first));

  expect([...weights].every((weight) => weight >= 0)).toBe(true);
  expect(weights[0]).toBe(0);
});

it('learns nothing from queries without gain, and the same from the same rows', () => {
  const rows = [{ values: [1], gain: 0 }];
  const barren = createTrainingSet(['only'], [{ rows, idealGain: 0 }]);
  const set = plantedSet(isWorthMuch, { queries: 10 });

  expect(learnLinear(barren, { steps: 20 })[0]).toBeGreaterThanOrEqual(0);
  expect(learnLinear(set, { steps: 20 })).toEqual(learnLinear(set, { steps: 20 }));
});
