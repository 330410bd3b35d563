import type { RankedProduct } from '../domain/ranking.ts';
import { arrangeList } from './arrange-list.ts';
import { type ScoreRequest, scoreCandidates } from './score-candidates.ts';
import { rankingWeights } from './weights.ts';

export interface RankRequest extends ScoreRequest {
  /** Length of the list, >= 0. */
  readonly limit: number;
  /** Takes the place of the diversity weight. */
  readonly diversity?: number;
}

/**
 * One list of all candidates: every score is the sum of its parts (`scoreCandidates`), and the list is more than its best
 * single products (`arrangeList`). Pure; highest score first, ties by productId.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight or confidence out of range.
 */
export function rankCandidates(request: RankRequest): RankedProduct[] {
  const weights = rankingWeights(request.intent, {
    ...request.weights,
    ...(request.diversity === undefined ? {} : { diversity: request.diversity }),
  });
  return arrangeList(scoreCandidates({ ...request, weights }), { weights, limit: request.limit });
}
