import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type {
  BehaviourSource,
  IndexDocument,
  IndexedBehaviour,
  IndexScope,
  ProductIndex,
} from '../../src/ports/product-index.ts';
import { anyBehaviour, anyBehaviourSource } from '../support/index-behaviour.ts';
import { anyChange, anyScope, applyChange, document, variant } from '../support/index-documents.ts';

const { signal } = new AbortController();
const US: IndexScope = { market: 'US', filters: [] };

/** Having `a` says ½ of `b` and ¼ of `c`; having `b` says 1 of `c`. */
const NEIGHBOURS: NonNullable<IndexedBehaviour['neighbours']> = {
  productIds: ['a', 'b', 'c'],
  starts: Int32Array.of(0, 2, 3, 3),
  neighbours: Int32Array.of(1, 2, 2),
  weights: Float32Array.of(0.5, 0.25, 1),
};
const TASTE: NonNullable<IndexedBehaviour['taste']> = {
  productIds: ['c', 'b', 'a', 'nobody'],
  dimensions: 2,
  factors: Float32Array.of(1, 0, 0, 1, -1, 0, 0, 0),
};
const having = (...productIds: string[]): BehaviourSource => ({
  source: 'neighbours',
  history: productIds.map((productId) => ({ productId, weight: 1 })),
  limit: 10,
});
const liking = (...vector: number[]): BehaviourSource => ({
  source: 'taste',
  vector: Float32Array.from(vector),
  limit: 10,
});

