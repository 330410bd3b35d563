import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_CODE,
  quantizeQuery,
  quantizeVectors,
} from '../../../../connectors/product-index/embedded/quantized-vectors.ts';

const anyVector = (dimensions: number) =>
  fc
    .array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -4, max: 4 }), {
      minLength: dimensions,
      maxLength: dimensions,
    })
    .map((values) => Float32Array.from(values));
const anyPair = fc
  .integer({ min: 1, max: 50 })
  .chain((dimensions) => fc.tuple(anyVector(dimensions), anyVector(dimensions)));

const length = (values: readonly number[]) => Math.hypot(...values);

describe('quantised vectors', () => {
  it('never tell an error smaller than it is', () => {
    fc.assert(
      fc.property(anyPair, ([vector, query]) => {
        const { codes, scales, errors, stride } = quantizeVectors(vector, vector.length, 1);
        const off = [...vector].map((value, index) => value - (codes[index] ?? 0) * (scales[0] ?? 0));
        expect(errors[0]).toBeGreaterThanOrEqual(length(off));
        const asked = quantizeQuery(query, stride);
        if (query.every((value) => value === 0)) return;
        const missed = [...query].map((value, index) => value - (asked.numbers[index] ?? 0) * asked.scale);
        expect(asked.error).toBeGreaterThanOrEqual(length(missed));
        expect(asked.length).toBeGreaterThanOrEqual(length([...query]));
      }),
    );
  });

  it('keep sums of products below 2^31, however many dimensions there are', () => {
    for (const dimensions of [1, 192, 1536, 16_000]) {
      const ones = new Float32Array(dimensions).fill(1);
      const { codes, stride } = quantizeVectors(ones, dimensions, 1);
      const { numbers } = quantizeQuery(ones, stride);
      const sum = numbers.reduce((total, number, index) => total + number * (codes[index] ?? 0), 0);

      expect(codes[0]).toBe(MOST_CODE);
      expect(sum).toBeLessThan(2 ** 31);
      expect(sum).toBeGreaterThan(0);
    }
  });

  it('leave a row of zeros at zero, without an error', () => {
    const { codes, errors } = quantizeVectors(new Float32Array(3), 3, 1);

    expect([...codes]).toEqual(Array.from({ length: 16 }, () => 0));
    expect(errors[0]).toBe(0);
  });
});
