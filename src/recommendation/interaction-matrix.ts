import type { InteractionColumns } from './interaction-columns.ts';
import { INTERACTION_TYPES, weighHistory } from './interaction-weights.ts';

/** Compressed sparse rows: row r holds the entries `starts[r]` (inclusive) to `starts[r + 1]` (exclusive). */
export interface SparseRows {
  /** Length: rows + 1. */
  readonly starts: Int32Array;
  /** Ascending within a row, none twice. */
  readonly columns: Int32Array;
  /** Finite; of events > 0, of weights of either sign. */
  readonly values: Float32Array;
}

/** Shoppers x products, and its transpose. */
export interface InteractionMatrix {
  /** Column names of `byShopper`, ascending. */
  readonly productIds: readonly string[];
  readonly byShopper: SparseRows;
  readonly byProduct: SparseRows;
}

export interface MatrixOptions {
  /** Ages are counted back from here, epoch milliseconds. */
  readonly nowMs: number;
  readonly halfLifeDays: number;
  /** Only the newest so many events of a shopper count: training costs the square of it, and it bounds one person's influence. */
  readonly eventsPerShopper: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
}

export const DEFAULT_MATRIX_OPTIONS = { halfLifeDays: 90, eventsPerShopper: 500 } as const;

/**
 * Weighs the log into a matrix: the entry of a shopper and a product is their strongest decayed event.
 * Rows without a shopper are left out. Cost: O(rows log(rows of the busiest shopper)).
 */
export function buildInteractionMatrix(log: InteractionColumns, options: MatrixOptions): InteractionMatrix {
  return matrixFromHistories(historiesOf(log, options), log.productIds);
}

/**
 * @param histories One per shopper: product position to weight; weights that are 0 as float32 are left out.
 *   Read once, one at a time.
 * @param productIds Names of the positions, ascending.
 */
export function matrixFromHistories(
  histories: Iterable<ReadonlyMap<number, number>>,
  productIds: readonly string[],
): InteractionMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const history of histories) {
    const entries = [...history]
      .filter(([, weight]) => Math.fround(weight) > 0)
      .sort((left, right) => left[0] - right[0]);
    for (const [product, weight] of entries) {
      columns.push(product);
      values.push(weight);
    }
    starts.push(columns.length);
  }
  const byShopper = {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  };
  return { productIds, byShopper, byProduct: transpose(byShopper, productIds.length) };
}

/** Rows become columns, by a counting sort: O(entries + rows + columns). */
export function transpose(rows: SparseRows, columnCount: number): SparseRows {
  const starts = new Int32Array(columnCount + 1);
  for (const column of rows.columns) starts[column + 1] = at(starts, column + 1) + 1;
  for (let column = 0; column < columnCount; column += 1) {
    starts[column + 1] = at(starts, column + 1) + at(starts, column);
  }
  const next = starts.slice();
  const columns = new Int32Array(rows.columns.length);
  const values = new Float32Array(rows.columns.length);
  for (let row = 0; row + 1 < rows.starts.length; row += 1) {
    for (let entry = at(rows.starts, row); entry < at(rows.starts, row + 1); entry += 1) {
      const column = at(rows.columns, entry);
      const target = at(next, column);
      columns[target] = row;
      values[target] = at(rows.values, entry);
      next[column] = target + 1;
    }
  }
  return { starts, columns, values };
}

/** An element that is there; typed arrays have no holes. */
export const at = (array: Int32Array | Float32Array | Float64Array | Uint8Array, index: number): number =>
  array[index] ?? 0;

function* historiesOf(log: InteractionColumns, options: MatrixOptions): Generator<Map<number, number>> {
  const { starts, order } = rowsByShopper(log, options.keep);
  for (let shopper = 0; shopper < log.shopperCount; shopper += 1) {
    const newestFirst = order
      .subarray(starts[shopper], starts[shopper + 1])
      .sort((left, right) => at(log.occurredAtMs, right) - at(log.occurredAtMs, left) || right - left)
      .subarray(0, options.eventsPerShopper);
    yield weighHistory(eventsOf(log, newestFirst), options);
  }
}

function rowsByShopper(
  log: InteractionColumns,
  keep: (row: number) => boolean = () => true,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const counts = (row: number): boolean => at(log.shopper, row) >= 0 && keep(row);
  const starts = new Int32Array(log.shopperCount + 1);
  for (let row = 0; row < log.length; row += 1) {
    if (counts(row)) starts[at(log.shopper, row) + 1] = at(starts, at(log.shopper, row) + 1) + 1;
  }
  for (let shopper = 0; shopper < log.shopperCount; shopper += 1) {
    starts[shopper + 1] = at(starts, shopper + 1) + at(starts, shopper);
  }
  const next = starts.slice();
  const order = new Int32Array(at(starts, log.shopperCount));
  for (let row = 0; row < log.length; row += 1) {
    if (!counts(row)) continue;
    const shopper = at(log.shopper, row);
    order[at(next, shopper)] = row;
    next[shopper] = at(next, shopper) + 1;
  }
  return { starts, order };
}

function* eventsOf(log: InteractionColumns, rows: Int32Array) {
  for (const row of rows) {
    yield {
      type: INTERACTION_TYPES[at(log.type, row)] ?? 'view',
      productId: at(log.product, row),
      occurredAtMs: at(log.occurredAtMs, row),
    };
  }
}
