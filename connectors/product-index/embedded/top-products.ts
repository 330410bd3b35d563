import type { Passing } from './evaluate-scope.ts';

/** A product of a list in the making. */
export interface ScoredProduct {
  readonly score: number;
  readonly productId: string;
  readonly passing: Passing;
  readonly row: number;
  /** Share of the query's word groups that occur; 0 for sources without words. */
  readonly coverage: number;
}

/** The best of what it is offered: highest score first, ties by productId. */
export interface TopProducts {
  readonly limit: number;
  offer(score: number, passing: Passing, row: number, coverage?: number): void;
  /** The score of the worst product of a full list: an offer below changes nothing. -Infinity while there is room. */
  floor(): number;
  /** Best first. */
  list(): ScoredProduct[];
}

/** A heap of at most `limit` products with the worst on top: an offer costs O(log limit), mostly O(1). */
export function createTopProducts(limit: number): TopProducts {
  const heap: ScoredProduct[] = [];

  function sinkRoot(): void {
    let parent = 0;
    for (;;) {
      const worst = worstOf(heap, parent, 2 * parent + 1, 2 * parent + 2);
      if (worst === parent) return;
      swap(heap, parent, worst);
      parent = worst;
    }
  }

  function liftLast(): void {
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >>> 1;
      if (worstOf(heap, parent, child, child) === parent) return;
      swap(heap, parent, child);
      child = parent;
    }
  }

  return {
    limit,
    offer(score, passing, row, coverage = 0) {
      const worst = heap[0];
      const isFull = heap.length >= limit;
      if (isFull && (worst === undefined || score < worst.score)) return;
      const product = { score, productId: passing.segment.productIds[row] ?? '', passing, row, coverage };
      if (!isFull) {
        heap.push(product);
        liftLast();
      } else if (worst !== undefined && isBetter(product, worst)) {
        heap[0] = product;
        sinkRoot();
      }
    },
    floor: () =>
      heap.length < limit ? Number.NEGATIVE_INFINITY : (heap[0]?.score ?? Number.POSITIVE_INFINITY),
    list: () => heap.toSorted((left, right) => (isBetter(left, right) ? -1 : 1)),
  };
}

function isBetter(left: ScoredProduct, right: ScoredProduct): boolean {
  return left.score > right.score || (left.score === right.score && left.productId < right.productId);
}

/** Whichever of three positions holds the worst product; positions past the end hold none. */
function worstOf(heap: readonly ScoredProduct[], ...positions: readonly [number, number, number]): number {
  let worst = positions[0];
  for (const position of positions) {
    const one = heap[worst];
    const other = heap[position];
    if (one !== undefined && other !== undefined && isBetter(one, other)) worst = position;
  }
  return worst;
}

function swap(heap: ScoredProduct[], left: number, right: number): void {
  const [one, other] = [heap[left], heap[right]];
  if (one === undefined || other === undefined) return;
  heap[left] = other;
  heap[right] = one;
}
