/**
 * The best positions by score, highest first, ties by the lower position.
 * A bounded heap: O(candidates · log limit), the scores are not copied.
 *
 * @param candidates Positions to choose from, none twice.
 */
export function selectTop(candidates: Iterable<number>, scores: Float64Array, limit: number): number[] {
  /** The worst of the chosen stands at the root. */
  const heap: number[] = [];
  if (limit < 1) return heap;
  let worst = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    if (heap.length < limit) {
      heap.push(candidate);
      siftUp(heap, scores);
    } else {
      // Most are below all that were chosen: they are told by one comparison.
      if ((scores[candidate] ?? 0) < worst || !isWorse(heap[0] ?? candidate, candidate, scores)) continue;
      heap[0] = candidate;
      siftDown(heap, scores);
    }
    if (heap.length >= limit) worst = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((left, right) => (isWorse(left, right, scores) ? 1 : -1));
}

function isWorse(left: number, right: number, scores: Float64Array): boolean {
  const [ofLeft, ofRight] = [scores[left] ?? 0, scores[right] ?? 0];
  return ofLeft < ofRight || (ofLeft === ofRight && left > right);
}

/** Moves the last one up to where it belongs; those above it move down one level each. */
function siftUp(heap: number[], scores: Float64Array): void {
  let child = heap.length - 1;
  const moved = heap[child] ?? 0;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (!isWorse(moved, above, scores)) break;
    heap[child] = above;
    child = parent;
  }
  heap[child] = moved;
}

/** Moves the root down to where it belongs. */
function siftDown(heap: number[], scores: Float64Array): void {
  const moved = heap[0] ?? 0;
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    const right = left + 1;
    if (left >= heap.length) break;
    const child = right < heap.length && isWorse(heap[right] ?? 0, heap[left] ?? 0, scores) ? right : left;
    const below = heap[child] ?? 0;
    if (!isWorse(below, moved, scores)) break;
    heap[parent] = below;
    parent = child;
  }
  heap[parent] = moved;
}
