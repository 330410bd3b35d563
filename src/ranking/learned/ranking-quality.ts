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

/** Mean NDCG of the first `depth` over all queries; one without any gain counts 0. In [0, 1]. */
export function rankingQuality(set: TrainingSet, scores: Float64Array, depth: number): number {
  const { start, gains, idealGains } = set;
  let sum = 0;
  idealGains.forEach((ideal, query) => {
    if (ideal <= 0) return;
    const rows = orderRows(scores, start[query] ?? 0, start[query + 1] ?? 0).subarray(0, depth);
    sum += rows.reduce((gain, row, rank) => gain + (gains[row] ?? 0) * discount(rank), 0) / ideal;
  });
  return idealGains.length === 0 ? 0 : sum / idealGains.length;
}
