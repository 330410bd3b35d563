/** A sparse matrix by rows (CSR): entries of row r stand at `start[r] .. start[r + 1]`. */
export interface SparseRows {
  readonly columnCount: number;
  readonly start: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** A dense matrix (rowCount, columnCount), row-major. */
export interface DenseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: Float64Array;
}

export function createDense(rowCount: number, columnCount: number): DenseRows {
  return { rowCount, columnCount, values: new Float64Array(rowCount * columnCount) };
}

/** A · X; O(entries of A · columns of X). */
export function multiply({ start, columns, values }: SparseRows, dense: DenseRows): DenseRows {
  const product = createDense(start.length - 1, dense.columnCount);
  for (let row = 0; row < product.rowCount; row += 1) {
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry += 1) {
      addRow(product, row, dense, columns[entry] ?? 0, values[entry] ?? 0);
    }
  }
  return product;
}

/** Aᵀ · X; O(entries of A · columns of X). */
export function multiplyTransposed(
  { start, columns, values, columnCount }: SparseRows,
  dense: DenseRows,
): DenseRows {
  const product = createDense(columnCount, dense.columnCount);
  for (let row = 0; row < dense.rowCount; row += 1) {
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry += 1) {
      addRow(product, columns[entry] ?? 0, dense, row, values[entry] ?? 0);
    }
  }
  return product;
}

/** target[targetRow] += factor · source[sourceRow] */
function addRow(
  target: DenseRows,
  targetRow: number,
  source: DenseRows,
  sourceRow: number,
  factor: number,
): void {
  const width = target.columnCount;
  const to = targetRow * width;
  const from = sourceRow * width;
  const [into, out] = [target.values, source.values];
  for (let column = 0; column < width; column += 1) {
    into[to + column] = (into[to + column] ?? 0) + factor * (out[from + column] ?? 0);
  }
}
