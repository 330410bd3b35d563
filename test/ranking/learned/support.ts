import { createRandom } from '../../../src/domain/random.ts';
import { discount } from '../../../src/ranking/learned/ranking-quality.ts';
import {
  createTrainingSet,
  type TrainingQuery,
  type TrainingSet,
} from '../../../src/ranking/learned/training-set.ts';

/** Queries of twenty candidates with features in [0, 1), worth what the rule says. */
export function plantedSet(
  gainOf: (values: readonly number[]) => number,
  { queries = 60, features = 3, seed = 7 } = {},
): TrainingSet {
  const random = createRandom(seed);
  const names = Array.from({ length: features }, (_, feature) => `feature ${feature}`);
  return createTrainingSet(
    names,
    Array.from({ length: queries }, () =>
      queryOf(
        Array.from({ length: 20 }, () => names.map(() => random())),
        gainOf,
      ),
    ),
  );
}

function queryOf(
  rows: readonly (readonly number[])[],
  gainOf: (values: readonly number[]) => number,
): TrainingQuery {
  const gains = rows.map(gainOf);
  const ideal = gains.toSorted((left, right) => right - left).slice(0, 10);
  return {
    rows: rows.map((values, row) => ({ values, gain: gains[row] ?? 0 })),
    idealGain: ideal.reduce((sum, gain, rank) => sum + gain * discount(rank), 0),
  };
}
