const MOST_SWEEPS = 30;
/** Of the diagonal's size: what is left beside it changes no float32 any more. */
const NEGLIGIBLE = 1e-12;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by the cyclic method of Jacobi: A = V·diag(values)·Vᵀ.
 * Cost: a few sweeps of 6 · size³ multiplications.
 *
 * @param lower (size, size), row-major; only the lower triangle is read.
 * @returns `vectors` (size, size), row-major: column i belongs to value i. In no particular order.
 * @see Golub, Van Loan, "Matrix Computations", 4th ed., section 8.5.
 */
export function diagonalise(
  lower: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const matrix = new Float64Array(size * size);
  const vectors = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    vectors[row * size + row] = 1;
    for (let column = 0; column < size; column += 1) {
      const [low, high] = [Math.min(row, column), Math.max(row, column)];
      matrix[row * size + column] = value(lower, high * size + low);
    }
  }
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(matrix, size); sweep += 1) {
    for (let first = 0; first < size; first += 1) {
      for (let second = first + 1; second < size; second += 1)
        annihilate(matrix, vectors, size, first, second);
    }
  }
  return {
    values: Float64Array.from({ length: size }, (_, row) => value(matrix, row * size + row)),
    vectors,
  };
}

/** The rotation in the plane of two axes after which nothing of one is left in the other. */
function annihilate(
  matrix: Float64Array,
  vectors: Float64Array,
  size: number,
  first: number,
  second: number,
): void {
  const beside = value(matrix, first * size + second);
  if (beside === 0) return;
  const difference = value(matrix, second * size + second) - value(matrix, first * size + first);
  const ratio = difference / (2 * beside);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let row = 0; row < size; row += 1) turn(matrix, row * size + first, row * size + second, cosine, sine);
  for (let row = 0; row < size; row += 1) turn(matrix, first * size + row, second * size + row, cosine, sine);
  for (let row = 0; row < size; row += 1)
    turn(vectors, row * size + first, row * size + second, cosine, sine);
}

function turn(array: Float64Array, one: number, other: number, cosine: number, sine: number): void {
  const left = value(array, one);
  const right = value(array, other);
  array[one] = cosine * left - sine * right;
  array[other] = sine * left + cosine * right;
}

function isDiagonal(matrix: Float64Array, size: number): boolean {
  let diagonal = 0;
  let beside = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const square = value(matrix, row * size + column) ** 2;
      if (row === column) diagonal += square;
      else beside += square;
    }
  }
  return beside <= NEGLIGIBLE ** 2 * diagonal;
}

/** Of one kind of array only: the innermost loop stays monomorphic. */
const value = (array: Float64Array, index: number): number => array[index] ?? 0;
