/** Draws entries with probability proportional to their weights. */
export interface WeightedChoice<T> {
  /** Sum of the weights. */
  readonly total: number;
  /** Undefined when there is nothing with a weight above 0. O(log n). */
  draw(random: () => number): T | undefined;
}

/** @param weightOf Finite, >= 0. */
export function createWeightedChoice<T>(
  entries: readonly T[],
  weightOf: (entry: T) => number,
): WeightedChoice<T> {
  const cumulative = new Float64Array(entries.length);
  let total = 0;
  entries.forEach((entry, index) => {
    total += weightOf(entry);
    cumulative[index] = total;
  });
  return {
    total,
    draw(random) {
      if (total === 0) return undefined;
      const target = random() * total;
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((cumulative[middle] ?? 0) > target) high = middle;
        else low = middle + 1;
      }
      return entries[low];
    },
  };
}
