import type { Candidate } from '../domain/candidate.ts';
import { blendParts, createBlend } from './blend-recommenders.ts';
import { type Complement, createComplementSearch } from './complement-search.ts';
import { createFactorSearch, type Reasons } from './fold-in.ts';
import { type HistoryItem, inOrder } from './history-item.ts';
import { createPopularityList } from './list-popular.ts';
import type { ModelSet } from './model-kinds.ts';
import { createNeighbourSearch, type HistorySearch } from './search-neighbours.ts';
import { createVisitSearch } from './search-visits.ts';
import { weighByAge } from './train-transitions.ts';

/** What was learned. A model that is not there gives empty lists. */
export interface RecommenderModels extends Partial<ModelSet> {
  readonly versions?: Readonly<Record<string, number>>;
}

/** Behaviour to candidates. Every list is best first, ties by productId; unknown products and untrained models give empty lists. */
export interface Recommender {
  readonly isTrained: boolean;
  /** Model kind to stored version. */
  readonly versions: Readonly<Record<string, number>>;
  /**
   * Products that follow from a history, by the blend of neighbours and ridge, or by the one of them that is there; none of the
   * history itself. `because` holds the largest shares of what spoke for a product, at most five.
   * Cost: O(history · neighbours).
   */
  taste(history: readonly HistoryItem[], limit: number): Candidate[];
  /**
   * Products of the largest inner product with the shopper's folded-in vector, from the first click on; none of the history.
   * Every product of the history counts alike, as it did in training. Cost: O(products · dimensions).
   */
  factors(history: readonly HistoryItem[], limit: number): Candidate[];
  /** The shopper's vector that `factors` searches with, for an index that holds the products' ones; undefined for a stranger. */
  foldIn(history: readonly HistoryItem[]): Float32Array | undefined;
  /** What of a history speaks for products by their factors, as `because` says. */
  factorReasons(history: readonly HistoryItem[], productIds: readonly string[]): Reasons;
  /**
   * Products that tend to come after what stands last in a history; none of the history itself. Its weights do not count, its
   * times do. Cost: O(history · neighbours).
   */
  next(history: readonly HistoryItem[], limit: number): Candidate[];
  /**
   * Products of visits that were like this one, else of the taste that it tells.
   *
   * @param opened Products opened in this visit, oldest first.
   */
  session(opened: readonly string[], limit: number): Candidate[];
  /** Products chosen together with one product. */
  goesWith(productId: string, limit: number): Candidate[];
  /** What is bought together with a product, and then what is looked at together with it, tested for chance. */
  complements(productId: string): readonly Complement[];
  /** The most popular products of a market; of all markets when it is unknown or absent. */
  popular(market: string | undefined, limit: number): Candidate[];
  /** In [0, 1]: 1 for the most popular product of the market, 0 for one never seen. */
  popularity(productId: string, market: string | undefined): number;
  /** Whether a market has a popularity of its own; else that of all markets stands in for it. */
  knowsMarket(market: string): boolean;
  /** Shoppers that dealt with a product, each once a day; 0 before the first training, infinite where they were not counted. */
  interactions(productId: string): number;
}

/** What was opened one product earlier in a visit counts this much less where no visit was like it. */
const VISIT_DECAY = 0.8;

/** Each product as much as any other. */
const equally = (history: readonly HistoryItem[]): HistoryItem[] =>
  history.filter(({ weight }) => weight > 0).map((item) => ({ ...item, weight: 1 }));

const findNothing = (): Candidate[] => [];

export function createRecommender(models: RecommenderModels): Recommender {
  const { neighbours, transitions, visits } = models;
  const together: HistorySearch = neighbours === undefined ? findNothing : createNeighbourSearch(neighbours);
  const following: HistorySearch =
    transitions === undefined ? findNothing : createNeighbourSearch(transitions);
  const alike = visits === undefined ? findNothing : createVisitSearch(visits);
  const taste = createTaste(models) ?? together;
  const folded = models.factors === undefined ? undefined : createFactorSearch(models.factors);
  const popularity = models.popularity === undefined ? undefined : createPopularityList(models.popularity);
  return {
    isTrained: (neighbours?.neighbours.length ?? 0) > 0,
    versions: models.versions ?? {},
    taste,
    factors: (history, limit) => folded?.list(equally(history), limit) ?? [],
    foldIn: (history) => folded?.foldIn(equally(history)),
    factorReasons: (history, productIds) => folded?.reasons(equally(history), productIds) ?? new Map(),
    next: (history, limit) => following(weighByAge(inOrder(history)), limit),
    session(opened, limit) {
      const found = alike(opened, limit);
      return found.length > 0 ? found : taste(weighByAge(opened, VISIT_DECAY), limit);
    },
    goesWith: (productId, limit) => together([{ productId, weight: 1 }], limit),
    complements: models.complements === undefined ? () => [] : createComplementSearch(models.complements),
    popular: (market, limit) => popularity?.list(market, limit) ?? [],
    popularity: (productId, market) => popularity?.score(productId, market) ?? 0,
    interactions: (productId) => popularity?.interactions(productId) ?? 0,
    knowsMarket: (market) => popularity?.knows(market) ?? false,
  };
}

/** The ridge, blended with the neighbours where there are any; undefined without a ridge. */
function createTaste({ neighbours, ridge }: RecommenderModels): HistorySearch | undefined {
  if (ridge === undefined) return undefined;
  const { productIds, bySource } = ridge;
  return createBlend(
    productIds,
    neighbours === undefined ? [{ rows: bySource, share: 1 }] : blendParts(neighbours, ridge),
  );
}
