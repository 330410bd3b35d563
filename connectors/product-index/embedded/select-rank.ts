/**
 * Moves values so that the one at `rank` is where sorting would put it, none before it is higher and none after it lower.
 * Linear on average.
 *
 * @param values No NaN; only the first `count` take part.
 * @param rank In [0, count).
 * @returns The value at `rank`.
 * @see Hoare, "Algorithm 65: Find", Communications of the ACM 4(7), 1961. The pivot is the median of three.
 */
export function selectRank(values: Float64Array, count: number, rank: number): number {
  let first = 0;
  let last = count - 1;
  while (first < last) {
    const pivot = medianOf(values[first] ?? 0, values[(first + last) >>> 1] ?? 0, values[last] ?? 0);
    let left = first;
    let right = last;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const value = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = value;
      left += 1;
      right -= 1;
    }
    if (rank <= right) last = right;
    else if (rank >= left) first = left;
    else break;
  }
  return values[rank] ?? Number.NaN;
}

const medianOf = (one: number, two: number, three: number): number =>
  Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
