import { decomposeCholesky, solveDecomposed } from './solve-cholesky.ts';

/** What a vector of factors is weighed by; the same in training and in folding in. */
export interface FactorLoss {
  /** Weight of a pair that was not observed, against 1 of one that was; > 0. */
  readonly unobservedWeight: number;
  /** Pulls vectors towards 0, > 0; grows with how much was observed of them. */
  readonly penalty: number;
}

/** Of the vector of one shopper, or of one product: A·p = b. */
export interface FactorSystem {
  /**
   * Begins anew: A = unobservedWeight · Gramian + penalty · (observed + unobservedWeight · others) · I, b = 0.
   *
   * @param gramian Sum of q·qᵀ over all vectors of the other side, (dimensions, dimensions), lower triangle.
   * @param observed Sum of the weights that will be added.
   * @param others Vectors of the other side.
   */
  begin(gramian: Float64Array, observed: number, others: number): void;
  /** One observed pair: A += weight · q·qᵀ, b += weight · q, where q = factors[offset ...]. */
  add(factors: Float32Array, offset: number, weight: number): void;
  /** Turns A into its Cholesky factor: after it only `solve` may be called. */
  decompose(): void;
  /** A⁻¹·right, in place. */
  solve(right: Float64Array): void;
  /** b of what was added. */
  readonly right: Float64Array;
}

/** One system, used again and again: (dimensions, dimensions) doubles. `add` costs dimensions² / 2. */
export function createFactorSystem(
  dimensions: number,
  { unobservedWeight, penalty }: FactorLoss,
): FactorSystem {
  const matrix = new Float64Array(dimensions * dimensions);
  const right = new Float64Array(dimensions);
  const vector = new Float64Array(dimensions);
  return {
    right,
    begin(gramian, observed, others) {
      const diagonal = penalty * (observed + unobservedWeight * others);
      right.fill(0);
      for (let row = 0; row < dimensions; row += 1) {
        for (let cell = row * dimensions; cell <= row * dimensions + row; cell += 1) {
          matrix[cell] = unobservedWeight * value(gramian, cell);
        }
        matrix[row * dimensions + row] = value(matrix, row * dimensions + row) + diagonal;
      }
    },
    add(factors, offset, weight) {
      for (let row = 0; row < dimensions; row += 1) vector[row] = factors[offset + row] ?? 0;
      addOuter(matrix, vector, weight);
      for (let row = 0; row < dimensions; row += 1)
        right[row] = value(right, row) + weight * value(vector, row);
    },
    decompose: () => decomposeCholesky(matrix, dimensions),
    solve: (side) => solveDecomposed(matrix, dimensions, side),
  };
}

/** Sum of q·qᵀ over all rows, lower triangle: O(rows · dimensions² / 2). */
export function gramianOf(factors: Float32Array, dimensions: number): Float64Array {
  const gramian = new Float64Array(dimensions * dimensions);
  const vector = new Float64Array(dimensions);
  for (let offset = 0; offset < factors.length; offset += dimensions) {
    for (let row = 0; row < dimensions; row += 1) vector[row] = factors[offset + row] ?? 0;
    addOuter(gramian, vector, 1);
  }
  return gramian;
}

function addOuter(matrix: Float64Array, vector: Float64Array, weight: number): void {
  const size = vector.length;
  for (let row = 0; row < size; row += 1) {
    const scaled = weight * value(vector, row);
    const start = row * size;
    for (let column = 0; column <= row; column += 1) {
      matrix[start + column] = value(matrix, start + column) + scaled * value(vector, column);
    }
  }
}

/** Of one kind of array only: the innermost loop stays monomorphic. */
const value = (array: Float64Array, index: number): number => array[index] ?? 0;
