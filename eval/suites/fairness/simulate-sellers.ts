import { createRandom } from '../../../src/domain/random.ts';
import type { IndexedFacts } from '../../../src/ports/product-index.ts';
import { arrangeList, NO_DIALS } from '../../../src/ranking/arrange-list.ts';
import { exposureAt, sellerMerits, sellerOf } from '../../../src/ranking/expose-sellers.ts';
import { withFacts } from '../../../src/ranking/list-adjustment.ts';
import { FAIR_RATIO } from '../../../src/ranking/measure-lists.ts';
import { createSellerLedger } from '../../../src/ranking/seller-ledger.ts';
import { rankingWeights } from '../../../src/ranking/weights.ts';

export interface SellersResult {
  /** Share of sellers whose exposure is within [.8, 1.25] of their merit. */
  readonly inBounds: number;
  /** The same of sellers who deserve less than a hundredth, and how many of them had at least .8 of it. */
  readonly smallServed: number;
  readonly ndcg: number;
  readonly lists: number;
}

const SELLERS = 200;
const CANDIDATES = 200;
const LENGTH = 10;
/** How much better than the last seller the first one's products fit, and how far fits spread around it. */
const ADVANTAGE = 0.1;
const SPREAD = 0.3;

/**
 * A market of 200 sellers: seller s has a Zipf share 1 / s of the candidates, and the larger a seller the better its products
 * fit, so that the top of a list is theirs beyond their share of what would do. Relevance is in (0, 1]; the list is ranked by it.
 *
 * @param weight Of the dial.
 */
export function simulateSellers(lists: number, weight: number, seed: number): SellersResult {
  const random = createRandom(seed);
  const shares = zipf(SELLERS);
  const ledger = createSellerLedger();
  const weights = { ...rankingWeights('recommend'), ...NO_DIALS, exposure: weight };
  const had = new Map<string, number>();
  const due = new Map<string, number>();
  let quality = 0;
  for (let list = 0; list < lists; list += 1) {
    const { scored, facts } = drawCandidates(random, shares);
    const ranked = arrangeList(scored, {
      weights,
      facts,
      limit: LENGTH,
      popularity: () => 0,
      personalConfidence: 0,
      sellerLift: ledger.liftOf,
    });
    const merits = sellerMerits(withFacts(scored, facts));
    const shown = ranked.map(({ productId }) => sellerOf(facts.get(productId)));
    ledger.record({ shown, merits });
    let worth = 0;
    shown.forEach((seller, position) => {
      worth += exposureAt(position);
      if (seller !== undefined) had.set(seller, (had.get(seller) ?? 0) + exposureAt(position));
    });
    for (const [seller, merit] of merits) due.set(seller, (due.get(seller) ?? 0) + merit * worth);
    const relevance = new Map(scored.map(({ productId, score }) => [productId, score]));
    const gains = ranked.map(({ productId }) => relevance.get(productId) ?? 0);
    quality += gainOf(gains) / gainOf(scored.slice(0, LENGTH).map(({ score }) => score));
  }
  const total = [...due.values()].reduce((left, right) => left + right, 0);
  const ratios = [...due].map(([seller, merit]) => ({ merit, ratio: (had.get(seller) ?? 0) / merit }));
  const small = ratios.filter(({ merit }) => merit < 0.01 * total);
  return {
    inBounds:
      ratios.filter(({ ratio }) => ratio >= FAIR_RATIO.least && ratio <= FAIR_RATIO.most).length /
      ratios.length,
    smallServed: small.filter(({ ratio }) => ratio >= FAIR_RATIO.least).length / Math.max(1, small.length),
    ndcg: quality / lists,
    lists,
  };
}

/** Cumulative Zipf shares, the last one 1. */
function zipf(count: number): number[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1));
  const total = weights.reduce((left, right) => left + right, 0);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight / total;
    return sum;
  });
}

function drawCandidates(random: () => number, shares: readonly number[]) {
  const facts = new Map<string, IndexedFacts>();
  const vector = new Float32Array(0);
  const scored = Array.from({ length: CANDIDATES }, (_, position) => {
    const drawn = random();
    const seller = shares.findIndex((share) => drawn <= share);
    const advantage = ADVANTAGE * (1 - Math.log(seller + 1) / Math.log(SELLERS));
    const score = 1 - ADVANTAGE - SPREAD * random() + advantage;
    const productId = `product-${position}`;
    facts.set(productId, {
      productId,
      priceMinor: 1_000,
      availability: 'in-stock',
      attributes: { seller: [`seller-${seller}`] },
      categoryKeys: [],
      titles: [],
      vector,
    });
    const parts = [{ signal: 'taste', weight: 1, value: score, contribution: score }];
    return { productId, score, parts, sources: [], vector };
  });
  scored.sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
  return { scored, facts };
}

const gainOf = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, position) => sum + gain * exposureAt(position), 0);
