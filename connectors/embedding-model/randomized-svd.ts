import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { createDense, type DenseRows, multiply, multiplyTransposed, type SparseRows } from './sparse-rows.ts';

export interface RightSingularVectors {
  /** (columns of the matrix, rank): orthonormal columns, largest singular value first. */
  readonly vectors: DenseRows;
  /** Descending, > 0, one per column. */
  readonly singularValues: readonly number[];
}

/** Columns tried beyond the rank asked for, and how often the matrix is applied again to part the values further. */
const OVERSAMPLING = 16;
const POWER_ITERATIONS = 2;

/**
 * The leading right singular vectors of a sparse matrix by a randomised range finder with power iterations.
 *
 * Cost: 2·(power iterations + 1) passes over the matrix, each O(entries · (rank + 16)); memory (rows + columns)·(rank + 16)
 * doubles.
 *
 * @param random Numbers in [0, 1); the same numbers give the same vectors.
 * @returns At most `rank` vectors, fewer when the matrix has no more.
 * @see Halko, Martinsson & Tropp, "Finding structure with randomness", SIAM Review 53(2), 2011, algorithms 4.4 and 5.1.
 *   The bases are made orthonormal by an eigendecomposition of their Gram matrix instead of QR.
 */
export function findRightSingularVectors(
  matrix: SparseRows,
  rank: number,
  random: () => number,
): RightSingularVectors {
  const rows = matrix.start.length - 1;
  const width = Math.min(rank + OVERSAMPLING, rows, matrix.columnCount);
  let range = orthonormal(multiply(matrix, gaussian(matrix.columnCount, width, random)));
  for (let iteration = 0; iteration < POWER_ITERATIONS; iteration += 1) {
    range = orthonormal(multiply(matrix, orthonormal(multiplyTransposed(matrix, range))));
  }
  return principalDirections(multiplyTransposed(matrix, range), rank);
}

/** A basis of the columns' span. */
const orthonormal = (dense: DenseRows): DenseRows => principalDirections(dense, dense.columnCount).vectors;

/** Values below this share of the largest are rounding. */
const NEGLIGIBLE = 1e-7;

/** Left singular vectors and values of a tall matrix X from XᵀX = W Λ Wᵀ: X W Λ^(-1/2). */
function principalDirections(dense: DenseRows, rank: number): RightSingularVectors {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram(dense), {
    assumeSymmetric: true,
  });
  const largest = Math.sqrt(Math.max(0, ...realEigenvalues));
  const kept = realEigenvalues
    .map((eigenvalue, column) => ({ singularValue: Math.sqrt(Math.max(0, eigenvalue)), column }))
    .filter(({ singularValue }) => singularValue > NEGLIGIBLE * largest)
    .sort((left, right) => right.singularValue - left.singularValue)
    .slice(0, rank);
  const rotation = createDense(dense.columnCount, kept.length);
  for (let row = 0; row < dense.columnCount; row += 1) {
    kept.forEach(({ column, singularValue }, position) => {
      rotation.values[row * kept.length + position] = eigenvectorMatrix.get(row, column) / singularValue;
    });
  }
  return { vectors: rotate(dense, rotation), singularValues: kept.map(({ singularValue }) => singularValue) };
}

/** XᵀX; O(rows · columns²). */
function gram({ rowCount, columnCount, values }: DenseRows): Matrix {
  const sums = new Float64Array(columnCount * columnCount);
  for (let row = 0; row < rowCount; row += 1) {
    const offset = row * columnCount;
    for (let left = 0; left < columnCount; left += 1) {
      const factor = values[offset + left] ?? 0;
      if (factor === 0) continue;
      const into = left * columnCount;
      for (let right = left; right < columnCount; right += 1) {
        sums[into + right] = (sums[into + right] ?? 0) + factor * (values[offset + right] ?? 0);
      }
    }
  }
  const matrix = new Matrix(columnCount, columnCount);
  for (let left = 0; left < columnCount; left += 1) {
    for (let right = left; right < columnCount; right += 1) {
      matrix.set(left, right, sums[left * columnCount + right] ?? 0);
      matrix.set(right, left, sums[left * columnCount + right] ?? 0);
    }
  }
  return matrix;
}

/** X · R for a small dense R. */
function rotate(dense: DenseRows, rotation: DenseRows): DenseRows {
  const product = createDense(dense.rowCount, rotation.columnCount);
  for (let row = 0; row < dense.rowCount; row += 1) {
    const to = row * product.columnCount;
    for (let inner = 0; inner < dense.columnCount; inner += 1) {
      const factor = dense.values[row * dense.columnCount + inner] ?? 0;
      const from = inner * rotation.columnCount;
      for (let column = 0; column < product.columnCount; column += 1) {
        product.values[to + column] =
          (product.values[to + column] ?? 0) + factor * (rotation.values[from + column] ?? 0);
      }
    }
  }
  return product;
}

/** Independent standard normal numbers (Box–Muller). */
function gaussian(rowCount: number, columnCount: number, random: () => number): DenseRows {
  const dense = createDense(rowCount, columnCount);
  for (let entry = 0; entry < dense.values.length; entry += 1) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    dense.values[entry] = radius * Math.cos(2 * Math.PI * random());
  }
  return dense;
}
