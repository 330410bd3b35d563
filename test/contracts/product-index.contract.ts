import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type {
  IndexDocument,
  IndexFilter,
  IndexHit,
  IndexScope,
  IndexSource,
  ProductIndex,
} from '../../src/ports/product-index.ts';
import {
  anyChange,
  anyScope,
  anySource,
  applyChange,
  document,
  variant,
} from '../support/index-documents.ts';

const { signal } = new AbortController();
const FACETS = ['color', 'size', 'brand', 'category', 'constructor', 'absent'];

export interface ProductIndexContractOptions {
  /** Generated catalogues compared with the full scan; fewer where every question is a request. */
  readonly comparisons?: number;
}

/** What every driver of the product index does; `createMemoryProductIndex` is what it does it like. */
export function describeProductIndexContract(
  name: string,
  create: () => ProductIndex,
  { comparisons = 200 }: ProductIndexContractOptions = {},
): void {
  describe(`${name} product index`, () => {
    const filled = async (...documents: IndexDocument[]) => {
      const index = create();
      await index.replaceAll(documents);
      return index;
    };
    const idsOf = async (index: ProductIndex, filters: IndexFilter[], market = 'US') => {
      const [hits = []] = await index.search(
        { market, filters },
        [{ source: 'price', order: 'ascending', limit: 100 }],
        signal,
      );
      return hits.map(({ productId }) => productId);
    };

    it('answers every search, count and facet like the full scan, after any changes', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyChange, { maxLength: 6 }),
          anyScope,
          anyScope,
          fc.array(anySource, { maxLength: 4 }),
          async (changes, scope, others, sources) => {
            const index = create();
            const oracle = createMemoryProductIndex();
            for (const change of changes)
              await Promise.all([applyChange(index, change), applyChange(oracle, change)]);
            expect(index.size()).toBe(oracle.size());
            await expectSameHits(index, oracle, scope, sources);
            const further: IndexFilter[] = [{ kind: 'price', maxMinor: 1500 }, ...others.filters];
            const scopes = [
              scope,
              { ...scope, filters: [] },
              scope,
              ...further.map((filter) => ({ ...scope, filters: [...scope.filters, filter] })),
              ...further.map((filter) => ({ ...scope, filters: [filter] })),
            ];
            for (const asked of [scopes, scopes.slice(3), [...scopes, others]])
              expect(await index.count(asked, signal)).toEqual(await oracle.count(asked, signal));
            expect(await index.facets(scope, FACETS, 3, signal)).toEqual(
              await oracle.facets(scope, FACETS, 3, signal),
            );
            expect(await index.priceRange(scope, signal)).toEqual(await oracle.priceRange(scope, signal));
            const ids = ['p3', 'unknown', 'p0', 'p1', 'p2', 'p9'];
            expect(await index.facts(scope, ids, signal)).toEqual(await oracle.facts(scope, ids, signal));
          },
        ),
        { numRuns: comparisons },
      );
    });

    it('holds all filters against one and the same variant', async () => {
      const index = await filled(
        document('boots', {
          variants: [
            variant('red-41', { color: ['red'], size: ['41'] }, 9000),
            variant('blue-42', { color: ['blue'], size: ['42'] }, 5000),
          ],
        }),
      );
      const size42: IndexFilter = { kind: 'attribute', attribute: 'size', anyOf: ['42'] };

      expect(await idsOf(index, [{ kind: 'attribute', attribute: 'color', anyOf: ['red'] }, size42])).toEqual(
        [],
      );
      expect(
        await idsOf(index, [{ kind: 'attribute', attribute: 'color', anyOf: ['blue'] }, size42]),
      ).toEqual(['boots']);
      expect(await idsOf(index, [{ kind: 'price', minMinor: 9000 }, size42])).toEqual([]);
    });

    it('lets a variant pass a refusal when it does not tell the attribute', async () => {
      const index = await filled(document('plain', { variants: [variant('only', {}, 100)] }));

      expect(await idsOf(index, [{ kind: 'not-attribute', attribute: 'color', noneOf: ['red'] }])).toEqual([
        'plain',
      ]);
      expect(await idsOf(index, [{ kind: 'attribute', attribute: 'color', anyOf: ['red'] }])).toEqual([]);
    });

    it('takes both ends of a price range', async () => {
      const index = await filled(
        ...[999, 1000, 2000, 2001].map((price) =>
          document(`at-${price}`, { variants: [variant('only', {}, price)] }),
        ),
      );

      expect(await idsOf(index, [{ kind: 'price', minMinor: 1000, maxMinor: 2000 }])).toEqual([
        'at-1000',
        'at-2000',
      ]);
    });

    it('knows nothing where nothing is offered', async () => {
      const index = await filled(document('boots', { variants: [variant('only', {}, 100)] }));

      expect(await idsOf(index, [], 'FR')).toEqual([]);
      expect(await idsOf(index, [], 'constructor')).toEqual([]);
    });

    it('wants all terms of an alternative in one and the same field', async () => {
      const index = await filled(
        document('bag', { terms: { title: ['sleep', 'bag'] } }),
        document('mask', { terms: { title: ['sleep', 'mask'], description: ['bag'] } }),
      );
      const sleepingBag = [['sleep', 'bag']];

      expect(
        await idsOf(index, [{ kind: 'terms', fields: ['title', 'description'], anyOf: sleepingBag }]),
      ).toEqual(['bag']);
      expect(
        await idsOf(index, [{ kind: 'not-terms', fields: ['title', 'description'], noneOf: sleepingBag }]),
      ).toEqual(['mask']);
    });

    it('counts a word, its synonyms and its translations as one word', async () => {
      const index = await filled(
        document('both', { terms: { title: ['warm', 'scarf', 'schal'] } }),
        document('one', { terms: { title: ['warm', 'lamp', 'oak'] } }),
      );
      const [hits = []] = await index.search(
        { market: 'US', filters: [] },
        [
          {
            source: 'terms',
            query: [
              { term: 'warm', weight: 1, group: 0 },
              { term: 'schal', weight: 1, group: 1 },
              { term: 'scarf', weight: 0.8, group: 1 },
              { term: 'unheard', weight: 1, group: 2 },
            ],
            limit: 10,
          },
        ],
        signal,
      );

      expect(hits.map(({ productId }) => productId)).toEqual(['both', 'one']);
      expect(hits.map(({ coverage }) => coverage)).toEqual([2 / 3, 1 / 3]);
    });

    it('names the cheapest variant that passes, not the cheapest one', async () => {
      const index = await filled(
        document('boots', {
          variants: [variant('red', { color: ['red'] }, 100), variant('blue', { color: ['blue'] }, 200)],
        }),
      );
      const blue: IndexScope = {
        market: 'US',
        filters: [{ kind: 'attribute', attribute: 'color', anyOf: ['blue'] }],
      };
      const [hits] = await index.search(
        blue,
        [{ source: 'given', productIds: ['boots', 'boots', 'x'] }],
        signal,
      );

      expect(hits).toEqual([{ productId: 'boots', variantId: 'blue', score: 0 }]);
    });

    it('gives no list for a vector that says nothing', async () => {
      const index = await filled(document('boots', {}));

      expect(
        await index.search(
          { market: 'US', filters: [] },
          [{ source: 'text', vector: new Float32Array(2), limit: 5 }],
          signal,
        ),
      ).toEqual([[]]);
    });

    it('refuses a vector of other dimensions and keeps what it had', async () => {
      const index = await filled(document('boots', {}));
      const odd = document('odd', { vector: Float32Array.of(1, 0, 0) });

      await expect(index.upsert([odd])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      await expect(index.replaceAll([document('fine', {}), odd])).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      });
      await expect(
        index.replaceAll([document('nan', { vector: Float32Array.of(Number.NaN, 0) })]),
      ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(await idsOf(index, [])).toEqual(['boots']);
    });

    it('takes the later of two documents of one product', async () => {
      const index = await filled(
        document('boots', { variants: [variant('old', {}, 100)] }),
        document('boots', { variants: [variant('new', {}, 200)] }),
      );

      expect(index.size()).toBe(1);
      expect(await index.priceRange({ market: 'US', filters: [] }, signal)).toEqual([
        200, 200, 200, 200, 200,
      ]);
    });

    it('shows the old image or the new one while all is replaced, never a mixture', async () => {
      const many = (generation: string) =>
        Array.from({ length: 1200 }, (_, number) =>
          document(`${generation}-${number}`, { variants: [variant('only', { color: [generation] }, 100)] }),
        );
      const index = await filled(...many('old'));
      const replaced = index.replaceAll(many('new'));
      const seen = new Set<string>();
      for (let look = 0; look < 20; look += 1) {
        const facets = await index.facets({ market: 'US', filters: [] }, ['color'], 5, signal);
        seen.add(JSON.stringify(facets.get('color')));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await replaced;
      const whole = (value: string) => JSON.stringify([{ value, count: 1200 }]);

      expect([whole('old'), whole('new')]).toEqual(expect.arrayContaining([...seen]));
      expect(await idsOf(index, [{ kind: 'attribute', attribute: 'color', anyOf: ['old'] }])).toEqual([]);
    });

    it('stops for an aborted signal', async () => {
      const index = await filled(document('boots', {}));

      await expect(index.count([], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    });
  });
}

