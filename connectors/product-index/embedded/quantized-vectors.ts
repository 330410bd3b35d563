import { STRIDE_STEP } from './dot-kernel.ts';

/** Vectors in a quarter of the memory, with what is known of the error: a row is `scale · codes + e` with |e| <= `error`. */
export interface QuantizedVectors {
  /** (row, stride), row-major, in [-127, 127]; zero past the dimensions. */
  readonly codes: Int8Array;
  readonly stride: number;
  readonly scales: Float32Array;
  /** Euclidean length of what rounding took off, never told too low. */
  readonly errors: Float32Array;
}

export const MOST_CODE = 127;
/** Not below it when rounded to float32, the smallest numbers included. */
const roundedUp = (length: number): number => length * (1 + 2 ** -20) + 2 ** -120;

/** @param vectors (row, dimension), row-major. */
export function quantizeVectors(vectors: Float32Array, dimensions: number, rows: number): QuantizedVectors {
  const stride = Math.ceil(dimensions / STRIDE_STEP) * STRIDE_STEP;
  const codes = new Int8Array(rows * stride);
  const scales = new Float32Array(rows);
  const errors = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const from = row * dimensions;
    const scale = Math.fround(largest(vectors, from, from + dimensions) / MOST_CODE);
    const perUnit = scale === 0 ? 0 : 1 / scale;
    let squares = 0;
    for (let index = 0; index < dimensions; index += 1) {
      const value = vectors[from + index] ?? 0;
      const code = Math.max(-MOST_CODE, Math.min(MOST_CODE, Math.floor(value * perUnit + 0.5)));
      codes[row * stride + index] = code;
      squares += (value - code * scale) ** 2;
    }
    scales[row] = scale;
    errors[row] = squares === 0 ? 0 : roundedUp(Math.sqrt(squares));
  }
  return { codes, stride, scales, errors };
}

/** A query ready for rows of codes: it is `scale · numbers + f` with |f| <= `error`. */
export interface QuantizedQuery {
  readonly numbers: Int16Array;
  readonly scale: number;
  readonly error: number;
  readonly length: number;
}

/**
 * As fine as 32-bit sums allow: no sum of `stride` products with codes reaches 2^31.
 *
 * @param query Not all zeros.
 */
export function quantizeQuery(query: Float32Array, stride: number): QuantizedQuery {
  const most = Math.min(32_767, Math.floor((2 ** 31 - 1) / (MOST_CODE * stride)));
  const scale = largest(query, 0, query.length) / most;
  const numbers = new Int16Array(stride);
  let squares = 0;
  let length = 0;
  for (const [index, value] of query.entries()) {
    const number = Math.round(value / scale);
    numbers[index] = number;
    squares += (value - number * scale) ** 2;
    length += value ** 2;
  }
  return { numbers, scale, error: roundedUp(Math.sqrt(squares)), length: roundedUp(Math.sqrt(length)) };
}

function largest(values: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let index = from; index < to; index += 1) most = Math.max(most, Math.abs(values[index] ?? 0));
  return most;
}
