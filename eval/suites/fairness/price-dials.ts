import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenService, openService } from '../../../src/assembly/open-service.ts';
import { type ListRequest, listProducts } from '../../../src/chat/list-products.ts';
import { pastFacts } from '../../../src/chat/present-interest.ts';
import { marketOf } from '../../../src/chat/shop.ts';
import { wantedShares } from '../../../src/chat/wanted-shares.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { EMPTY_NEED } from '../../../src/domain/need.ts';
import { NO_DIALS } from '../../../src/ranking/arrange-list.ts';
import { exposureAt } from '../../../src/ranking/expose-sellers.ts';
import { type ListMeasures, measureLists, type ShownList } from '../../../src/ranking/measure-lists.ts';
import { createSellerLedger } from '../../../src/ranking/seller-ledger.ts';
import { createWeightTable } from '../../../src/ranking/weight-table.ts';
import type { RankingWeights } from '../../../src/ranking/weights.ts';
import { loadHistory } from '../../../src/recommendation/history.ts';

/** A dial with what it costs and what it buys, beside the lists without any dial. */
export interface DialPrice extends ListMeasures {
  /** Of the scores that the products have without dials: DCG@10 over that of the lists without dials. */
  readonly 'ndcg@10': number;
}

const LENGTH = 10;
const NOW_MS = Date.UTC(2026, 0, 1);
const HISTORY_LIMIT = 100;
const { signal } = new AbortController();

/** The dials, each alone as it is shipped (those shipped as 0 at a usual value), and all shipped ones together. */
const SETTINGS: Readonly<Record<string, Partial<RankingWeights>>> = {
  none: {},
  diversity: { diversity: 0.15 },
  'diversity .333': { diversity: 1 / 3 },
  duplicates: { duplicates: 0.3 },
  calibration: { calibration: 0.43 },
  exposure: { exposure: 0.1 },
  tail: { tail: 0.1 },
  surprise: { surprise: 0.1 },
};

/**
 * Recommendations of the demo shop for shoppers with a history, and its page for strangers, under each dial: what is lost of the
 * best products' scores, and what is had for it.
 *
 * @param shoppers How many.
 */
export async function priceDials(shoppers: number): Promise<Readonly<Record<string, DialPrice>>> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-fairness-'));
  const service = await openService({
    settings: loadConfig({}),
    directory,
    clock: () => NOW_MS,
    note: () => {},
    signal,
  });
  try {
    const known = await knownRequests(service, shoppers);
    const strangers = known.map((request, index) => ({
      ...request,
      history: [],
      exclude: known[index]?.exclude ?? [],
    }));
    const prices: Record<string, DialPrice> = {};
    const best = await serve(service, known, {});
    for (const [name, dials] of Object.entries(SETTINGS))
      prices[name] = await price(service, best, await serve(service, known, dials), known);
    prices['all shipped'] = await price(service, best, await serve(service, known, undefined), known);
    const bestAtHome = await serve(service, strangers, {});
    for (const [name, dials] of Object.entries({
      'home none': {},
      'home diversity': { diversity: 0.15 },
      'home volume': { volume: 0.15 },
      'home volume .5': { volume: 0.5 },
    }))
      prices[name] = await price(service, bestAtHome, await serve(service, strangers, dials), strangers);
    return prices;
  } finally {
    await service.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function knownRequests({ shop, database }: OpenService, shoppers: number): Promise<ListRequest[]> {
  const market = marketOf(shop.current(), {});
  const rows = await database.query
    .selectFrom('interactions')
    .select('shopperId')
    .where('shopperId', 'is not', null)
    .where('market', '=', market.country)
    .groupBy('shopperId')
    .having(({ fn }) => fn.count('productId').distinct(), '>=', 5)
    .orderBy('shopperId')
    .limit(shoppers)
    .execute();
  return await Promise.all(
    rows.map(async ({ shopperId }, index): Promise<ListRequest> => {
      const history = await loadHistory(database, shopperId ?? '', HISTORY_LIMIT);
      return {
        audience: { surface: 'recommendations', seed: `request ${index}`, segments: [] },
        need: EMPTY_NEED,
        intent: 'recommend',
        market,
        view: { locale: 'en-US', language: 'en', nowMs: NOW_MS },
        exclude: history.map(({ productId }) => productId),
        history,
        opened: [],
        limit: LENGTH,
      };
    }),
  );
}

type Served = readonly { readonly productId: string; readonly score: number; readonly own: number }[];

const DIALS: ReadonlySet<string> = new Set(Object.keys(NO_DIALS));

/** @param dials Over none; undefined for the shipped ones. */
async function serve(
  { shop }: OpenService,
  requests: readonly ListRequest[],
  dials: Partial<RankingWeights> | undefined,
): Promise<Served[]> {
  shop.ranking.replace({
    sellers: createSellerLedger(),
    weights: createWeightTable(dials === undefined ? {} : { recommend: { ...NO_DIALS, ...dials } }),
  });
  const lists: Served[] = [];
  for (const request of requests) {
    const { products } = await listProducts(shop.current(), request, signal);
    lists.push(
      products.map(({ ranked: { productId, score, parts } }) => {
        const moved = parts.filter((part) => DIALS.has(part.signal));
        return {
          productId,
          score,
          own: score - moved.reduce((sum, { contribution }) => sum + contribution, 0),
        };
      }),
    );
  }
  return lists;
}

async function price(
  { shop }: OpenService,
  best: readonly Served[],
  served: readonly Served[],
  requests: readonly ListRequest[],
): Promise<DialPrice> {
  const { index, recommender } = shop.current();
  const market = requests[0]?.market.country ?? '';
  const ids = [...new Set(served.flat().map(({ productId }) => productId))];
  const facts = new Map(
    (await index.facts({ market, filters: [] }, ids, signal)).map((known) => [known.productId, known]),
  );
  const expected = new Set(
    recommender.popular(market, Math.ceil(index.size() / 10)).map(({ productId }) => productId),
  );
  const lists: ShownList[] = [];
  for (const [place, products] of served.entries()) {
    const request = requests[place];
    if (request === undefined) continue;
    const past = await pastFacts(shop.current(), request, signal);
    lists.push({ products, wanted: wantedShares(request.history, past, request.view.nowMs) });
  }
  const ratio = served.reduce((sum, list, place) => sum + gainOf(list) / gainOf(best[place] ?? []), 0);
  return {
    'ndcg@10': ratio / Math.max(1, served.length),
    ...measureLists(lists, {
      catalogueSize: index.size(),
      factsOf: (productId) => facts.get(productId),
      popularity: (productId) => recommender.popularity(productId, market),
      isExpected: (productId) => expected.has(productId),
    }),
  };
}

const gainOf = (list: Served): number =>
  list.reduce((sum, { own }, position) => sum + own * exposureAt(position), 0);
