import type { RankedProduct } from '../domain/ranking.ts';
import { type Arrangement, arrangeList, NO_DIALS } from './arrange-list.ts';
import { type ScoreRequest, scoreCandidates } from './score-candidates.ts';
import { rankingWeights } from './weights.ts';

export interface RankRequest
  extends ScoreRequest,
    Pick<Arrangement, 'limit' | 'wantedShares' | 'sellerLift'> {
  /** The best single products, whatever the dials: an order that pages can be cut from. */
  readonly unarranged?: boolean;
}

/**
 * One list of all candidates: every score is the sum of its parts (`scoreCandidates`), and the list is more than its best
 * single products (`arrangeList`). Pure; highest score first, ties by productId.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight or confidence out of range.
 */
export function rankCandidates(request: RankRequest): RankedProduct[] {
  const weights = rankingWeights(request.intent, request.weights ?? {});
  const scored = scoreCandidates({ ...request, weights });
  const dials = request.unarranged === true ? { ...weights, ...NO_DIALS } : weights;
  const { wantedShares, ...arrangement } = request;
  return arrangeList(scored, {
    ...arrangement,
    weights: dials,
    // A present is not for the shopper.
    ...(wantedShares === undefined || request.need.recipient !== undefined ? {} : { wantedShares }),
  });
}
