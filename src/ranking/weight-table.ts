import { type RankIntent, type RankingWeights, rankingWeights, WEIGHTS_VERSION } from './weights.ts';

/** The weights in force, one set for each intent. */
export interface WeightTable {
  /** Changes with any weight; logged with every list, so that lists of different weights are never mixed up. */
  readonly version: string;
  of(intent: RankIntent): RankingWeights;
}

/** The weights the product comes with. */
export const SHIPPED_WEIGHTS: WeightTable = {
  version: WEIGHTS_VERSION,
  of: (intent) => rankingWeights(intent),
};
