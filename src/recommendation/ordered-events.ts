import type { InteractionColumns } from './interaction-columns.ts';
import { interactionWeight } from './interaction-weights.ts';
import { type RowOptions, rowsByShopper, typeOf } from './shopper-rows.ts';
import { at } from './typed-arrays.ts';

/** What one shopper dealt with, oldest first; a product that follows itself is there once, with its first time. */
export interface OrderedEvents {
  /** Positions in the log's `productIds`. */
  readonly products: readonly number[];
  /** Parallel to `products`, epoch milliseconds. */
  readonly timesMs: readonly number[];
}

/** A longer pause begins another visit: the convention of web analytics. */
const VISIT_PAUSE_MS = 30 * 60_000;

/** The events of every shopper who has any that say something (a removal does not), shopper by shopper. */
export function* orderedEvents(log: InteractionColumns, options: RowOptions): Generator<OrderedEvents> {
  for (const newestFirst of rowsByShopper(log, options)) {
    const products: number[] = [];
    const timesMs: number[] = [];
    for (const row of newestFirst.toReversed()) {
      const product = at(log.product, row);
      if (interactionWeight(typeOf(log, row)) === 0 || products.at(-1) === product) continue;
      products.push(product);
      timesMs.push(at(log.occurredAtMs, row));
    }
    if (products.length > 0) yield { products, timesMs };
  }
}

/**
 * Cuts the events of every shopper into visits, at pauses of more than half an hour.
 *
 * @returns Visits with at least two different products, the one that ended last standing last.
 */
export function visitsOf(log: InteractionColumns, options: RowOptions): number[][] {
  const visits: { readonly products: number[]; readonly endedAtMs: number }[] = [];
  for (const { products, timesMs } of orderedEvents(log, options)) {
    let from = 0;
    for (let place = 1; place <= products.length; place += 1) {
      const endedAtMs = timesMs[place - 1] ?? 0;
      if ((timesMs[place] ?? Number.POSITIVE_INFINITY) - endedAtMs <= VISIT_PAUSE_MS) continue;
      // Neighbours differ, so that two places are two products.
      if (place - from >= 2) visits.push({ products: products.slice(from, place), endedAtMs });
      from = place;
    }
  }
  return visits.sort((left, right) => left.endedAtMs - right.endedAtMs).map(({ products }) => products);
}
