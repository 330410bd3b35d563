import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type { IndexFilter, IndexScope, IndexSource, ProductIndex } from '../../src/ports/product-index.ts';
import { anyChange, anyScope, applyChange, document, variant } from '../support/index-documents.ts';

const { signal } = new AbortController();
const EVERYTHING: IndexScope = { market: 'US', filters: [] };

export interface ImageContractOptions {
  readonly comparisons?: number;
}

/** What every driver of the product index keeps to while products come, change and go. */
export function describeImageContract(
  name: string,
  create: () => ProductIndex,
  { comparisons = 100 }: ImageContractOptions = {},
): void {
  describe(`${name} product index, while products change`, () => {
    it('makes changes in the order they are asked for, also when nobody waits', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyChange, { maxLength: 6 }), anyScope, async (changes, scope) => {
          const [index, oracle] = [create(), createMemoryProductIndex()];
          await Promise.all(changes.map((change) => applyChange(index, change)));
          for (const change of changes) await applyChange(oracle, change);
          expect(await tellAll(index, scope)).toEqual(await tellAll(oracle, scope));
        }),
        { numRuns: comparisons },
      );
    });

    it('holds the same whether products come at once or bit by bit', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyChange, { maxLength: 4 }), anyScope, async (changes, scope) => {
          const documents = changes.flatMap((change) => (change.kind === 'delete' ? [] : change.documents));
          const [whole, parts] = [create(), create()];
          await whole.replaceAll(documents);
          for (const one of documents) await parts.upsert([one]);
          expect(await tellAll(parts, scope)).toEqual(await tellAll(whole, scope));
        }),
        { numRuns: Math.ceil(comparisons / 2) },
      );
    });

    it('is read page by page to the end, in order, every product once', async () => {
      const index = create();
      const all = Array.from({ length: 57 }, (_, number) =>
        document(`p${number}`, { variants: [variant('only', {}, 100 + (number % 4))] }),
      );
      await index.replaceAll(all);
      for (const order of ['ascending', 'descending'] as const) {
        const page = async (limit: number, offset: number) => {
          const [hits = []] = await index.search(
            EVERYTHING,
            [{ source: 'price', order, limit, offset }],
            signal,
          );
          return hits.map(({ productId }) => productId);
        };
        const whole = await page(100, 0);
        const pages: string[] = [];
        for (let offset = 0; offset < 60; offset += 7) pages.push(...(await page(7, offset)));
        expect(pages).toEqual(whole);
        expect(new Set(pages).size).toBe(57);
        expect(await page(7, 57)).toEqual([]);
      }
    });

    it('takes any names, and tells ties by the name as a string', async () => {
      const names = [
        '',
        ' ',
        '__proto__',
        'constructor',
        'p10',
        'p2',
        'Ä',
        'ä',
        '\u{1f9e3}',
        '\uffff',
        '"],["',
      ];
      const [index, oracle] = [create(), createMemoryProductIndex()];
      const documents = names.map((odd) =>
        document(odd, {
          terms: { title: ['scarf', odd] },
          categoryKeys: [odd],
          variants: [variant(odd, Object.fromEntries([[odd, [odd]]]), 100)],
        }),
      );
      await Promise.all([index.replaceAll(documents), oracle.replaceAll(documents)]);
      for (const odd of names) {
        const filters: IndexFilter[] = [
          { kind: 'attribute', attribute: odd, anyOf: [odd] },
          { kind: 'category', anyOf: [odd] },
          { kind: 'terms', fields: ['title'], anyOf: [[odd]] },
          { kind: 'product', anyOf: [odd] },
        ];
        expect(await tellAll(index, { market: 'US', filters }, names)).toEqual(
          await tellAll(oracle, { market: 'US', filters }, names),
        );
      }
      expect(await tellAll(index, EVERYTHING, names)).toEqual(await tellAll(oracle, EVERYTHING, names));
    });

    it('answers every question from one image while all is replaced', async () => {
      const image = (generation: string, price: number) =>
        Array.from({ length: 400 }, (_, number) =>
          document(`p${number}`, {
            terms: { title: ['scarf', generation] },
            categoryKeys: [generation],
            variants: [variant(generation, { color: [generation] }, price)],
          }),
        );
      const images = { old: image('old', 100), new: image('new', 200) };
      const oracles = await Promise.all(
        Object.values(images).map(async (documents) => {
          const oracle = createMemoryProductIndex();
          await oracle.replaceAll(documents);
          return oracle;
        }),
      );
      const index = create();
      await index.replaceAll(images.old);
      const possible = await Promise.all(oracles.map(questions));
      let replaced = false;
      const replacing = index.replaceAll(images.new).then(() => {
        replaced = true;
      });
      while (!replaced) {
        (await questions(index)).forEach((answer, question) => {
          expect(possible.map((answers) => answers[question])).toContain(answer);
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
      await replacing;
      expect(await questions(index)).toEqual(possible[1]);
    });

    it('holds nothing after all is replaced by nothing, and fills again', async () => {
      const index = create();
      await index.replaceAll([document('boots', {})]);
      await index.replaceAll([]);
      expect(index.size()).toBe(0);
      expect(await tellAll(index, EVERYTHING)).toEqual(await tellAll(createMemoryProductIndex(), EVERYTHING));
      await index.delete(['boots']);
      await index.upsert([]);
      // Without a product there are no dimensions to keep to.
      await index.upsert([document('lamp', { vector: Float32Array.of(0, 0, 1) })]);
      expect(index.size()).toBe(1);
    });
  });
}

const PRODUCTS = Array.from({ length: 12 }, (_, number) => `p${number}`);
const TERMS: IndexSource = {
  source: 'terms',
  query: [
    { term: 'scarf', weight: 1, group: 0 },
    { term: 'warm', weight: 0.5, group: 1 },
  ],
  limit: 20,
};
const SOURCES: readonly IndexSource[] = [
  { source: 'price', order: 'ascending', limit: 20 },
  { source: 'price', order: 'descending', limit: 5, offset: 2 },
];

/** Everything that is the same to the last digit on every driver. */
async function tellAll(index: ProductIndex, scope: IndexScope, productIds: readonly string[] = PRODUCTS) {
  const attributes = ['color', 'size', 'brand', 'category', ...productIds];
  const [facets, ...others] = await Promise.all([
    index.facets(scope, attributes, 3, signal),
    index.search(scope, [...SOURCES, { source: 'given', productIds }], signal),
    index.count([scope, EVERYTHING, scope], signal),
    index.priceRange(scope, signal),
    index.facts(scope, productIds, signal),
  ]);
  return [[...facets], index.size(), ...others];
}

/** Each answer as a text; scores of words rounded. */
async function questions(index: ProductIndex): Promise<string[]> {
  const inOld: IndexScope = { ...EVERYTHING, filters: [{ kind: 'category', anyOf: ['old'] }] };
  const facts = async () =>
    (await index.facts(EVERYTHING, ['p0', 'p399'], signal)).map(({ attributes, priceMinor }) => ({
      attributes,
      priceMinor,
    }));
  const search = async () => {
    const lists = await index.search(EVERYTHING, [TERMS, ...SOURCES], signal);
    return lists.map((hits) => hits.map((hit) => ({ ...hit, score: hit.score.toFixed(6) })));
  };
  const answers = await Promise.all([
    search(),
    index.count([EVERYTHING, inOld], signal),
    index.facets(EVERYTHING, ['color', 'category'], 5, signal).then((facets) => [...facets]),
    index.priceRange(EVERYTHING, signal),
    facts(),
  ]);
  return answers.map((answer) => JSON.stringify(answer));
}
