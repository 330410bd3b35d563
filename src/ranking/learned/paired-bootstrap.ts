/** How sure a mean difference is. */
export interface MeanInterval {
  readonly mean: number;
  /** Percentiles 2.5 and 97.5 of the resampled means. */
  readonly low: number;
  readonly high: number;
}

/**
 * The percentile bootstrap of a mean of paired differences. Cost: O(resamples · lists).
 *
 * @param differences One per list; not empty.
 * @param random In [0, 1).
 */
export function pairedBootstrap(
  differences: Float64Array | readonly number[],
  random: () => number,
  resamples = 2_000,
): MeanInterval {
  const count = differences.length;
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let draw = 0; draw < count; draw += 1) sum += differences[Math.floor(random() * count)] ?? 0;
    return sum / count;
  }).sort();
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(share * resamples))] ?? 0;
  let total = 0;
  for (const difference of differences) total += difference;
  return { mean: total / count, low: at(0.025), high: at(0.975) };
}
