import type { Product } from '../domain/product.ts';

/** A sale begins or ends. */
export interface PriceChange {
  readonly atMs: number;
  readonly productId: string;
}

/** Knows at which moments prices change by themselves: the beginnings and ends of sales. */
export interface PriceClock {
  add(product: Product): void;
  /** Products whose price to pay changed since the last call, each once. */
  due(nowMs: number): string[];
  /** What is still to come, in no order. */
  readonly changes: readonly PriceChange[];
}

/**
 * @param startMs Moment of the prices that are known already; earlier changes are past.
 * @param known What an earlier clock had still to come; empty when absent.
 */
export function createPriceClock(startMs: number, known: readonly PriceChange[] = []): PriceClock {
  const changes = [...known];
  let isSorted = false;
  return {
    changes,
    add(product) {
      const moments = product.variants
        .flatMap(({ offers }) => Object.values(offers))
        .flatMap(({ sale }) => [sale?.fromMs, sale?.untilMs])
        .filter((atMs) => atMs !== undefined && atMs > startMs);
      for (const atMs of new Set(moments))
        changes.push({ atMs: atMs ?? startMs, productId: product.productId });
      isSorted = false;
    },
    due(nowMs) {
      if (!isSorted) changes.sort((left, right) => right.atMs - left.atMs);
      isSorted = true;
      const due = new Set<string>();
      for (let next = changes.at(-1); next !== undefined && next.atMs <= nowMs; next = changes.at(-1)) {
        due.add(next.productId);
        changes.pop();
      }
      return [...due];
    },
  };
}
