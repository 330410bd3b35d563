import { createGrowingColumn } from './growing-column.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { type WeighingOptions, weighHistory } from './interaction-weights.ts';
import { DEFAULT_ROW_OPTIONS, type RowOptions, rowsByShopper, typeOf } from './shopper-rows.ts';
import { at } from './typed-arrays.ts';

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

export type MatrixOptions = WeighingOptions & RowOptions;

export const DEFAULT_MATRIX_OPTIONS = { halfLifeDays: 90, ...DEFAULT_ROW_OPTIONS } as const;

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
  const starts = createGrowingColumn(Int32Array);
  const columns = createGrowingColumn(Int32Array);
  const values = createGrowingColumn(Float32Array);
  starts.push(0);
  for (const history of histories) {
    const entries = [...history]
      .filter(([, weight]) => Math.fround(weight) > 0)
      .sort((left, right) => left[0] - right[0]);
    for (const [product, weight] of entries) {
      columns.push(product);
      values.push(weight);
    }
    starts.push(columns.length());
  }
  const byShopper = { starts: starts.finish(), columns: columns.finish(), values: values.finish() };
  return { productIds, byShopper, byProduct: transpose(byShopper, productIds.length) };
}

/** The same matrix with 1 for every event: who chose what, not how strongly. */
export function presenceOf({ productIds, byShopper, byProduct }: InteractionMatrix): InteractionMatrix {
  const ones = new Float32Array(byShopper.values.length).fill(1);
  return {
    productIds,
    byShopper: { ...byShopper, values: ones },
    byProduct: { ...byProduct, values: ones },
  };
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

function* historiesOf(log: InteractionColumns, options: MatrixOptions): Generator<Map<number, number>> {
  for (const newestFirst of rowsByShopper(log, options))
    yield weighHistory(eventsOf(log, newestFirst), options);
}

function* eventsOf(log: InteractionColumns, rows: Int32Array) {
  for (const row of rows) {
    yield {
      type: typeOf(log, row),
      productId: at(log.product, row),
      occurredAtMs: at(log.occurredAtMs, row),
    };
  }
}
