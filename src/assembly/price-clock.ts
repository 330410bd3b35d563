import type { Product } from '../domain/product.ts';

/** Knows at which moments prices change by themselves: the beginnings and ends of sales. */
export interface PriceClock {
  add(product: Product): void;
  /** Products whose price to pay changed since the last call, each once. */
  due(nowMs: number): string[];
}

/** @param startMs Moment of the prices that are known already; earlier changes are past. */
export function createPriceClock(startMs: number): PriceClock {
  const changes: { readonly atMs: number; readonly productId: string }[] = [];
  let isSorted = true;
  return {
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
