/** Rows of a dense matrix in one byte a value: value = scale of the row · byte. */
export interface QuantizedRows {
  readonly dimensions: number;
  /** (row, dimension), row-major, in [-127, 127]. */
  readonly bytes: Int8Array;
  /** One per row, >= 0. */
  readonly scales: Float32Array;
}

/** Off by at most half a step: 1/254 of the largest value of the row. */
export function quantizeRows(values: Float64Array, dimensions: number): QuantizedRows {
  const rows = dimensions === 0 ? 0 : values.length / dimensions;
  const bytes = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const own = values.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[row] = largest / 127;
    own.forEach((value, dimension) => {
      bytes[row * dimensions + dimension] = largest === 0 ? 0 : Math.round((value / largest) * 127);
    });
  }
  return { dimensions, bytes, scales };
}

/** sum += factor · row */
export function addQuantizedRow(
  sum: Float64Array,
  { dimensions, bytes, scales }: QuantizedRows,
  row: number,
  factor: number,
): void {
  const scaled = factor * (scales[row] ?? 0);
  const offset = row * dimensions;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    sum[dimension] = (sum[dimension] ?? 0) + scaled * (bytes[offset + dimension] ?? 0);
  }
}
