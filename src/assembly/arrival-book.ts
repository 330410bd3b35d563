import { NEW_FOR_MS, type Product } from '../domain/product.ts';

/** What was listed lately. */
export interface ArrivalBook {
  add(product: Product): void;
  /** Products that are new at this moment, the newest first, ties by productId. */
  newest(nowMs: number): readonly string[];
  /** Product id to when it was listed, epoch milliseconds. */
  readonly listed: ReadonlyMap<string, number>;
}

/** Searched among in one list, at most. */
const MOST_ARRIVALS = 500;

/**
 * @param builtAtMs What was no longer new then is not taken in; what is listed later on is.
 * @param known What an earlier book held; empty when absent.
 */
export function createArrivalBook(
  builtAtMs: number,
  known: ReadonlyMap<string, number> = new Map(),
): ArrivalBook {
  const listed = new Map(known);
  return {
    listed,
    add({ productId, listedAtMs }) {
      if (listedAtMs !== undefined && listedAtMs > builtAtMs - NEW_FOR_MS) listed.set(productId, listedAtMs);
    },
    newest: (nowMs) =>
      [...listed]
        .filter(([, listedAtMs]) => listedAtMs <= nowMs && nowMs - listedAtMs < NEW_FOR_MS)
        .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
        .slice(0, MOST_ARRIVALS)
        .map(([productId]) => productId),
  };
}
