import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbeddedProductIndex } from '../../../../connectors/product-index/embedded.ts';
import { createMemoryProductIndex } from '../../../../connectors/product-index/memory.ts';
import { createRandom } from '../../../../src/domain/random.ts';
import type { IndexFilter, ProductIndex } from '../../../../src/ports/product-index.ts';
import { document, variant } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const WORDS = 200;

/** Low numbers are common words, as in a shop's texts. */
const anyCommonness = (random: () => number) => `w${Math.floor(WORDS ** random()) - 1}`;

function anyShop(seed: number, products: number) {
  const random = createRandom(seed);
  const words = (count: number) => Array.from({ length: count }, () => anyCommonness(random));
  return Array.from({ length: products }, (_, number) =>
    document(`p${number}`, {
      terms: { title: words(4), description: words(1 + Math.floor(random() * 12)) },
      variants: [variant('only', { shelf: [`${number % 2}`, number % 300 === 0 ? 'rare' : 'usual'] }, 100)],
    }),
  );
}

const anyQuery = fc.array(
  fc.record({
    term: fc
      .oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: WORDS + 5 }))
      .map((number) => `w${number}`),
    weight: fc.constantFrom(1, 0.8, 0.35),
    group: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('words of the embedded index', () => {
  it('give the list of the full scan, whatever was skipped on the way', async () => {
    const documents = anyShop(3, 900);
    const build = async (index: ProductIndex) => {
      await index.replaceAll(documents.slice(0, 600));
      await index.upsert(documents.slice(550));
      await index.delete(documents.slice(100, 130).map(({ productId }) => productId));
      return index;
    };
    const [embedded, oracle] = await Promise.all([
      build(createEmbeddedProductIndex()),
      build(createMemoryProductIndex()),
    ]);
    await fc.assert(
      fc.asyncProperty(
        anyQuery,
        fc.constantFrom(1, 3, 20, 400),
        fc.constantFrom([], ['1'], ['rare'], ['none']),
        async (query, limit, shelves) => {
          const filters: IndexFilter[] = shelves.map((shelf) => ({
            kind: 'attribute',
            attribute: 'shelf',
            anyOf: [shelf],
          }));
          const search = async (index: ProductIndex, hits: number) => {
            const source = { source: 'terms', query, limit: hits } as const;
            const [list = []] = await index.search({ market: 'US', filters }, [source], signal);
            return list;
          };
          const [found, all] = await Promise.all([search(embedded, limit), search(oracle, 900)]);
          const known = new Map(all.map((hit) => [hit.productId, hit]));
          expect(found.length).toBe(Math.min(limit, all.length));
          found.forEach(({ productId, score, coverage }, rank) => {
            expect(score).toBeCloseTo(all[rank]?.score ?? Number.NaN, 9);
            expect(score).toBeCloseTo(known.get(productId)?.score ?? Number.NaN, 9);
            expect(coverage).toBe(known.get(productId)?.coverage);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave nothing behind for the next search', async () => {
    const index = createEmbeddedProductIndex();
    await index.replaceAll(anyShop(5, 300));
    const search = (...terms: string[]) =>
      index.search(
        { market: 'US', filters: [] },
        [{ source: 'terms', query: terms.map((term, group) => ({ term, weight: 1, group })), limit: 20 }],
        signal,
      );
    const before = await search('w3', 'w40');
    await search('w0', 'w1', 'w3', 'w199');

    expect(await search('w3', 'w40')).toEqual(before);
  });
});
