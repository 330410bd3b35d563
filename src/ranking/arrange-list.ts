import { createHash } from 'node:crypto';
import { createRandom } from '../domain/random.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import { type CategoryShares, calibrate } from './calibrate.ts';
import { collapseDuplicates, type TwinCollapse } from './collapse-duplicates.ts';
import { spreadByVolume } from './determinantal.ts';
import { discountPopularity } from './discount-popularity.ts';
import { diversify, type ScoredProduct, withoutVector } from './diversify.ts';
import { exposeSellers, type SellerLift } from './expose-sellers.ts';
import { type ListAdjustment, type ListCandidate, withFacts } from './list-adjustment.ts';
import { pickGreedily } from './pick-greedily.ts';
import { findSurprises, SURPRISE_EVERY } from './surprise.ts';
import type { RankingWeights } from './weights.ts';

/** What a list as a whole is judged by. What is left out has no effect. */
export interface Arrangement {
  readonly weights: RankingWeights;
  /** Length of the list, >= 0. */
  readonly limit: number;
  /** By product. */
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  /** In [0, 1]. */
  readonly popularity: (productId: string) => number;
  /** What the shopper deals with, by consent. */
  readonly wantedShares?: CategoryShares;
  /** In [0, 1]: how far `wantedShares` are believed. */
  readonly personalConfidence: number;
  /** Of the list: which surprise it holds is derived from it; the best one without it. */
  readonly seed?: string;
  /** What sellers are owed. */
  readonly sellerLift?: SellerLift;
}

/** Best of so many more than asked are looked at: beyond, hardly anything could climb into the list. */
const SLACK = 100;

/** Weights of a list that is only its best single products. */
export const NO_DIALS = {
  diversity: 0,
  volume: 0,
  duplicates: 0,
  calibration: 0,
  exposure: 0,
  tail: 0,
  surprise: 0,
} as const satisfies Partial<RankingWeights>;

/**
 * From the best single products to the best list, picked greedily: next comes the product with the highest score including
 * what the list so far makes of it. What is moved is moved by a part of its score, so that parts add up and the list is ordered
 * by its scores; weights are the dials, 0 leaves a dial out.
 *
 *   `diversity`    minus the largest likeness to what stands above (MMR)
 *   `volume`       minus what the ones above already say together (DPP), in place of it for a list without a history
 *   `duplicates`   minus 1 for the same thing again; `alike` counts what was left out
 *   `calibration`  what it brings the list nearer to the shopper's own mixture of categories
 *   `exposure`     what its seller is owed
 *   `tail`         minus the logarithm of its popularity
 *   `surprise`     at most so much lifts one unlikely product into every ten that have none
 *
 * Cost: O(limit · (limit + 100) · dimensions); with `volume`, limit in place of dimensions where that is more.
 *
 * @param scored Highest score first.
 */
export function arrangeList(scored: readonly ScoredProduct[], arrangement: Arrangement): RankedProduct[] {
  const limit = Math.max(0, Math.trunc(arrangement.limit));
  const pool = withFacts(scored.slice(0, limit + SLACK), arrangement.facts);
  const { adjustments, twins } = adjust(pool, arrangement, limit);
  const surpriseWeight = limit >= SURPRISE_EVERY ? arrangement.weights.surprise : 0;
  if (adjustments.length === 0 && surpriseWeight === 0) return scored.slice(0, limit).map(withoutVector);
  const picks = pickGreedily(pool, adjustments, limit, {
    weight: surpriseWeight,
    isSurprise: surpriseWeight === 0 ? () => false : findSurprises(pool, arrangement.popularity),
    random: arrangement.seed === undefined ? () => 0 : randomOf(arrangement.seed),
  });
  const shown = new Set(picks.map(({ position }) => position));
  return picks.map(({ position, product }) => {
    const alike = twins?.twinsOf(position).filter((twin) => !shown.has(twin)).length ?? 0;
    return alike === 0 ? product : { ...product, alike };
  });
}

const randomOf = (seed: string): (() => number) =>
  createRandom(createHash('sha256').update(`surprise ${seed}`).digest().readInt32LE(0));

function adjust(
  pool: readonly ListCandidate[],
  { weights, wantedShares, personalConfidence, sellerLift, popularity }: Arrangement,
  limit: number,
): { readonly adjustments: readonly ListAdjustment[]; readonly twins?: TwinCollapse } {
  const adjustments: ListAdjustment[] = [];
  if (weights.volume > 0 && personalConfidence === 0)
    adjustments.push(spreadByVolume(pool, weights.volume, limit));
  else if (weights.diversity > 0) adjustments.push(diversify(pool.length, weights.diversity));
  const believed = weights.calibration * personalConfidence;
  if (believed > 0 && wantedShares !== undefined && wantedShares.size > 0)
    adjustments.push(calibrate(pool, { wanted: wantedShares, weight: believed, length: Math.max(1, limit) }));
  if (weights.exposure > 0 && sellerLift !== undefined)
    adjustments.push(exposeSellers(pool, weights.exposure, sellerLift));
  if (weights.tail > 0) adjustments.push(discountPopularity(pool, weights.tail, popularity));
  if (weights.duplicates === 0) return { adjustments };
  const twins = collapseDuplicates(pool, weights.duplicates);
  return { adjustments: [...adjustments, twins], twins };
}
