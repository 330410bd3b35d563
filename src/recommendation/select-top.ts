import { at } from './typed-arrays.ts';

/**
 * The best positions by score, highest first, ties by the lower position.
 * A bounded heap: O(candidates · log limit), the scores are not copied.
 *
 * @param candidates Positions to choose from, none twice.
 */
export function selectTop(candidates: Iterable<number>, scores: Float64Array, limit: number): number[] {
  const worse = (left: number, right: number): boolean =>
    at(scores, left) < at(scores, right) || (at(scores, left) === at(scores, right) && left > right);
  /** The worst of the chosen stands at the root. */
  const heap: number[] = [];
  if (limit < 1) return heap;
  for (const candidate of candidates) {
    if (heap.length < limit) {
      heap.push(candidate);
      siftUp(heap, worse);
    } else if (worse(heap[0] ?? candidate, candidate)) {
      heap[0] = candidate;
      siftDown(heap, worse);
    }
  }
  return heap.sort((left, right) => (worse(left, right) ? 1 : -1));
}

type Less = (left: number, right: number) => boolean;

function siftUp(heap: number[], less: Less): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!swapIfLess(heap, child, parent, less)) return;
    child = parent;
  }
}

function siftDown(heap: number[], less: Less): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    const right = left + 1;
    if (left >= heap.length) return;
    const child = right < heap.length && less(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
    if (!swapIfLess(heap, child, parent, less)) return;
    parent = child;
  }
}

function swapIfLess(heap: number[], child: number, parent: number, less: Less): boolean {
  const below = heap[child] ?? 0;
  const above = heap[parent] ?? 0;
  if (!less(below, above)) return false;
  heap[child] = above;
  heap[parent] = below;
  return true;
}
