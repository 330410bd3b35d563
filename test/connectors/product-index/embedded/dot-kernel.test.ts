import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDotKernel } from '../../../../connectors/product-index/embedded/dot-kernel.ts';

const anyCase = fc
  .record({ steps: fc.integer({ min: 1, max: 40 }), rows: fc.integer({ min: 0, max: 7 }) })
  .chain(({ steps, rows }) => {
    const stride = steps * 16;
    const numbers = (length: number, max: number) =>
      fc.array(fc.integer({ min: -max, max }), { minLength: length, maxLength: length });
    return fc.record({
      stride: fc.constant(stride),
      query: numbers(stride, Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * stride)))),
      codes: numbers(stride * rows, 127),
    });
  });

describe('the kernel of dot products', () => {
  it('gives the sums that multiplying one by one gives, up to the largest numbers allowed', () => {
    fc.assert(
      fc.property(anyCase, ({ stride, query, codes }) => {
        const kernel = createDotKernel(stride);
        kernel.setQuery(Int16Array.from(query));
        const rows = codes.length / stride;
        const expected = Array.from({ length: rows }, (_, row) =>
          query.reduce((sum, number, index) => sum + number * (codes[row * stride + index] ?? 0), 0),
        );
        expect([...kernel.multiply(Int8Array.from(codes))]).toEqual(expected);
      }),
    );
  });

  it('takes as many rows at once as it says, whatever their length', () => {
    for (const stride of [16, 192, 1024, 4096, 16_384]) {
      const kernel = createDotKernel(stride);
      kernel.setQuery(new Int16Array(stride).fill(1));
      const sums = kernel.multiply(new Int8Array(kernel.rowsAtOnce * stride).fill(1));

      expect(kernel.rowsAtOnce % 32).toBe(0);
      expect(new Set(sums)).toEqual(new Set([stride]));
    }
  });

  it('keeps queries of two kernels apart', () => {
    const [one, two] = [createDotKernel(16), createDotKernel(16)];
    one.setQuery(new Int16Array(16).fill(1));
    two.setQuery(new Int16Array(16).fill(2));

    expect([...one.multiply(new Int8Array(16).fill(1))]).toEqual([16]);
    expect([...two.multiply(new Int8Array(16).fill(1))]).toEqual([32]);
  });
});