/** Scores may differ by rounding; so may the order of products whose scores do. */
async function expectSameHits(
  index: ProductIndex,
  oracle: ProductIndex,
  scope: IndexScope,
  sources: readonly IndexSource[],
): Promise<void> {
  const actual = await index.search(scope, sources, signal);
  const expected = await oracle.search(scope, sources, signal);
  const unlimited = await oracle.search(scope, sources.map(withoutLimit), signal);
  expect(actual.map((hits) => hits.length)).toEqual(expected.map((hits) => hits.length));
  actual.forEach((hits, position) => {
    const known = new Map(unlimited[position]?.map((hit) => [hit.productId, hit]));
    expect(new Set(hits.map(({ productId }) => productId)).size).toBe(hits.length);
    hits.forEach((hit, rank) => {
      expect(hit.score).toBeCloseTo(expected[position]?.[rank]?.score ?? Number.NaN, 6);
      expect(rounded(hit)).toEqual(rounded(known.get(hit.productId)));
    });
  });
}

const withoutLimit = (source: IndexSource): IndexSource =>
  source.source === 'given'
    ? source
    : { ...source, limit: 1000, ...(source.source === 'price' ? { offset: 0 } : {}) };

const rounded = (hit: IndexHit | undefined) =>
  hit && { ...hit, score: Math.round(hit.score * 1e6) / 1e6 + 0 };
