import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type { IndexDocument, IndexSource, ProductIndex, QueryTerm } from '../../src/ports/product-index.ts';
import { document } from '../support/index-documents.ts';

const { signal } = new AbortController();
const SCOPE = { market: 'US', filters: [] };

/** What every driver of the product index makes of questions and products it was not meant for. */
export function describeMalformedContract(name: string, create: () => ProductIndex): void {
  describe(`${name} product index, asked badly`, () => {
    const filled = async (...documents: IndexDocument[]) => {
      const index = create();
      await index.replaceAll(documents);
      return index;
    };
    const byVector = (index: ProductIndex, ...values: number[]) =>
      index.search(SCOPE, [{ source: 'text', vector: Float32Array.from(values), limit: 5 }], signal);

    it.each([
      ['a number that is none', [Number.NaN, 1]],
      ['infinity', [Number.POSITIVE_INFINITY, 0]],
      ['too many dimensions', [1, 0, 0]],
      ['too few dimensions', [1]],
    ])('refuses to search by a vector with %s', async (_, values) => {
      const index = await filled(document('boots', {}));

      await expect(byVector(index, ...values)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(await byVector(index, 1, 0)).toMatchObject([[{ productId: 'boots' }]]);
    });

    it.each([
      ['a number that is none', [Number.NaN, 1]],
      ['infinity', [Number.NEGATIVE_INFINITY, 0]],
      ['other dimensions than the rest', [1, 0, 0]],
    ])('refuses a product whose vector has %s, and keeps what it had', async (_, values) => {
      const index = await filled(document('boots', {}));
      const odd = document('odd', { vector: Float32Array.from(values) });

      await expect(index.upsert([document('fine', {}), odd])).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      });
      expect(await byVector(index, 1, 0)).toMatchObject([[{ productId: 'boots' }]]);
      expect(index.size()).toBe(1);
    });

    it('lists a product whose vector says nothing with a score of 0', async () => {
      const index = await filled(
        document('mute', { vector: new Float32Array(2) }),
        document('boots', {}),
        document('against', { vector: Float32Array.of(-1, 0) }),
      );
      const [hits = []] = await byVector(index, 1, 0);

      expect(hits.map(({ productId }) => productId)).toEqual(['boots', 'mute', 'against']);
      expect(hits[1]?.score).toBeCloseTo(0);
    });

    it('answers everything from an empty catalogue', async () => {
      const sources: IndexSource[] = [
        { source: 'terms', query: [{ term: 'boots', weight: 1, group: 0 }], limit: 5 },
        { source: 'text', vector: Float32Array.of(1, 2, 3), limit: 5 },
        { source: 'given', productIds: ['boots'] },
        { source: 'price', order: 'descending', limit: 5 },
      ];
      for (const index of [create(), await filled()]) {
        expect(await index.search(SCOPE, sources, signal)).toEqual([[], [], [], []]);
        expect(await index.count([SCOPE], signal)).toEqual([0]);
        expect(await index.facets(SCOPE, ['color', 'category'], 5, signal)).toEqual(
          new Map([
            ['color', []],
            ['category', []],
          ]),
        );
        expect(await index.priceRange(SCOPE, signal)).toBeUndefined();
        expect(await index.facts(SCOPE, ['boots'], signal)).toEqual([]);
        await index.delete(['boots']);
        await index.upsert([]);
        expect(index.size()).toBe(0);
      }
    });

    it('finds nothing for a query without words, or with none the catalogue knows', async () => {
      const index = await filled(document('boots', { terms: { title: ['boots'] } }));
      const search = async (query: readonly QueryTerm[]) =>
        await index.search(SCOPE, [{ source: 'terms', query, limit: 5 }], signal);

      expect(await search([])).toEqual([[]]);
      expect(await search([{ term: 'constructor', weight: 1, group: 0 }])).toEqual([[]]);
    });

    it('answers ten thousand characters of words like the full scan', async () => {
      const words = Array.from({ length: 2_500 }, (_, number) => `w${number}`);
      const documents = Array.from({ length: 40 }, (_, number) =>
        document(`p${number}`, {
          terms: {
            title: words.filter((_word, position) => position % (number + 2) === 0).slice(0, 30),
            description: words.filter((_word, position) => position % (number + 7) === 1),
          },
        }),
      );
      const query = words.map((term, number) => ({ term, weight: 1, group: number % 2_000 }));
      const search = async (index: ProductIndex) => {
        const [hits = []] = await index.search(SCOPE, [{ source: 'terms', query, limit: 7 }], signal);
        return hits.map(({ productId, score, coverage }) => [
          productId,
          score.toPrecision(9),
          coverage?.toPrecision(9),
        ]);
      };
      const oracle = createMemoryProductIndex();
      await oracle.replaceAll(documents);

      expect(await search(await filled(...documents))).toEqual(await search(oracle));
    });
  });
}
