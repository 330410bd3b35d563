/**
 * Solves A·x = b for a symmetric positive definite A by A = L·Lᵀ, in place: O(size³ / 6) multiplications.
 *
 * @param matrix (size, size), row-major, may be longer; only the lower triangle is read, and then holds L.
 * @param right b; then holds x.
 * @see Golub, Van Loan, "Matrix Computations", 4th ed., section 4.2.
 */
export function solveCholesky(matrix: Float64Array, size: number, right: Float64Array): void {
  decomposeCholesky(matrix, size);
  solveDecomposed(matrix, size, right);
}

/** The first half of {@link solveCholesky}: the lower triangle of A becomes L. */
export function decomposeCholesky(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = entry(matrix, row * size + column);
      for (let inner = 0; inner < column; inner += 1) {
        rest -= entry(matrix, row * size + inner) * entry(matrix, column * size + inner);
      }
      const pivot = column === row ? Math.sqrt(rest) : rest / entry(matrix, column * size + column);
      matrix[row * size + column] = pivot;
    }
  }
}

/** The second half, for as many right sides as there are: O(size²) each. */
export function solveDecomposed(lower: Float64Array, size: number, right: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let rest = entry(right, row);
    for (let inner = 0; inner < row; inner += 1) {
      rest -= entry(lower, row * size + inner) * entry(right, inner);
    }
    right[row] = rest / entry(lower, row * size + row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = entry(right, row);
    for (let inner = row + 1; inner < size; inner += 1) {
      rest -= entry(lower, inner * size + row) * entry(right, inner);
    }
    right[row] = rest / entry(lower, row * size + row);
  }
}

/** Of one kind of array only: the innermost loop stays monomorphic. */
const entry = (array: Float64Array, index: number): number => array[index] ?? 0;
