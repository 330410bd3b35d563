import type { ShowMode } from '../domain/act.ts';
import type { Market } from '../domain/market.ts';
import {
  type Constraint,
  hardConstraints,
  type ListOrder,
  type Need,
  sameConstraint,
} from '../domain/need.ts';
import type { Product } from '../domain/product.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { Reason } from '../domain/reason.ts';
import type { Degradation, ProductView } from '../domain/turn.ts';
import type { IndexScope } from '../ports/product-index.ts';
import { sellerOf } from '../ranking/expose-sellers.ts';
import { rankList } from '../ranking/rank-candidates.ts';
import { applyStrategy } from '../ranking/strategies.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { ReadCorrection } from '../retrieval/read-corrections.ts';
import { confirmInStore, type FirstLook } from './confirm-in-store.ts';
import type { ListChoice } from './explore-lists.ts';
import { CANDIDATE_LIMIT, gatherCandidates } from './gather-candidates.ts';
import { orderProducts } from './order-products.ts';
import { type PastFacts, pastFacts, presentInterest } from './present-interest.ts';
import type { OfferedVariant, ViewContext } from './product-view.ts';
import type { Shop } from './shop.ts';
import { tellCorrections } from './tell-corrections.ts';
import type { ListTrail } from './trace-lists.ts';
import { underRules, versionUnder } from './under-rules.ts';
import { wantedShares } from './wanted-shares.ts';

/** Whom a list is for and where it stands, as far as rules, experiments and the log need it. */
export interface Audience {
  readonly surface: 'chat' | 'search' | 'recommendations' | 'similar' | 'goes-with';
  /** Of the message or request: all that is random about a list is derived from it. */
  readonly seed: string;
  /** Of the list in the log; the seed when absent. */
  readonly listId?: string;
  /** What the shop may address: "visitor", "customer". */
  readonly segments: readonly string[];
}

/** How a list came about; logged with what it showed. */
export interface ListMaking {
  /** Versions of catalogue, models and weights. */
  readonly rankingVersion: string;
  /** The kinds of things that were asked for (`askedScope`); absent where nothing was ranked. */
  readonly scope?: readonly string[];
  /** Probability in (0, 1] that this way of ranking was chosen. */
  readonly propensity: number;
  /** The strategy it is ranked by, and how it was chosen; absent when there was nothing to choose. */
  readonly strategy?: string;
  readonly choice?: ListChoice;
}

export interface ListRequest {
  readonly audience: Audience;
  readonly need: Need;
  readonly intent: ShowMode | 'search' | 'recommend';
  readonly market: Market;
  readonly view: Omit<ViewContext, 'labels' | 'market'>;
  readonly exclude: readonly string[];
  /** Of the shopper, with consent; else empty. */
  readonly history: readonly HistoryItem[];
  /** Products opened in this visit, newest last. */
  readonly opened: readonly string[];
  readonly limit: number;
  /** Place of the order that the list begins at, >= 0; the first by default. */
  readonly from?: number;
  /** Limits of the need that are never given up. */
  readonly firm?: readonly Constraint[];
  /** By what the list is ordered; scores and parts are told all the same. */
  readonly sort?: ListOrder;
}

export interface ListedProduct {
  readonly product: Product;
  readonly offered: OfferedVariant;
  readonly view: ProductView;
  readonly ranked: RankedProduct;
  readonly reasons: readonly Reason[];
}

export interface ProductList {
  readonly products: readonly ListedProduct[];
  /** Products that fulfil the hard limits left in force, exactly. */
  readonly total: number;
  /** Place of the order that the next list begins at; absent after the last product. */
  readonly next?: number;
  readonly relaxed: readonly Constraint[];
  readonly scope: IndexScope;
  /** Title of the product the need says it should resemble. */
  readonly similarTitle?: string;
  /** What may be wanted, shown or not, at most 200, highest score first. */
  readonly best: readonly Pick<RankedProduct, 'productId' | 'score'>[];
  /** Words that were read as others, which the products shown hold. */
  readonly corrections: readonly ReadCorrection[];
  readonly making: ListMaking;
  /** What else was in question. */
  readonly trail?: ListTrail;
  readonly degraded: readonly Degradation[];
  readonly retrieveMs: number;
  readonly rankMs: number;
}

/** Products looked at again in the store, for each one shown. */
const RECHECK_FACTOR = 3;
/** How often further products are looked at when the store confirms too few. */
const MOST_LOOKS = 5;
const NOTHING_PAST: PastFacts = new Map();
/** A shopper's evidence counts n / (n + 5). */
const CONFIDENCE_HALF = 5;

