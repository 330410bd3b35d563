import { diagonalise } from './diagonalise.ts';
import { createFactorSystem, type FactorLoss, gramianOf } from './factor-system.ts';
import type { SparseRows } from './interaction-matrix.ts';
import { solveCholesky } from './solve-cholesky.ts';
import { at } from './typed-arrays.ts';

/**
 * Solves every vector of one side exactly while the other stands still. The other side is first turned so that its Gramian
 * is diagonal, which changes no inner product once both sides are in the new axes. With D the diagonal part of A = D + QᵀWQ, a
 * row with fewer entries than dimensions is then solved in as many unknowns as it has entries:
 *
 *   p = D⁻¹·Qᵀ·z,   (W⁻¹ + Q·D⁻¹·Qᵀ)·z = 1
 *
 * A row without entries is zero. Cost of a row of k entries: k² · dimensions / 2 + k³ / 6 multiplications for k < dimensions, else
 * k · dimensions² / 2 + dimensions³ / 6.
 *
 * @param solved (rows, dimensions), written.
 * @param others (columns, dimensions), turned in place.
 * @see Woodbury's identity, in Golub, Van Loan, "Matrix Computations", 4th ed., section 2.1.4.
 */
export function solveFactors(
  solved: Float32Array,
  rows: SparseRows,
  others: Float32Array,
  options: FactorLoss & { readonly dimensions: number },
): void {
  const { dimensions } = options;
  const { values, vectors } = diagonalise(gramianOf(others, dimensions), dimensions);
  turnAll(others, vectors, dimensions);
  const count = others.length / dimensions;
  const solveFew = createFewSolver(values, count, others, options);
  const solveMany = createManySolver(values, count, others, options);
  for (let row = 0; row + 1 < rows.starts.length; row += 1) {
    const [start, end] = [at(rows.starts, row), at(rows.starts, row + 1)];
    if (start === end) {
      solved.fill(0, row * dimensions, (row + 1) * dimensions);
      continue;
    }
    const columns = rows.columns.subarray(start, end);
    const weights = rows.values.subarray(start, end);
    const vector = end - start < dimensions ? solveFew(columns, weights) : solveMany(columns, weights);
    solved.set(vector, row * dimensions);
  }
}

type RowSolver = (columns: Int32Array, weights: Float32Array) => Float64Array;

function createFewSolver(
  gramian: Float64Array,
  count: number,
  others: Float32Array,
  { dimensions, unobservedWeight, penalty }: FactorLoss & { readonly dimensions: number },
): RowSolver {
  const inverse = new Float64Array(dimensions);
  const scaled = new Float64Array(dimensions * dimensions);
  const matrix = new Float64Array(dimensions * dimensions);
  const right = new Float64Array(dimensions);
  const vector = new Float64Array(dimensions);
  return (columns, weights) => {
    const entries = columns.length;
    const pull = penalty * (sum(weights) + unobservedWeight * count);
    for (let index = 0; index < dimensions; index += 1) {
      inverse[index] = 1 / (unobservedWeight * Math.max(0, value(gramian, index)) + pull);
    }
    for (let row = 0; row < entries; row += 1) {
      const offset = at(columns, row) * dimensions;
      for (let index = 0; index < dimensions; index += 1)
        scaled[row * dimensions + index] = (others[offset + index] ?? 0) * Math.sqrt(value(inverse, index));
    }
    for (let row = 0; row < entries; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        let product = 0;
        for (let index = 0; index < dimensions; index += 1)
          product += value(scaled, row * dimensions + index) * value(scaled, column * dimensions + index);
        matrix[row * entries + column] = product;
      }
      matrix[row * entries + row] = value(matrix, row * entries + row) + 1 / at(weights, row);
      right[row] = 1;
    }
    solveCholesky(matrix, entries, right);
    vector.fill(0);
    for (let row = 0; row < entries; row += 1) {
      for (let index = 0; index < dimensions; index += 1)
        vector[index] = value(vector, index) + value(right, row) * value(scaled, row * dimensions + index);
    }
    for (let index = 0; index < dimensions; index += 1)
      vector[index] = value(vector, index) * Math.sqrt(value(inverse, index));
    return vector;
  };
}

function createManySolver(
  gramian: Float64Array,
  count: number,
  others: Float32Array,
  { dimensions, ...loss }: FactorLoss & { readonly dimensions: number },
): RowSolver {
  const system = createFactorSystem(dimensions, loss);
  const diagonal = new Float64Array(dimensions * dimensions);
  for (const [index, own] of gramian.entries()) diagonal[index * dimensions + index] = Math.max(0, own);
  return (columns, weights) => {
    system.begin(diagonal, sum(weights), count);
    for (const [entry, column] of columns.entries())
      system.add(others, column * dimensions, at(weights, entry));
    system.decompose();
    system.solve(system.right);
    return system.right;
  };
}

/** Every row q becomes Vᵀ·q: O(rows · dimensions²). */
function turnAll(factors: Float32Array, vectors: Float64Array, dimensions: number): void {
  const row = new Float64Array(dimensions);
  const turned = new Float64Array(dimensions);
  for (let offset = 0; offset < factors.length; offset += dimensions) {
    row.set(factors.subarray(offset, offset + dimensions));
    turned.fill(0);
    for (let from = 0; from < dimensions; from += 1) {
      const own = value(row, from);
      for (let to = 0; to < dimensions; to += 1)
        turned[to] = value(turned, to) + own * value(vectors, from * dimensions + to);
    }
    factors.set(turned, offset);
  }
}

function sum(weights: Float32Array): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

/** Of one kind of array only: the innermost loop stays monomorphic. */
const value = (array: Float64Array, index: number): number => array[index] ?? 0;
