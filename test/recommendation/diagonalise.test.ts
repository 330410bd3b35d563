import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagonalise } from '../../src/recommendation/diagonalise.ts';

const value = fc.double({ min: -3, max: 3, noNaN: true });
const anyProblem = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    lower: fc.array(value, { minLength: size * size, maxLength: size * size }),
  }),
);

describe('diagonalise', () => {
  it('solves an example worked by hand', () => {
    const { values } = diagonalise(Float64Array.of(2, 0, 1, 2), 2);
    expect([...values].sort().map((found) => Number(found.toFixed(12)))).toEqual([1, 3]);
  });

  it('finds axes at right angles in which the matrix is put together again', () => {
    fc.assert(
      fc.property(anyProblem, ({ size, lower }) => {
        const { values, vectors } = diagonalise(Float64Array.from(lower), size);
        const indices = Array.from({ length: size }, (_, index) => index);
        const sumOf = (part: (index: number) => number) =>
          indices.reduce((sum, index) => sum + part(index), 0);
        const vector = (row: number, column: number) => vectors[row * size + column] ?? 0;
        for (const row of indices)
          for (const column of indices) {
            const whole = sumOf((index) => vector(row, index) * (values[index] ?? 0) * vector(column, index));
            const given = lower[Math.max(row, column) * size + Math.min(row, column)];
            expect(whole).toBeCloseTo(given ?? 0, 8);
            const angle = sumOf((index) => vector(index, row) * vector(index, column));
            expect(angle).toBeCloseTo(row === column ? 1 : 0, 9);
          }
      }),
    );
  });
});
