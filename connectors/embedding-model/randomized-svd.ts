import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { createDense, type DenseRows, multiply, multiplyTransposed, type SparseRows } from './sparse-rows.ts';

export interface RightSingularVectors {
  /** (columns of the matrix, rank): orthonormal columns, largest singular value first. */
  readonly vectors: DenseRows;
  /** Descending, > 0, one per column. */
  readonly singularValues: readonly number[];
}

/** Columns tried beyond the rank asked for. */
const OVERSAMPLING = 16;
/** How often AᵀA is applied to part the values: each time squares their ratios. */
const ITERATIONS = 2;
/** Values below this share of the largest are rounding. */
const NEGLIGIBLE = 1e-7;

/**
 * The leading right singular vectors of a sparse matrix A by randomised subspace iteration: a random basis X is replaced
 * by an orthonormal basis of AᵀA X, twice; then the best directions within it are found from (A X)ᵀ(A X). A matrix with
 * fewer rows than columns is turned around, so that bases are kept on the shorter side.
 *
 * Cost: with l = rank + 16, five passes over the matrix, each O(entries · l), and O(l²) for every row of the bases; memory
 * (rows + 2·columns) · l doubles.
 *
 * @param random Numbers in [0, 1); the same numbers give the same vectors.
 * @returns At most `rank` vectors, fewer when the matrix has no more.
 * @see Halko, Martinsson & Tropp, "Finding structure with randomness", SIAM Review 53(2), 2011, algorithms 4.4 and 5.1,
 *   iterating on AᵀA so that only one side is made orthonormal, by its Gram matrix instead of QR.
 */
export function findRightSingularVectors(
  matrix: SparseRows,
  rank: number,
  random: () => number,
): RightSingularVectors {
  const rows = matrix.start.length - 1;
  const isWide = rows < matrix.columnCount;
  const [forth, back] = isWide ? [multiplyTransposed, multiply] : [multiply, multiplyTransposed];
  const length = Math.min(rows, matrix.columnCount);
  let basis = gaussian(length, Math.min(rank + OVERSAMPLING, length), random);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    basis = orthonormal(back(matrix, forth(matrix, basis)));
  }
  const image = forth(matrix, basis);
  const directions = decompose(gram(image)).slice(0, rank);
  return {
    vectors: isWide ? combineColumns(image, directions.map(toUnit)) : combineColumns(basis, directions),
    singularValues: directions.map(({ singularValue }) => singularValue),
  };
}

/** A basis of the columns' span: X W Λ^(-1/2) for XᵀX = W Λ Wᵀ. */
function orthonormal(dense: DenseRows): DenseRows {
  return combineColumns(dense, decompose(gram(dense)).map(toUnit));
}

/** Weights that give a column of unit length instead of one as long as its singular value. */
const toUnit = ({ singularValue, weights }: Direction): Direction => ({
  singularValue,
  weights: weights.map((weight) => weight / singularValue),
});

interface Direction {
  readonly singularValue: number;
  /** Of each column; unit length. */
  readonly weights: readonly number[];
}

/** Eigenvectors of a Gram matrix with the roots of their values, largest first, without those that are rounding. */
function decompose(gramMatrix: Matrix): Direction[] {
  if (gramMatrix.isEmpty()) return [];
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gramMatrix, {
    assumeSymmetric: true,
  });
  const largest = Math.sqrt(Math.max(0, ...realEigenvalues));
  return realEigenvalues
    .map((eigenvalue, column) => ({ singularValue: Math.sqrt(Math.max(0, eigenvalue)), column }))
    .filter(({ singularValue }) => singularValue > NEGLIGIBLE * largest)
    .sort((left, right) => right.singularValue - left.singularValue)
    .map(({ singularValue, column }) => ({ singularValue, weights: eigenvectorMatrix.getColumn(column) }));
}

/** XᵀX; O(rows · columns²). */
function gram({ rowCount, columnCount, values }: DenseRows): Matrix {
  const sums = new Float64Array(columnCount * columnCount);
  // Four rows at once: the sums are read and written a quarter as often, which is what takes the time.
  for (let row = 0; row < rowCount; row += 4) {
    const first = row * columnCount;
    const [second, third, fourth] = [first + columnCount, first + 2 * columnCount, first + 3 * columnCount];
    for (let left = 0; left < columnCount; left += 1) {
      const one = values[first + left] ?? 0;
      const two = values[second + left] ?? 0;
      const three = values[third + left] ?? 0;
      const four = values[fourth + left] ?? 0;
      const into = left * columnCount;
      for (let right = left; right < columnCount; right += 1) {
        sums[into + right] =
          (sums[into + right] ?? 0) +
          one * (values[first + right] ?? 0) +
          two * (values[second + right] ?? 0) +
          three * (values[third + right] ?? 0) +
          four * (values[fourth + right] ?? 0);
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

/** One column for each list of weights: the weighted sum of the given columns. */
function combineColumns(dense: DenseRows, lists: readonly Direction[]): DenseRows {
  const width = lists.length;
  const weights = new Float64Array(dense.columnCount * width);
  lists.forEach((list, column) => {
    list.weights.forEach((weight, row) => {
      weights[row * width + column] = weight;
    });
  });
  const combined = createDense(dense.rowCount, width);
  for (let row = 0; row < dense.rowCount; row += 1) {
    const to = row * width;
    for (let inner = 0; inner < dense.columnCount; inner += 1) {
      const factor = dense.values[row * dense.columnCount + inner] ?? 0;
      const from = inner * width;
      for (let column = 0; column < width; column += 1) {
        combined.values[to + column] =
          (combined.values[to + column] ?? 0) + factor * (weights[from + column] ?? 0);
      }
    }
  }
  return combined;
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
