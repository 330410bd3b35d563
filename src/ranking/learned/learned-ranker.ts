import type { ScorePart } from '../../domain/ranking.ts';
import { type RankingFeatures, rankingFeatures } from './ranking-features.ts';
import { explainByTrees, type RegressionTree } from './regression-tree.ts';

/** What was learned, as it is kept. It is added to the blend of the weights it was learned beside. */
export type RankerModel =
  /** By feature: what is added to its weight, >= 0. */
  | { readonly kind: 'linear'; readonly names: readonly string[]; readonly weights: readonly number[] }
  | {
      readonly kind: 'trees';
      readonly names: readonly string[];
      readonly trees: readonly RegressionTree[];
      /** What the trees say is multiplied by it: then it is on the scale of the blend. > 0. */
      readonly scale: number;
    };

/** A learned ranker in force. */
export interface LearnedRanker {
  readonly kind: RankerModel['kind'];
  readonly version: number;
  /**
   * What it adds to the score of a product, told by feature: parts are named `learned:<feature>`. Of a linear ranker they are
   * weight · value; of trees what the questions about the feature changed on the way down, so that all parts add up to the score.
   *
   * @param parts Of the score by the weights alone.
   */
  partsOf(parts: readonly ScorePart[]): ScorePart[];
}

export const LEARNED = 'learned:';

export function createLearnedRanker(model: RankerModel, version: number): LearnedRanker {
  const explain = model.kind === 'linear' ? explainSum(model) : explainTrees(model);
  return {
    kind: model.kind,
    version,
    partsOf: (parts) => explain(rankingFeatures(parts)).filter(({ contribution }) => contribution !== 0),
  };
}

function explainSum({ names, weights }: Extract<RankerModel, { kind: 'linear' }>) {
  return (features: RankingFeatures): ScorePart[] =>
    names.map((name, feature) => {
      const [weight, value] = [weights[feature] ?? 0, features[name] ?? 0];
      return { signal: LEARNED + name, weight, value, contribution: weight * value };
    });
}

/** What the trees say before they look at anything is said of every product and left out. */
function explainTrees({ names, trees, scale }: Extract<RankerModel, { kind: 'trees' }>) {
  return (features: RankingFeatures): ScorePart[] => {
    const read = (feature: number) => features[names[feature] ?? ''] ?? 0;
    const { contributions } = explainByTrees(trees, read, names.length);
    return names.map((name, feature) => {
      const value = contributions[feature] ?? 0;
      return { signal: LEARNED + name, weight: scale, value, contribution: scale * value };
    });
  };
}
