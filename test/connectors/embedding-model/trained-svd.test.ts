import { Matrix, SVD } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { findRightSingularVectors } from '../../../connectors/embedding-model/randomized-svd.ts';
import type { SparseRows } from '../../../connectors/embedding-model/sparse-rows.ts';
import { createRandom } from '../../../src/domain/random.ts';

function toSparse(matrix: Matrix): SparseRows {
  const rows = matrix
    .to2DArray()
    .map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  const start = [0];
  for (const row of rows) start.push((start.at(-1) ?? 0) + row.length);
  return {
    columnCount: matrix.columns,
    start: Uint32Array.from(start),
    columns: Uint32Array.from(rows.flat(), ({ column }) => column),
    values: Float32Array.from(rows.flat(), ({ value }) => value),
  };
}

/** About a third of the entries are not zero; multiples of 1/8 are exact in float32. */
function randomMatrix(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  return new Matrix(
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (random() < 0.35 ? Math.round(random() * 16) / 8 : 0)),
    ),
  );
}

describe('randomised singular value decomposition', () => {
  it.each([
    [60, 18],
    [18, 60],
    [25, 25],
  ])('finds the values of the exact one for %i × %i', (rows, columns) => {
    const matrix = randomMatrix(rows, columns, 3);
    const exact = new SVD(matrix, { autoTranspose: true }).diagonal.toSorted((left, right) => right - left);
    const { singularValues, vectors } = findRightSingularVectors(toSparse(matrix), 5, createRandom(1));

    singularValues.forEach((value, position) => {
      expect(value).toBeCloseTo(exact[position] ?? 0, 2);
    });
    expect([vectors.rowCount, vectors.columnCount]).toEqual([columns, 5]);
  });

  it('gives orthonormal vectors, as long under the matrix as their values', () => {
    const matrix = randomMatrix(60, 30, 4);
    const { singularValues, vectors } = findRightSingularVectors(toSparse(matrix), 8, createRandom(1));
    const basis = Matrix.from1DArray(vectors.rowCount, vectors.columnCount, [...vectors.values]);
    const images = matrix.mmul(basis);

    expect(basis.transpose().mmul(basis).sub(Matrix.eye(8)).norm()).toBeLessThan(1e-6);
    singularValues.forEach((value, column) => {
      expect(images.getColumnVector(column).norm()).toBeCloseTo(value, 5);
    });
  });

  it('gives no more vectors than the matrix has dimensions', () => {
    const rankTwo = new Matrix([
      [1, 0, 1, 0],
      [0, 1, 0, 1],
      [1, 1, 1, 1],
    ]);

    expect(findRightSingularVectors(toSparse(rankTwo), 4, createRandom(1)).singularValues).toHaveLength(2);
    expect(findRightSingularVectors(toSparse(Matrix.zeros(3, 3)), 4, createRandom(1)).singularValues).toEqual(
      [],
    );
  });
});
