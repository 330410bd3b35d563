import type { InteractionColumns } from './interaction-columns.ts';
import { INTERACTION_TYPES, interactionWeight, recencyDecay } from './interaction-weights.ts';
import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import { at } from './typed-arrays.ts';

/** How popular every product is, by market. */
export interface PopularityModel {
  /** Ascending. */
  readonly productIds: readonly string[];
  /** Markets with behaviour of their own, ascending. */
  readonly markets: readonly string[];
  /**
   * Row-major, `(markets.length + 1, productIds.length)`; the last row is all markets together.
   * In [0, 1], the most popular product of a row has 1.
   */
  readonly scores: Float32Array;
}

export interface PopularityOptions {
  readonly nowMs: number;
  readonly halfLifeDays: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
}

export const DEFAULT_POPULARITY_OPTIONS = { halfLifeDays: 30 } as const;

const DAY_MS = 86_400_000;
/** Days since 1970 that are told apart: to the year 2149. */
const LAST_DAY = 65_535;
/** Decayed weight at which a market speaks for itself as much as all markets together speak for it. */
const MARKET_TRUST = 50;
const LAYOUT = { kind: 'popularity', format: 1 } as const;

/**
 * Time-decayed popularity. Per product and day: every shopper counts once with their strongest event; events without a
 * shopper count together as ln(1 + their weight), so that a flood of anonymous events on one day is worth a few shoppers,
 * while steady interest adds up. A market is shrunk to all markets: share = (own + trust · share of all) / (own total + trust).
 * The score is the square root of share over the largest share: sales are heavy-tailed.
 */
export function trainPopularity(log: InteractionColumns, options: PopularityOptions): PopularityModel {
  const markets = [...log.markets].sort();
  const rowOfMarket = log.markets.map((market) => markets.indexOf(market));
  const width = log.productIds.length;
  const totals = Array.from({ length: markets.length + 1 }, () => new Float64Array(width));
  for (const { product, market, weight } of dailyEvidence(log, options)) {
    for (const row of market < 0 ? [markets.length] : [rowOfMarket[market] ?? -1, markets.length]) {
      const total = totals[row];
      if (total !== undefined) total[product] = at(total, product) + weight;
    }
  }
  const all = totals[markets.length] ?? new Float64Array(width);
  const allSum = sum(all);
  const scores = new Float32Array(totals.length * width);
  totals.forEach((total, row) => {
    const shrunk = total.map(
      (own, product) => own + (MARKET_TRUST * at(all, product)) / Math.max(allSum, 1e-12),
    );
    const largest = shrunk.reduce((left, right) => Math.max(left, right), 0);
    if (largest > 0)
      scores.set(
        shrunk.map((value) => Math.sqrt(value / largest)),
        row * width,
      );
  });
  return { productIds: log.productIds, markets, scores };
}

interface Evidence {
  readonly product: number;
  /** Position in the log's markets, -1 when unknown. */
  readonly market: number;
  readonly weight: number;
}

function* dailyEvidence(log: InteractionColumns, options: PopularityOptions): Generator<Evidence> {
  /** By product, market and day: the strongest weight of each shopper, and the sum of the anonymous ones at -1. */
  const days = new Map<number, Map<number, number>>();
  const markets = log.markets.length + 1;
  for (let row = 0; row < log.length; row += 1) {
    const weight = interactionWeight(INTERACTION_TYPES[at(log.type, row)] ?? 'view');
    if (weight === 0 || options.keep?.(row) === false) continue;
    const day = Math.min(LAST_DAY, Math.max(0, Math.floor(at(log.occurredAtMs, row) / DAY_MS)));
    // One number names the three: below 2^53 for ten million products in a thousand markets.
    const key = (at(log.product, row) * markets + at(log.market, row) + 1) * (LAST_DAY + 1) + day;
    const shoppers = days.get(key) ?? new Map<number, number>();
    if (shoppers.size === 0) days.set(key, shoppers);
    const shopper = at(log.shopper, row);
    const before = shoppers.get(shopper) ?? 0;
    shoppers.set(shopper, shopper < 0 ? before + weight : Math.max(before, weight));
  }
  for (const [key, shoppers] of days) {
    const day = key % (LAST_DAY + 1);
    const place = (key - day) / (LAST_DAY + 1);
    const market = (place % markets) - 1;
    const product = Math.floor(place / markets);
    const decay = recencyDecay(options.nowMs - day * DAY_MS, options.halfLifeDays);
    let weight = 0;
    for (const [shopper, value] of shoppers) weight += shopper < 0 ? Math.log1p(value) : value;
    yield { product, market, weight: weight * decay };
  }
}

const sum = (values: Float64Array): number => values.reduce((left, right) => left + right, 0);

export function encodePopularity(model: PopularityModel): Uint8Array<ArrayBuffer> {
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds: model.productIds, markets: model.markets },
    integers: {},
    numbers: { scores: model.scores },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodePopularity(payload: Uint8Array): PopularityModel {
  const { names, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds, markets } = names;
  const { scores } = numbers;
  if (productIds === undefined || markets === undefined || scores === undefined) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  if (scores.length !== (markets.length + 1) * productIds.length) {
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  }
  return { productIds, markets, scores };
}
