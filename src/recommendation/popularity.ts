import type { InteractionColumns } from './interaction-columns.ts';
import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import { productEvidence } from './product-evidence.ts';
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
  /** By product: shoppers that dealt with it, each once a day. Absent in models stored before they were counted. */
  readonly interactions?: Int32Array;
}

export interface PopularityOptions {
  readonly nowMs: number;
  readonly halfLifeDays: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
}

export const DEFAULT_POPULARITY_OPTIONS = { halfLifeDays: 30 } as const;

/** Decayed weight at which a market speaks for itself as much as all markets together speak for it. */
const MARKET_TRUST = 50;
const LAYOUT = { kind: 'popularity', format: 1 } as const;

/**
 * Time-decayed popularity, of what `productEvidence` finds to speak for a product. A market is shrunk to all markets:
 * share = (own + trust · share of all) / (own total + trust). The score is the square root of share over the largest
 * share: sales are heavy-tailed.
 */
export function trainPopularity(log: InteractionColumns, options: PopularityOptions): PopularityModel {
  const markets = [...log.markets].sort();
  const rowOfMarket = log.markets.map((market) => markets.indexOf(market));
  const width = log.productIds.length;
  const totals = Array.from({ length: markets.length + 1 }, () => new Float64Array(width));
  const interactions = new Int32Array(width);
  const all = totals[markets.length] ?? new Float64Array(width);
  for (const evidence of productEvidence(log, options)) {
    const { product } = evidence;
    interactions[product] = evidence.interactions;
    all[product] = evidence.all;
    for (const [market, weight] of evidence.byMarket) {
      const total = totals[rowOfMarket[market] ?? -1];
      if (total !== undefined) total[product] = weight;
    }
  }
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
  return { productIds: log.productIds, markets, scores, interactions };
}

const sum = (values: Float64Array): number => values.reduce((left, right) => left + right, 0);

export function encodePopularity(model: PopularityModel): Uint8Array<ArrayBuffer> {
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds: model.productIds, markets: model.markets },
    integers: model.interactions === undefined ? {} : { interactions: model.interactions },
    numbers: { scores: model.scores },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodePopularity(payload: Uint8Array): PopularityModel {
  const { names, integers, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds, markets } = names;
  const { interactions } = integers;
  const { scores } = numbers;
  if (productIds === undefined || markets === undefined || scores === undefined) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  const counted = interactions?.length ?? productIds.length;
  if (scores.length !== (markets.length + 1) * productIds.length || counted !== productIds.length) {
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  }
  return { productIds, markets, scores, ...(interactions === undefined ? {} : { interactions }) };
}
