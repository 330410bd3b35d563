import { createHash } from 'node:crypto';
import {
  RANK_INTENTS,
  type RankIntent,
  type RankingWeights,
  rankingWeights,
  type WeightChanges,
} from './weights.ts';

/** The weights in force, one set for each intent. */
export interface WeightTable {
  /** Changes with any weight; logged with every list, so that lists of different weights are never mixed up. */
  readonly version: string;
  of(intent: RankIntent): RankingWeights;
}

/**
 * The shipped weights with changes, whole for every intent: what is not changed stays as shipped.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight that is negative, NaN or infinite.
 */
export function createWeightTable(changes: WeightChanges): WeightTable {
  const weights = new Map(
    RANK_INTENTS.map((intent) => [
      intent,
      rankingWeights(intent, changes.every ?? {}, changes[intent] ?? {}),
    ]),
  );
  const version = createHash('sha256').update(JSON.stringify([...weights]));
  return {
    version: version.digest('hex').slice(0, 8),
    of: (intent) => weights.get(intent) ?? rankingWeights(intent),
  };
}

/** The weights the product comes with. */
export const SHIPPED_WEIGHTS: WeightTable = createWeightTable({});
