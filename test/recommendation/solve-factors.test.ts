import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactorSystem, gramianOf } from '../../src/recommendation/factor-system.ts';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { solveFactors } from '../../src/recommendation/solve-factors.ts';

const COLUMNS = 6;
const IDS = Array.from({ length: COLUMNS }, (_, column) => `p${column}`);

const anyRow = fc
  .uniqueArray(fc.integer({ min: 0, max: COLUMNS - 1 }), { maxLength: COLUMNS })
  .chain((columns) =>
    fc.tuple(...columns.map((column) => fc.tuple(fc.constant(column), fc.constantFrom(0.5, 1, 5)))),
  );
const anyProblem = fc.integer({ min: 1, max: 4 }).chain((dimensions) =>
  fc.record({
    dimensions: fc.constant(dimensions),
    rows: fc.array(anyRow, { minLength: 1, maxLength: 4 }),
    others: fc.array(fc.integer({ min: -8, max: 8 }), {
      minLength: COLUMNS * dimensions,
      maxLength: COLUMNS * dimensions,
    }),
  }),
);

describe('solveFactors', () => {
  it('finds what the whole system gives, for rows with fewer entries than dimensions and with more', () => {
    const loss = { unobservedWeight: 0.25, penalty: 0.125 };
    fc.assert(
      fc.property(anyProblem, ({ dimensions, rows, others: eighths }) => {
        const { byShopper } = matrixFromHistories(
          rows.map((row) => new Map(row)),
          IDS,
        );
        const others = Float32Array.from(eighths, (value) => value / 8);
        const solved = new Float32Array(rows.length * dimensions);
        solveFactors(solved, byShopper, others, { dimensions, ...loss });
        const system = createFactorSystem(dimensions, loss);
        for (const [row, entries] of rows.entries()) {
          system.begin(
            gramianOf(others, dimensions),
            entries.reduce((sum, [, weight]) => sum + weight, 0),
            COLUMNS,
          );
          for (const [column, weight] of entries) system.add(others, column * dimensions, weight);
          system.decompose();
          const expected = system.right;
          if (entries.length > 0) system.solve(expected);
          for (const [index, value] of expected.entries())
            expect(solved[row * dimensions + index]).toBeCloseTo(value, 4);
        }
      }),
    );
  });

  it('changes no inner product by turning the other side', () => {
    const others = Float32Array.of(1, 2, -1, 0.5, 3, 1);
    const { byShopper } = matrixFromHistories([new Map([[0, 1]])], ['a', 'b']);
    solveFactors(new Float32Array(3), byShopper, others, {
      dimensions: 3,
      unobservedWeight: 0.1,
      penalty: 0.1,
    });
    const [a, b] = [others.subarray(0, 3), others.subarray(3)];
    const dot = (left: Float32Array, right: Float32Array) =>
      left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
    expect(dot(a, a)).toBeCloseTo(6, 4);
    expect(dot(a, b)).toBeCloseTo(5.5, 4);
    expect(dot(b, b)).toBeCloseTo(10.25, 4);
  });
});