/** What every driver of the product index makes of what behaviour has taught. */
export function describeBehaviourContract(
  name: string,
  create: () => ProductIndex,
  { comparisons = 100 }: { readonly comparisons?: number } = {},
): void {
  describe(`${name} product index, by behaviour`, () => {
    const shop = ['a', 'b', 'c', 'nobody'].map((productId, place) =>
      document(productId, { variants: [variant(`${productId}-1`, {}, 1000 + 500 * place)] }),
    );
    const filled = async (documents: readonly IndexDocument[] = shop) => {
      const index = create();
      await index.replaceAll(documents);
      return index;
    };
    const scoresOf = async (index: ProductIndex, source: BehaviourSource, scope = US) => {
      const [hits = []] = await index.search(scope, [source], signal);
      return hits.map(({ productId, score }) => [productId, score]);
    };

    it('adds up what the products of a history say, without the history itself', async () => {
      const index = await filled();
      await index.setBehaviour({ neighbours: NEIGHBOURS });

      expect(await scoresOf(index, having('a'))).toEqual([
        ['b', 0.5],
        ['c', 0.25],
      ]);
      expect(await scoresOf(index, having('a', 'b'))).toEqual([['c', 1.25]]);
      expect(await scoresOf(index, having('a', 'b', 'b'))).toEqual([['c', 2.25]]);
      expect(await scoresOf(index, having('c', 'unknown'))).toEqual([]);
      expect(await scoresOf(index, having())).toEqual([]);
    });

    it('orders by the dot product with a taste, products without one left out', async () => {
      const index = await filled();
      await index.setBehaviour({ taste: TASTE });

      expect(await scoresOf(index, liking(1, 0.5))).toEqual([
        ['c', 1],
        ['b', 0.5],
        ['a', -1],
      ]);
      expect(await scoresOf(index, liking(0, 0))).toEqual([]);
    });

    it('gives only what passes the scope, up to the limit', async () => {
      const index = await filled();
      await index.setBehaviour({ neighbours: NEIGHBOURS, taste: TASTE });
      const dear: IndexScope = { market: 'US', filters: [{ kind: 'price', minMinor: 2000 }] };

      expect(await scoresOf(index, having('a'), dear)).toEqual([['c', 0.25]]);
      expect(await scoresOf(index, { ...having('a'), limit: 1 })).toEqual([['b', 0.5]]);
      expect(await scoresOf(index, { ...liking(0, 1), limit: 0 })).toEqual([]);
      expect(await scoresOf(index, liking(1, 0), { market: 'FR', filters: [] })).toEqual([]);
    });

    it('forgets what was said before, and says nothing before the first time', async () => {
      const index = await filled();
      expect(await scoresOf(index, having('a'))).toEqual([]);
      expect(await scoresOf(index, liking(1, 0))).toEqual([]);

      await index.setBehaviour({ neighbours: NEIGHBOURS, taste: TASTE });
      await index.setBehaviour({ taste: { ...TASTE, productIds: ['b'], factors: Float32Array.of(2, 0) } });
      expect(await scoresOf(index, having('a'))).toEqual([]);
      expect(await scoresOf(index, liking(1, 0))).toEqual([['b', 2]]);
      await index.setBehaviour({});
      expect(await scoresOf(index, liking(1, 0))).toEqual([]);
    });

    it('keeps it for products that change, that are replaced and that come later', async () => {
      const index = create();
      await index.setBehaviour({ neighbours: NEIGHBOURS, taste: TASTE });
      await index.replaceAll(shop.slice(0, 2));
      expect(await scoresOf(index, having('a'))).toEqual([['b', 0.5]]);

      await index.upsert([document('c', {}), document('b', {})]);
      await index.delete(['a']);
      expect(await scoresOf(index, having('a'))).toEqual([
        ['b', 0.5],
        ['c', 0.25],
      ]);
      await index.replaceAll(shop);
      expect((await scoresOf(index, liking(1, 0))).map(([productId]) => productId)).toEqual(['c', 'b', 'a']);
    });

    it('refuses columns that do not fit together and keeps what it had', async () => {
      const index = await filled();
      await index.setBehaviour({ neighbours: NEIGHBOURS, taste: TASTE });
      const wrong: IndexedBehaviour[] = [
        { taste: { ...TASTE, dimensions: 3 } },
        { taste: { ...TASTE, dimensions: 0, factors: new Float32Array() } },
        { taste: { productIds: ['a'], dimensions: 65, factors: new Float32Array(65) } },
        { taste: { ...TASTE, productIds: ['a', 'a', 'b', 'c'] } },
        { taste: { productIds: ['a'], dimensions: 1, factors: Float32Array.of(Number.NaN) } },
        { neighbours: { ...NEIGHBOURS, starts: Int32Array.of(0, 2, 3) } },
        { neighbours: { ...NEIGHBOURS, starts: Int32Array.of(0, 2, 1, 3) } },
        { neighbours: { ...NEIGHBOURS, starts: Int32Array.of(0, 2, 2, 2) } },
        { neighbours: { ...NEIGHBOURS, productIds: ['a', 'b', 'b'] } },
        { neighbours: { ...NEIGHBOURS, neighbours: Int32Array.of(1, 1, 2) } },
        { neighbours: { ...NEIGHBOURS, neighbours: Int32Array.of(1, 3, 2) } },
        { neighbours: { ...NEIGHBOURS, weights: Float32Array.of(0.5, 0, 1) } },
        { neighbours: { ...NEIGHBOURS, weights: Float32Array.of(0.5, Number.POSITIVE_INFINITY, 1) } },
      ];
      for (const behaviour of wrong)
        await expect(index.setBehaviour(behaviour)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(await scoresOf(index, having('a', 'b'))).toEqual([['c', 1.25]]);
    });

    it('refuses a vector of other dimensions and a weight that is none', async () => {
      const index = await filled();
      await index.setBehaviour({ neighbours: NEIGHBOURS, taste: TASTE });
      for (const source of [
        liking(1),
        liking(Number.NaN, 1),
        ...[0, -1, Number.NaN].map((weight) => ({
          ...having(),
          history: [{ productId: 'a', weight }],
        })),
      ])
        await expect(index.search(US, [source], signal)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    });

    it('answers like the full scan, after any changes of products and of behaviour', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(anyChange, anyBehaviour), { maxLength: 6 }),
          anyScope,
          fc.array(anyBehaviourSource, { minLength: 1, maxLength: 4 }),
          async (changes, scope, sources) => {
            const [index, oracle] = [create(), createMemoryProductIndex()];
            for (const change of changes)
              for (const changed of [index, oracle])
                await ('kind' in change ? applyChange(changed, change) : changed.setBehaviour(change));
            expect(await index.search(scope, sources, signal)).toEqual(
              await oracle.search(scope, sources, signal),
            );
          },
        ),
        { numRuns: comparisons },
      );
    });
  });
}
