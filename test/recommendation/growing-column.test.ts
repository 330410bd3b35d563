import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrowingColumn } from '../../src/recommendation/growing-column.ts';

describe('a growing column', () => {
  it('gives back what was put in, in order, however many were expected', () => {
    const integers = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 3_000 });
    fc.assert(
      fc.property(integers, fc.integer({ min: 0, max: 4_000 }), (numbers, expected) => {
        const column = createGrowingColumn(Int32Array, expected);
        for (const number of numbers) column.push(number);
        expect(column.length()).toBe(numbers.length);
        expect([...column.finish()]).toEqual(numbers);
      }),
    );
  });

  it('keeps at most an eighth more than it holds', () => {
    for (const count of [0, 1, 7, 1_000, 1_025, 4_095]) {
      const column = createGrowingColumn(Float32Array);
      for (let index = 0; index < count; index += 1) column.push(index / 2);
      const { buffer, byteLength } = column.finish();
      expect(buffer.byteLength).toBeLessThanOrEqual(byteLength * 1.125);
    }
  });
});
