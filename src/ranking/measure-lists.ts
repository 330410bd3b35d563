import { giniOf } from '../domain/gini.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import { type CategoryShares, leafCategory, miscalibration } from './calibrate.ts';
import { logPopularity } from './discount-popularity.ts';
import { exposureAt, sellerOf } from './expose-sellers.ts';

/** A list as it was shown, and to whom as far as that may be known. */
export interface ShownList {
  /** Best first. */
  readonly products: readonly { readonly productId: string; readonly score: number }[];
  /** Names the visit or shopper, so that repetitions are seen; absent when every list is somebody else's. */
  readonly audience?: string;
  /** The shopper's own mixture of categories, by consent. */
  readonly wanted?: CategoryShares;
}

/** What the lists are measured against. */
export interface ListedShop {
  /** Products that could have been shown, >= 0. */
  readonly catalogueSize: number;
  factsOf(productId: string): IndexedFacts | undefined;
  /** In [0, 1]. */
  popularity(productId: string): number;
  /** Whether the product is among the most popular tenth: what a list would hold that knows nothing of anybody. */
  isExpected(productId: string): boolean;
}

/** How a collection of lists treats shoppers, products and sellers. A measure that nothing is known for is 0. */
export interface ListMeasures {
  readonly lists: number;
  /** Inequality of exposure over the whole catalogue, in [0, 1]. */
  readonly gini: number;
  /** Share of the catalogue that any list shows. */
  readonly coverage: number;
  /** Mean logarithmic popularity of what is shown, in [0, 1]; see `logPopularity`. */
  readonly popularity: number;
  /** Diversity within a list: 1 minus the mean cosine of its pairs. */
  readonly diversity: number;
  /** Share of what is shown that is not of the most popular tenth. */
  readonly unexpectedness: number;
  /** Mean KL divergence of the list's mixture of categories from the shopper's, in nats. */
  readonly miscalibration: number;
  /** Inequality of exposure over the sellers that were shown, in [0, 1]. */
  readonly sellerGini: number;
  /** Share of sellers whose exposure is within [.8, 1.25] of their part of the scores shown. */
  readonly sellersInBounds: number;
  /** Share of what is shown that the same audience was shown before. */
  readonly repeated: number;
  /** Share of audiences that saw fewer than three categories. */
  readonly fewCategories: number;
}

const FEW_CATEGORIES = 3;
/** Exposure over merit of a seller who is treated fairly. */
export const FAIR_RATIO = { least: 0.8, most: 1.25 } as const;

/**
 * Measures lists in one pass over them. Exposure of a place is 1 / log2(rank + 1).
 * Cost: O(lists · length² · dimensions).
 */
export function measureLists(lists: Iterable<ShownList>, shop: ListedShop): ListMeasures {
  const exposure = new Map<string, number>();
  const sellers = new Map<string, { exposure: number; merit: number }>();
  const audiences = new Map<string, { seen: Set<string>; categories: Set<string> }>();
  const sum = {
    lists: 0,
    shown: 0,
    popularity: 0,
    unexpected: 0,
    repeated: 0,
    diversity: 0,
    diverse: 0,
    kl: 0,
    personal: 0,
  };
  for (const { products, audience, wanted } of lists) {
    sum.lists += 1;
    const facts = products.map(({ productId }) => shop.factsOf(productId));
    const name = audience ?? `list ${sum.lists}`;
    const seen = audiences.get(name) ?? { seen: new Set(), categories: new Set() };
    audiences.set(name, seen);
    products.forEach(({ productId }, position) => {
      sum.shown += 1;
      sum.popularity += logPopularity(shop.popularity(productId));
      if (!shop.isExpected(productId)) sum.unexpected += 1;
      if (seen.seen.has(productId)) sum.repeated += 1;
      seen.seen.add(productId);
      const category = leafCategory(facts[position]);
      if (category !== undefined) seen.categories.add(category);
      exposure.set(productId, (exposure.get(productId) ?? 0) + exposureAt(position));
    });
    countSellers(sellers, products, facts);
    const likeness = meanLikeness(facts);
    if (likeness !== undefined) {
      sum.diversity += 1 - likeness;
      sum.diverse += 1;
    }
    if (wanted !== undefined && wanted.size > 0) {
      sum.kl += miscalibration(wanted, facts.map(leafCategory));
      sum.personal += 1;
    }
  }
  const accounts = [...sellers.values()];
  const fair = accounts.filter(({ exposure: had, merit }) => {
    const ratio = merit > 0 ? had / merit : 1;
    return ratio >= FAIR_RATIO.least && ratio <= FAIR_RATIO.most;
  });
  const poor = [...audiences.values()].filter(({ categories }) => categories.size < FEW_CATEGORIES);
  return {
    lists: sum.lists,
    gini: giniOf([...exposure.values()], shop.catalogueSize),
    coverage: share(exposure.size, shop.catalogueSize),
    popularity: share(sum.popularity, sum.shown),
    diversity: share(sum.diversity, sum.diverse),
    unexpectedness: share(sum.unexpected, sum.shown),
    miscalibration: share(sum.kl, sum.personal),
    sellerGini: giniOf(
      accounts.map(({ exposure: had }) => had),
      accounts.length,
    ),
    sellersInBounds: share(fair.length, accounts.length),
    repeated: share(sum.repeated, sum.shown),
    fewCategories: share(poor.length, audiences.size),
  };
}

/**
 * What every seller deserved of a list by the scores shown: the log does not hold those who were not shown.
 * Together 1; empty when no seller is told or no score is above 0.
 */
export function shownMerits(
  products: readonly { readonly score: number }[],
  sellers: readonly (string | undefined)[],
): Map<string, number> {
  const merits = new Map<string, number>();
  let total = 0;
  products.forEach(({ score }, position) => {
    const seller = sellers[position];
    if (seller === undefined || score <= 0) return;
    merits.set(seller, (merits.get(seller) ?? 0) + score);
    total += score;
  });
  return new Map([...merits].map(([seller, merit]) => [seller, merit / total]));
}

function countSellers(
  sellers: Map<string, { exposure: number; merit: number }>,
  products: ShownList['products'],
  facts: readonly (IndexedFacts | undefined)[],
): void {
  const names = facts.map(sellerOf);
  const of = (seller: string) => {
    const account = sellers.get(seller) ?? { exposure: 0, merit: 0 };
    sellers.set(seller, account);
    return account;
  };
  let worth = 0;
  names.forEach((seller, position) => {
    if (seller === undefined) return;
    worth += exposureAt(position);
    of(seller).exposure += exposureAt(position);
  });
  for (const [seller, merit] of shownMerits(products, names)) of(seller).merit += merit * worth;
}

/** Of all pairs with vectors; undefined when there is no pair. */
function meanLikeness(facts: readonly (IndexedFacts | undefined)[]): number | undefined {
  const vectors = facts.flatMap((known) =>
    known?.vector.some((value) => value !== 0) ? [known.vector] : [],
  );
  if (vectors.length < 2) return undefined;
  // The sum over pairs is (|sum of vectors|² - sum of |vector|²) / 2.
  const total = new Float64Array(vectors[0]?.length ?? 0);
  let lengths = 0;
  for (const vector of vectors) {
    vector.forEach((value, dimension) => {
      total[dimension] = (total[dimension] ?? 0) + value;
      lengths += value * value;
    });
  }
  const squared = total.reduce((sum, value) => sum + value * value, 0);
  return (squared - lengths) / (vectors.length * (vectors.length - 1));
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
