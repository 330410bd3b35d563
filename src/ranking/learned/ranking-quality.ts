import type { TrainingSet } from './training-set.ts';

/** What a gain at a rank counts; ranks from 0. */
export const discount = (rank: number): number => 1 / Math.log2(rank + 2);

/**
 * Rows of one query by falling score; ties stand in the order of the rows.
 *
 * @param scores Of all rows.
 */
export function orderRows(scores: Float64Array, from: number, to: number): Uint32Array {
  const rows = Uint32Array.from({ length: to - from }, (_, offset) => from + offset);
  return rows.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
}

/** NDCG of the first `depth` of every query; 0 for one without any gain. In [0, 1]. */
export function rankingQualities(set: TrainingSet, scores: Float64Array, depth: number): Float64Array {
  const { start, gains, idealGains } = set;
  return idealGains.map((ideal, query) => {
    if (ideal <= 0) return 0;
    const rows = orderRows(scores, start[query] ?? 0, start[query + 1] ?? 0).subarray(0, depth);
    return rows.reduce((gain, row, rank) => gain + (gains[row] ?? 0) * discount(rank), 0) / ideal;
  });
}

/** Mean NDCG of the first `depth`, every query counting by its weight. In [0, 1]. */
export function rankingQuality(set: TrainingSet, scores: Float64Array, depth: number): number {
  const whole = set.weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return 0;
  const weigh = (sum: number, quality: number, query: number) => sum + quality * (set.weights[query] ?? 0);
  return rankingQualities(set, scores, depth).reduce(weigh, 0) / whole;
}
