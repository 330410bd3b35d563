import {
  evaluateRecommendations,
  type RecommendationQuality,
} from '../../../src/recommendation/evaluate-recommendations.ts';
import { createRecommender } from '../../../src/recommendation/recommender.ts';
import { DEFAULT_NEIGHBOUR_OPTIONS, trainNeighbours } from '../../../src/recommendation/train-neighbours.ts';
import { readHistories, toMatrix } from '../recommend/histories.ts';
import { recommendBy, toCases } from '../recommend.ts';

export type PopularityPrice = Omit<RecommendationQuality, 'shoppers'>;

/** Neighbours learned with each popularity discount: what recall it costs, and what inequality it takes away. */
export async function discountPopular(
  train: string,
  test: string,
  betas: readonly number[],
): Promise<Readonly<Record<string, PopularityPrice>>> {
  const ids = new Map<string, string>();
  const known = await readHistories(train, ids);
  const later = await readHistories(test, ids);
  const productIds = [...new Set([...known.values(), ...later.values()].flat())].sort();
  const matrix = toMatrix([...known.values()], productIds);
  const cases = toCases(known, later);
  return Object.fromEntries(
    betas.map((beta) => {
      const neighbours = trainNeighbours(matrix, { ...DEFAULT_NEIGHBOUR_OPTIONS, beta });
      const recommend = recommendBy(createRecommender({ neighbours }).taste);
      const { shoppers: _, ...quality } = evaluateRecommendations(
        cases,
        recommend,
        productIds.length,
      ).quality;
      return [`beta ${beta}`, quality];
    }),
  );
}
