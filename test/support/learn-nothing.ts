import type { RecommendationQuality } from '../../src/recommendation/evaluate-recommendations.ts';
import type { TrainReport } from '../../src/recommendation/train-models.ts';

const NONE: RecommendationQuality = { 'recall@20': 0, 'ndcg@20': 0, coverage: 0, gini: 0, shoppers: 0 };

/** The report of a shop without behaviour. */
export async function learnNothing(): Promise<TrainReport> {
  return {
    version: 0,
    activated: false,
    reason: 'there are no interactions with products of the catalogue',
    quality: NONE,
    baseline: NONE,
    sources: {
      shoppers: { taste: NONE, neighbours: NONE, ridge: NONE, factors: NONE, next: NONE, popular: NONE },
      visits: { session: NONE, popular: NONE },
    },
    interactions: 0,
    shoppers: 0,
    products: 0,
    seconds: 0,
  };
}
