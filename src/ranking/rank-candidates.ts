import type { RankedProduct } from '../domain/ranking.ts';
import { type Arrangement, arrangeList, NO_DIALS } from './arrange-list.ts';
import { withoutVector } from './diversify.ts';
import { sellerMerits } from './expose-sellers.ts';
import { withFacts } from './list-adjustment.ts';
import { placePins } from './rules/place-pins.ts';
import type { Pin } from './rules/rule-book.ts';
import { type ScoreRequest, scoreCandidates } from './score-candidates.ts';
import { rankingWeights } from './weights.ts';

export interface RankRequest
  extends ScoreRequest,
    Pick<Arrangement, 'limit' | 'wantedShares' | 'sellerLift' | 'seed'> {
  /** The best single products, whatever the dials: an order that pages can be cut from. */
  readonly unarranged?: boolean;
  /** Places that merchants' rules give to products; those that are not scored are left out. */
  readonly pins?: readonly Pin[];
}

/** A list, and what the sellers of all its candidates deserved of it; of none where the dial for it is 0. */
export interface RankedList {
  readonly ranked: RankedProduct[];
  /** The best single candidates before they were made a list, at most 200, highest score first. */
  readonly best: readonly Pick<RankedProduct, 'productId' | 'score'>[];
  readonly merits: ReadonlyMap<string, number>;
}

const MOST_BEST = 200;

/**
 * One list of all candidates: every score is the sum of its parts (`scoreCandidates`), and the list is more than its best
 * single products (`arrangeList`). Pure; highest score first, ties by productId.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight or confidence out of range.
 */
export const rankCandidates = (request: RankRequest): RankedProduct[] => rankList(request).ranked;

/** As `rankCandidates`, for who keeps account of sellers. */
export function rankList(request: RankRequest): RankedList {
  const weights = rankingWeights(request.intent, request.weights ?? {});
  const scored = scoreCandidates({ ...request, weights });
  const dials = request.unarranged === true ? { ...weights, ...NO_DIALS } : weights;
  const { wantedShares, pins = [], ...arrangement } = request;
  const places = new Set(pins.map(({ productId }) => productId));
  const pinned = new Map(
    scored.flatMap((product) =>
      places.has(product.productId) ? [[product.productId, withoutVector(product)]] : [],
    ),
  );
  const others = pinned.size === 0 ? scored : scored.filter(({ productId }) => !pinned.has(productId));
  const list = arrangeList(others, {
    ...arrangement,
    weights: dials,
    // A present is not for the shopper.
    ...(wantedShares === undefined || request.need.recipient !== undefined ? {} : { wantedShares }),
  });
  const ranked =
    pinned.size === 0 ? list : placePins(list, pinned, pins).slice(0, Math.max(0, Math.trunc(request.limit)));
  const merits =
    dials.exposure > 0 ? sellerMerits(withFacts(scored, request.facts)) : new Map<string, number>();
  return { ranked, merits, best: scored.slice(0, MOST_BEST) };
}
