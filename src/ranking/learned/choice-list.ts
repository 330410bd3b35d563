import { choiceWeight, type Examination } from './examination.ts';
import { BLEND, FEATURE_NAMES, type RankingFeatures } from './ranking-features.ts';
import { discount } from './ranking-quality.ts';
import { createTrainingSet, type TrainingQuery, type TrainingSet } from './training-set.ts';

/** A list as it was shown, with what was chosen of it. */
export interface ChoiceList {
  /** Epoch milliseconds. */
  readonly shownAtMs: number;
  readonly products: readonly ShownProduct[];
}

export interface ShownProduct {
  /** From 1. */
  readonly position: number;
  readonly features: RankingFeatures;
  /** What was done with it: 0 for nothing, 1 for a click, more for more. */
  readonly reward: number;
}

/** Depth that lists are judged to. */
export const DEPTH = 10;

/**
 * Lists as rows to learn from: a gain is the reward times how seldom its place is looked at, and a list counts by what that makes
 * of its rewards on the whole. The blend is feature 0; of the others only those that some product has.
 */
export function toTrainingSet(lists: readonly ChoiceList[], examination: Examination): TrainingSet {
  const products = lists.flatMap((list) => list.products);
  const names = FEATURE_NAMES.filter(
    (name) => name === BLEND || products.some(({ features }) => (features[name] ?? 0) !== 0),
  );
  return createTrainingSet(
    names,
    lists.map((list) => toQuery(list, names, examination)),
  );
}

function toQuery(
  { products }: ChoiceList,
  names: readonly string[],
  examination: Examination,
): TrainingQuery {
  const rows = products.map(({ position, features, reward }) => ({
    values: names.map((name) => features[name] ?? 0),
    gain: reward * choiceWeight(examination, position),
  }));
  const rewards = products.reduce((sum, { reward }) => sum + reward, 0);
  const gains = rows.reduce((sum, { gain }) => sum + gain, 0);
  const best = rows.map(({ gain }) => gain).sort((left, right) => right - left);
  return {
    rows,
    idealGain: best.slice(0, DEPTH).reduce((sum, gain, rank) => sum + gain * discount(rank), 0),
    weight: rewards > 0 ? gains / rewards : 0,
  };
}
