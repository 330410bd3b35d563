import type { ShowMode } from '../domain/act.ts';
import type { CandidateList } from '../domain/candidate.ts';
import type { Market } from '../domain/market.ts';
import { type Constraint, hardConstraints, type Need, sameConstraint } from '../domain/need.ts';
import type { Product } from '../domain/product.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { Reason } from '../domain/reason.ts';
import type { Degradation, ProductView } from '../domain/turn.ts';
import type { IndexedFacts, IndexScope } from '../ports/product-index.ts';
import { rankCandidates } from '../ranking/rank-candidates.ts';
import { behaviourLists } from './behaviour-lists.ts';
import { confirmInStore } from './confirm-in-store.ts';
import type { OfferedVariant, ViewContext } from './product-view.ts';
import type { Shop } from './shop.ts';

export interface ListRequest {
  readonly need: Need;
  readonly intent: ShowMode | 'search' | 'recommend';
  readonly market: Market;
  readonly view: Omit<ViewContext, 'labels' | 'market'>;
  readonly exclude: readonly string[];
  /** Of the shopper, with consent; else empty. */
  readonly history: readonly { readonly productId: string; readonly weight: number }[];
  /** Products opened in this visit, newest last. */
  readonly opened: readonly string[];
  readonly limit: number;
  /** Limits of the need that are never given up. */
  readonly firm?: readonly Constraint[];
  /** By what the list is ordered; scores and parts are told all the same. */
  readonly sort?: 'price-ascending' | 'price-descending';
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
  readonly relaxed: readonly Constraint[];
  readonly scope: IndexScope;
  /** Title of the product the need says it should resemble. */
  readonly similarTitle?: string;
  readonly degraded: readonly Degradation[];
  readonly retrieveMs: number;
  readonly rankMs: number;
}

/** Candidates of each retrieval source. */
const RETRIEVAL_LIMIT = 200;
/** Candidates that are ranked, whatever the sources. */
const CANDIDATE_LIMIT = 500;
/** Ranked products looked at again in the store, for each one shown. */
const RECHECK_FACTOR = 3;
/** A shopper's evidence counts n / (n + 5). */
const CONFIDENCE_HALF = 5;

/** Need to list: retrieve and recommend side by side, rank, then look every product up in the store again. */
export async function listProducts(
  shop: Shop,
  request: ListRequest,
  signal: AbortSignal,
): Promise<ProductList> {
  const startedMs = performance.now();
  await shop.refreshPrices(request.view.nowMs);
  const behaviour = behaviourLists(shop, request);
  const retrieval = await shop.retriever.retrieve(
    {
      need: request.need,
      market: request.market.country,
      language: request.view.language,
      exclude: request.exclude,
      given: [
        ...new Set(behaviour.flatMap((list) => list.candidates.map((candidate) => candidate.productId))),
      ],
      limit: RETRIEVAL_LIMIT,
      onlyAvailable: true,
      ...(request.firm === undefined ? {} : { firm: request.firm }),
    },
    signal,
  );
  const lists = [
    ...retrieval.lists,
    ...behaviour.map((list) => ({
      ...list,
      candidates: list.candidates.filter(({ productId }) => retrieval.given.has(productId)),
    })),
  ];
  const facts = await factsOf(shop, retrieval.scope, lists, signal);
  const retrievedMs = performance.now();
  const ranked = rankCandidates({
    intent: request.intent,
    lists,
    coverage: retrieval.coverage,
    facts,
    need: request.need,
    personalConfidence: confidence(request.history.length + request.opened.length),
    popularity: (productId) => shop.recommender.popularity(productId, request.market.country),
    limit: request.sort === undefined ? request.limit * RECHECK_FACTOR : CANDIDATE_LIMIT,
    nowMs: request.view.nowMs,
  });
  const ordered =
    request.sort === undefined ? ranked : await byPrice(shop, request, retrieval.scope, ranked, signal);
  const limits = hardConstraints(request.need).filter(
    (limit) => !retrieval.relaxed.some((given) => sameConstraint(given, limit)),
  );
  const confirmed = await confirmInStore(shop, request, ordered, {
    limits,
    scope: retrieval.scope,
    facts,
  });
  return {
    ...confirmed,
    total: retrieval.total,
    relaxed: retrieval.relaxed,
    scope: retrieval.scope,
    degraded: retrieval.degraded ?? [],
    retrieveMs: retrievedMs - startedMs,
    rankMs: performance.now() - retrievedMs,
  };
}

/** The cheapest or dearest of the scope, whatever their score; one that no source named has none. */
async function byPrice(
  shop: Shop,
  { sort, limit, market }: ListRequest,
  scope: IndexScope,
  ranked: readonly RankedProduct[],
  signal: AbortSignal,
): Promise<RankedProduct[]> {
  const order = sort === 'price-descending' ? 'descending' : 'ascending';
  const sources = [{ source: 'price' as const, order, limit: limit * RECHECK_FACTOR } as const];
  const [hits = []] = await shop.index.search({ ...scope, market: market.country }, sources, signal);
  const known = new Map(ranked.map((entry) => [entry.productId, entry]));
  return hits.map(({ productId }) => known.get(productId) ?? { productId, score: 0, parts: [], sources: [] });
}

const confidence = (evidence: number): number => evidence / (evidence + CONFIDENCE_HALF);

async function factsOf(
  shop: Shop,
  scope: IndexScope,
  lists: readonly CandidateList[],
  signal: AbortSignal,
): Promise<Map<string, IndexedFacts>> {
  const ids = new Set<string>();
  const deepest = Math.max(0, ...lists.map((list) => list.candidates.length));
  // Round after round, one of each list, so that no source is cut off whole by the limit.
  for (let rank = 0; rank < deepest && ids.size < CANDIDATE_LIMIT; rank += 1) {
    for (const list of lists) {
      const candidate = list.candidates[rank];
      if (candidate !== undefined && ids.size < CANDIDATE_LIMIT) ids.add(candidate.productId);
    }
  }
  const facts = await shop.index.facts(scope, [...ids], signal);
  return new Map(facts.map((known) => [known.productId, known]));
}