/** Need to list: retrieve and recommend side by side, rank, then look every product up in the store again. */
export async function listProducts(
  openShop: Shop,
  request: ListRequest,
  signal: AbortSignal,
): Promise<ProductList> {
  const startedMs = performance.now();
  await openShop.refreshPrices(request.view.nowMs);
  const shop = underRules(openShop, {
    ...request.view,
    market: request.market.country,
    segments: request.audience.segments,
  });
  const rules = shop.rulesFor(request.need);
  const { scope, lessons } = shop.taughtFor(request.need);
  const ranking = shop.ranking.current();
  const { retrieval, lists, facts, pinned } = await gatherCandidates(shop, request, signal);
  const retrievedMs = performance.now();
  const choice = ranking.strategies?.choose(request, { lists, coverage: retrieval.coverage });
  const usual = ranking.weights.of(request.intent);
  const weights = choice === undefined ? usual : applyStrategy(usual, choice.strategy);
  const past =
    weights.calibration > 0 || weights.interest > 0 ? await pastFacts(shop, request, signal) : NOTHING_PAST;
  const { ranked, merits, best } = rankList({
    intent: request.intent,
    lists,
    coverage: retrieval.coverage,
    wording: retrieval.wording,
    facts,
    need: request.need,
    weights,
    sellerLift: ranking.sellers.liftOf,
    seed: request.audience.seed,
    interest: presentInterest(request, past),
    ...(weights.calibration > 0
      ? { wantedShares: wantedShares(request.history, past, request.view.nowMs) }
      : {}),
    personalConfidence: personalConfidence(request),
    popularity: (productId) => shop.recommender.popularity(productId, request.market.country),
    // Pages of a search are cut from one order, however long they are; looking at neighbours would tie it to the length.
    ...(request.intent === 'search' || request.sort !== undefined
      ? { limit: CANDIDATE_LIMIT, unarranged: true }
      : { limit: request.limit * RECHECK_FACTOR }),
    ...(ranking.ranker === undefined ? {} : { ranker: ranking.ranker }),
    ruleParts: rules.partsOf,
    lessons: lessons.added,
    also: pinned,
    // Who orders by price has ordered the list.
    pins: request.sort === undefined ? rules.pins : [],
  });
  const limits = hardConstraints(request.need).filter(
    (limit) => !retrieval.relaxed.some((given) => sameConstraint(given, limit)),
  );
  const look = { limits, scope: retrieval.scope, facts, isExcluded: rules.isExcluded };
  const confirmed = await confirmInOrder(shop, request, { ranked, total: retrieval.total, look }, signal);
  if (merits.size > 0)
    ranking.sellers.record({
      shown: confirmed.products.map(({ product }) => sellerOf(facts.get(product.productId))),
      merits,
    });
  return {
    ...confirmed,
    total: retrieval.total,
    relaxed: retrieval.relaxed,
    scope: retrieval.scope,
    best,
    corrections: tellCorrections(
      retrieval.corrections,
      confirmed.products.map(({ product }) => product),
    ),
    making: {
      rankingVersion: versionUnder(shop, request.need),
      scope,
      propensity: choice?.propensity ?? 1,
      ...(choice === undefined ? {} : { strategy: choice.strategy.name, choice }),
    },
    trail: { lists, ranked, rules: rules.version },
    degraded: retrieval.degraded ?? [],
    retrieveMs: retrievedMs - startedMs,
    rankMs: performance.now() - retrievedMs,
  };
}

interface Order {
  readonly ranked: readonly RankedProduct[];
  readonly total: number;
  readonly look: FirstLook;
}

/** Goes along the order until the store has confirmed enough, and says where to go on. */
async function confirmInOrder(
  shop: Shop,
  request: ListRequest,
  { ranked, total, look }: Order,
  signal: AbortSignal,
): Promise<Pick<ProductList, 'products' | 'similarTitle' | 'next'>> {
  const { sort, exclude, market, limit } = request;
  const scope = { ...look.scope, market: market.country };
  const products: ListedProduct[] = [];
  let from = request.from ?? 0;
  let similarTitle: string | undefined;
  for (let looks = 0; looks < MOST_LOOKS && products.length < limit; looks += 1) {
    const place = { from, length: limit * RECHECK_FACTOR };
    const stretch = await orderProducts(
      shop.index,
      { ...place, ranked, scope, exclude, ...(sort === undefined ? {} : { sort }) },
      signal,
    );
    const wanted = { ...request, limit: limit - products.length };
    const confirmed = await confirmInStore(shop, wanted, stretch, look);
    similarTitle = confirmed.similarTitle;
    products.push(...confirmed.products);
    from += confirmed.looked;
    if (stretch.length < place.length) break;
  }
  return {
    products,
    ...(similarTitle === undefined ? {} : { similarTitle }),
    ...(from < total ? { next: from } : {}),
  };
}

/** How far what is known of the shopper is trusted, in [0, 1). */
export function personalConfidence({ history, opened }: Pick<ListRequest, 'history' | 'opened'>): number {
  const evidence = history.length + opened.length;
  return evidence / (evidence + CONFIDENCE_HALF);
}
