import { countBits, forEachBit } from './bits.ts';
import type { DotKernel } from './dot-kernel.ts';
import type { Passing } from './evaluate-scope.ts';
import { MOST_CODE, quantizeQuery } from './quantized-vectors.ts';
import type { TopProducts } from './top-products.ts';

/** In a piece of which fewer rows than one in this many pass, each is looked at by itself. */
const SPARSE = 8;

/**
 * Offers the passing products of one segment with their exact cosines, but for those that cannot be among the best.
 *
 * Rows are first compared as int8 codes. With a row r = s·c + e, a query q = t·d + f and |c| <= 127·√stride,
 *
 *     q·r = s·t·(c·d) + s·(f·c) + q·e <= s·(t·(c·d) + |f|·127·√stride) + |q|·|e|
 *
 * by the inequality of Cauchy and Schwarz; only where this reaches the worst score of a full list is the dot product
 * taken again in float32. The list is that of the full scan. At 192 dimensions |e| is about 0.009 and of 50,000 rows some
 * 1,500 are taken again for the best 200.
 *
 * @param query Of the segment's dimensions, not all zeros.
 */
export function scoreVectors(
  passing: Passing,
  query: Float32Array,
  kernel: DotKernel,
  top: TopProducts,
): void {
  const { segment, products } = passing;
  const { vectors, dimensions, quantized } = segment;
  const { codes, stride, scales, errors } = quantized;
  const { numbers, scale, error, length } = quantizeQuery(query, stride);
  const slack = error * MOST_CODE * Math.sqrt(stride);
  kernel.setQuery(numbers);
  for (let from = 0; from < segment.productIds.length; from += kernel.rowsAtOnce) {
    const to = Math.min(from + kernel.rowsAtOnce, segment.productIds.length);
    const piece = products.subarray(from >>> 5, (to + 31) >>> 5);
    const isSparse = countBits(piece) * SPARSE < to - from;
    const sums = isSparse ? undefined : kernel.multiply(codes.subarray(from * stride, to * stride));
    forEachBit(piece, (offset) => {
      const row = from + offset;
      const bound =
        sums === undefined
          ? Number.POSITIVE_INFINITY
          : (scales[row] ?? 0) * (scale * (sums[offset] ?? 0) + slack) + (errors[row] ?? 0) * length;
      if (bound >= top.floor()) top.offer(dotProduct(vectors, row * dimensions, query), passing, row);
    });
  }
}

/** Four sums side by side, so that one addition need not wait for the other. */
function dotProduct(vectors: Float32Array, offset: number, query: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const blocks = query.length & ~3;
  for (let index = 0; index < blocks; index += 4) {
    first += (vectors[offset + index] ?? 0) * (query[index] ?? 0);
    second += (vectors[offset + index + 1] ?? 0) * (query[index + 1] ?? 0);
    third += (vectors[offset + index + 2] ?? 0) * (query[index + 2] ?? 0);
    fourth += (vectors[offset + index + 3] ?? 0) * (query[index + 3] ?? 0);
  }
  for (let index = blocks; index < query.length; index += 1) {
    first += (vectors[offset + index] ?? 0) * (query[index] ?? 0);
  }
  return first + second + third + fourth;
}
