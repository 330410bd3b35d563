import { describe, expect, it } from 'vitest';
import { learnLinear, scoreRows } from '../../../src/ranking/learned/learn-linear.ts';
import { learnTrees, scoreSet } from '../../../src/ranking/learned/learn-trees.ts';
import { rankingQuality } from '../../../src/ranking/learned/ranking-quality.ts';
import { explainByTrees, scoreByTrees } from '../../../src/ranking/learned/regression-tree.ts';
import { plantedSet } from './support.ts';

/** Worth something when one of two is high, not both: no sum of the two tells it. */
const isEither = ([first = 0, second = 0]: readonly number[]) => (first > 0.5 === second > 0.5 ? 0 : 1);

const training = plantedSet(isEither, { queries: 120 });
const validation = plantedSet(isEither, { seed: 8 });
const unseen = plantedSet(isEither, { seed: 9 });
const learned = learnTrees(training, validation, { trees: 60, leaves: 8, leastRows: 20 });

describe('LambdaMART', () => {
  it('learns what no weighted sum can tell', () => {
    const weights = learnLinear(training);
    const linear = rankingQuality(unseen, scoreRows(unseen.values, weights, 0, unseen.gains.length), 10);

    expect(rankingQuality(unseen, scoreSet(unseen, learned.trees), 10)).toBeGreaterThan(0.98);
    expect(linear).toBeLessThan(0.8);
  });

  it('stops when the queries kept aside gain no more', () => {
    const random = plantedSet(([, , noise = 0]) => (noise * 1e6) % 1, { seed: 10, queries: 30 });
    const patient = learnTrees(training, random, { trees: 200, patience: 5 });

    expect(patient.trees.length).toBeLessThan(100);
    expect(patient.quality).toBeGreaterThanOrEqual(
      rankingQuality(random, new Float64Array(random.gains.length), 10),
    );
  });

  it('explains every score by parts of the features that add up to it', () => {
    for (const row of [
      [0.9, 0.1, 0.5],
      [0.1, 0.9, 0.2],
      [0.5, 0.5, 0.5],
    ]) {
      const read = (feature: number) => row[feature] ?? 0;
      const { base, contributions } = explainByTrees(learned.trees, read, 3);
      const sum = contributions.reduce((total, part) => total + part, base);

      expect(sum).toBeCloseTo(scoreByTrees(learned.trees, read), 9);
      expect(Math.abs(contributions[2] ?? 0)).toBeLessThan(Math.abs(contributions[0] ?? 0));
    }
  });

  it('learns the same from the same rows', () => {
    const options = { trees: 3 };

    expect(learnTrees(training, validation, options)).toEqual(learnTrees(training, validation, options));
  });
});
