import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decomposeCholesky,
  solveCholesky,
  solveDecomposed,
} from '../../src/recommendation/solve-cholesky.ts';

describe('solveCholesky', () => {
  it('solves an example worked by hand', () => {
    const right = Float64Array.of(8, 7);
    solveCholesky(Float64Array.of(4, 0, 2, 3), 2, right);
    expect([...right].map((value) => Number(value.toFixed(12)))).toEqual([1.25, 1.5]);
  });

  it('finds what the matrix was multiplied with', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    const problem = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        factor: fc.array(value, { minLength: size * size, maxLength: size * size }),
        solution: fc.array(value, { minLength: size, maxLength: size }),
      }),
    );
    fc.assert(
      fc.property(problem, ({ size, factor, solution }) => {
        const cell = (row: number, column: number) => factor[row * size + column] ?? 0;
        const indices = Array.from({ length: size }, (_, index) => index);
        const full = indices.map((row) =>
          indices.map((column) =>
            indices.reduce(
              (sum, inner) => sum + cell(row, inner) * cell(column, inner),
              row === column ? 1 : 0,
            ),
          ),
        );
        const right = Float64Array.from(full, (row) =>
          row.reduce((sum, weight, column) => sum + weight * (solution[column] ?? 0), 0),
        );
        solveCholesky(Float64Array.from(full.flat()), size, right);
        for (const [index, expected] of solution.entries()) expect(right[index]).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('solves further right sides with the matrix decomposed once', () => {
    const matrix = Float64Array.of(4, 0, 2, 3);
    decomposeCholesky(matrix, 2);
    for (const [right, solution] of [
      [Float64Array.of(8, 7), [1.25, 1.5]],
      [Float64Array.of(6, 5), [1, 1]],
    ] as const) {
      solveDecomposed(matrix, 2, right);
      expect([...right].map((value) => Number(value.toFixed(12)))).toEqual(solution);
    }
  });

  it('leaves nothing to solve as it is', () => {
    const right = new Float64Array(0);
    solveCholesky(new Float64Array(4), 0, right);
    expect(right).toHaveLength(0);
  });
});
