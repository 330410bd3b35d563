import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbeddedProductIndex } from '../../../../connectors/product-index/embedded.ts';
import { createMemoryProductIndex } from '../../../../connectors/product-index/memory.ts';
import { createRandom } from '../../../../src/domain/random.ts';
import type { IndexFilter } from '../../../../src/ports/product-index.ts';
import { document, variant } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const DIMENSIONS = 24;
/** More than fit in two calls of the kernel, and none of its sizes. */
const PRODUCTS = 17_001;
/** Products of one crowd differ by less than int8 codes can tell. */
const NOISE = 0.003;

function anyUnitVector(random: () => number, near?: Float32Array): Float32Array {
  const values = Array.from({ length: DIMENSIONS }, (_, index) =>
    near === undefined ? random() - 0.5 : (near[index] ?? 0) + (random() - 0.5) * NOISE,
  );
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

describe('vectors of the embedded index', () => {
  const random = createRandom(7);
  const crowds = Array.from({ length: 4 }, () => anyUnitVector(random));
  const documents = Array.from({ length: PRODUCTS }, (_, number) =>
    document(`p${number}`, {
      vector: number % 50 === 0 ? new Float32Array(DIMENSIONS) : anyUnitVector(random, crowds[number % 5]),
      // One shelf in ten thousand, one in two, and every third in the other half of the rows.
      variants: [variant('only', { shelf: [`${number % 2}`, number % 9_000 === 0 ? 'rare' : 'usual'] }, 100)],
    }),
  );
  const embedded = createEmbeddedProductIndex();
  const oracle = createMemoryProductIndex();
  const filled = Promise.all([embedded.replaceAll(documents), oracle.replaceAll(documents)]);

  it('gives the list of the full scan, over many rows and few', async () => {
    await filled;
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.constantFrom(0, 1, 10, 300),
        fc.constantFrom([], ['1'], ['rare'], ['1', 'rare'], ['none']),
        async (seed, limit, shelves) => {
          const vector = anyUnitVector(createRandom(seed), crowds[Math.abs(seed) % 5]);
          const filters: IndexFilter[] = shelves.map((shelf) => ({
            kind: 'attribute',
            attribute: 'shelf',
            anyOf: [shelf],
          }));
          const search = (index: typeof oracle) =>
            index.search({ market: 'US', filters }, [{ source: 'text', vector, limit }], signal);
          const [[found = []], [expected = []]] = await Promise.all([search(embedded), search(oracle)]);
          expect(found.map(({ productId }) => productId)).toEqual(expected.map(({ productId }) => productId));
        },
      ),
      { numRuns: 20 },
    );
  });
});
