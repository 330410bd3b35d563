import type { Database } from '../ports/database.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import type { CategoryShares } from '../ranking/calibrate.ts';
import {
  type ListedShop,
  type ListMeasures,
  measureLists,
  type ShownList,
} from '../ranking/measure-lists.ts';
import type { SellerAccount } from '../ranking/seller-ledger.ts';
import { loadHistory } from '../recommendation/history.ts';
import { readShownLists, type ShownGroup, type ShownRecord } from './exposure-log.ts';
import { pastFacts } from './present-interest.ts';
import { marketOf, type Shop } from './shop.ts';
import { wantedShares } from './wanted-shares.ts';

/** A measure that moved by more than a tenth from one week to the next. */
export interface Drift {
  readonly measure: string;
  readonly now: number;
  readonly before: number;
  /** now / before - 1. */
  readonly change: number;
}

export interface GroupReport extends ShownGroup {
  readonly measures: ListMeasures;
  /** Of the week before; absent where too few lists were shown to compare. */
  readonly before?: ListMeasures;
  readonly drifts: readonly Drift[];
}

export interface FairnessReport {
  /** Epoch milliseconds; the seven days up to `untilMs` are measured. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** Whether every list of the two weeks was read; else the newest ones of each week. */
  readonly complete: boolean;
  readonly groups: readonly GroupReport[];
  /** Since the shop was opened, of the lists that the dial `exposure` moves: those who deserved most first. */
  readonly sellers: readonly SellerAccount[];
}

export type ReadFairness = (signal: AbortSignal) => Promise<FairnessReport>;

const WEEK_MS = 7 * 86_400_000;
const DRIFT = 0.1;
/** Lists of a week below which a change is chance. */
const LEAST_LISTS = 50;
const MOST_SELLERS = 100;
/** Shoppers whose own mixture of categories is looked up. */
const MOST_SHOPPERS = 500;
const HISTORY_LIMIT = 100;

/**
 * How the lists of the last seven days treated shoppers, products and sellers, by surface, locale and consent, and what moved
 * since the week before. Gini and coverage are of the whole catalogue. Calibration is measured against histories as they are now.
 */
export function createFairnessReport(options: {
  readonly database: Pick<Database, 'query'>;
  readonly shop: () => Shop;
  readonly clock: () => number;
}): ReadFairness {
  const { database, clock } = options;
  return async (signal) => {
    const shop = options.shop();
    const untilMs = clock();
    const fromMs = untilMs - WEEK_MS;
    const now = await readShownLists(database, { fromMs, untilMs });
    const before = await readShownLists(database, { fromMs: fromMs - WEEK_MS, untilMs: fromMs });
    const records = [...now.records, ...before.records];
    const listed = await describeShop(shop, records, signal);
    const wanted = await sharesByShopper(database, shop, records, signal);
    const measure = (group: readonly ShownRecord[]) =>
      measureLists(
        group.map((record) => toShownList(record, wanted)),
        listed,
      );
    const earlier = Map.groupBy(before.records, groupKey);
    const groups = [...Map.groupBy(now.records, groupKey)].flatMap(([key, group]): GroupReport[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { surface, locale, consented } = first;
      const measures = measure(group);
      const past = measure(earlier.get(key) ?? []);
      const comparable = measures.lists >= LEAST_LISTS && past.lists >= LEAST_LISTS;
      return [
        {
          surface,
          ...(locale === undefined ? {} : { locale }),
          consented,
          measures,
          ...(comparable ? { before: past } : {}),
          drifts: comparable ? driftsOf(measures, past) : [],
        },
      ];
    });
    return {
      fromMs,
      untilMs,
      complete: now.complete && before.complete,
      groups: groups.sort((left, right) => right.measures.lists - left.measures.lists),
      sellers: shop.ranking.current().sellers.accounts().slice(0, MOST_SELLERS),
    };
  };
}

const groupKey = ({ surface, locale, consented }: ShownGroup): string =>
  JSON.stringify([surface, locale, consented]);

function toShownList(
  { products, audience, shopperId }: ShownRecord,
  wanted: ReadonlyMap<string, CategoryShares>,
): ShownList {
  const shares = shopperId === undefined ? undefined : wanted.get(shopperId);
  return {
    products,
    ...(audience === undefined ? {} : { audience }),
    ...(shares === undefined ? {} : { wanted: shares }),
  };
}

function driftsOf(now: ListMeasures, before: ListMeasures): Drift[] {
  const { lists: _, ...measures } = now;
  const past = new Map<string, number>(Object.entries(before));
  return Object.entries(measures).flatMap(([measure, value]): Drift[] => {
    const old = past.get(measure) ?? 0;
    const change = old === 0 ? 0 : value / old - 1;
    return Math.abs(change) > DRIFT ? [{ measure, now: value, before: old, change }] : [];
  });
}

/** Facts as the first market that sells a product tells them. */
async function describeShop(
  shop: Shop,
  records: readonly ShownRecord[],
  signal: AbortSignal,
): Promise<ListedShop> {
  const facts = new Map<string, IndexedFacts>();
  const shown = new Set(records.flatMap(({ products }) => products.map(({ productId }) => productId)));
  for (const { country } of shop.markets) {
    const missing = [...shown].filter((productId) => !facts.has(productId));
    for (const known of await shop.index.facts({ market: country, filters: [] }, missing, signal))
      facts.set(known.productId, known);
  }
  const catalogueSize = shop.index.size();
  const popular = shop.recommender.popular(undefined, Math.ceil(catalogueSize / 10));
  const expected = new Set(popular.map(({ productId }) => productId));
  return {
    catalogueSize,
    factsOf: (productId) => facts.get(productId),
    popularity: (productId) => shop.recommender.popularity(productId, undefined),
    isExpected: (productId) => expected.has(productId),
  };
}

async function sharesByShopper(
  database: Pick<Database, 'query'>,
  shop: Shop,
  records: readonly ShownRecord[],
  signal: AbortSignal,
): Promise<Map<string, CategoryShares>> {
  const shoppers = new Set(records.flatMap(({ shopperId }) => shopperId ?? []));
  const shares = new Map<string, CategoryShares>();
  const market = marketOf(shop, {});
  for (const shopperId of [...shoppers].slice(0, MOST_SHOPPERS)) {
    signal.throwIfAborted();
    const history = await loadHistory(database, shopperId, HISTORY_LIMIT);
    const past = await pastFacts(shop, { history, opened: [], market }, signal);
    shares.set(shopperId, wantedShares(history, past));
  }
  return shares;
}
