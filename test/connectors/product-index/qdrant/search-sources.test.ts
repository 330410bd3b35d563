import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../../../connectors/product-index/memory.ts';
import type { IndexSource } from '../../../../src/ports/product-index.ts';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { document, variant } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const everything = { market: 'US', filters: [] };
const cheapest: IndexSource = { source: 'price', order: 'ascending', limit: 10 };

describe('Qdrant searches', () => {
  it('asks one batch for all sources of a search', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    await index.replaceAll([document('scarf', { terms: { title: ['scarf'] } })]);
    server.requests.length = 0;
    await index.search(
      everything,
      [
        { source: 'terms', query: [{ term: 'scarf', weight: 1, group: 0 }], limit: 5 },
        { source: 'text', vector: Float32Array.of(1, 0), limit: 5 },
        { source: 'given', productIds: ['scarf'] },
        cheapest,
      ],
      signal,
    );

    expect(server.requests).toEqual([expect.stringMatching(/^POST .*\/points\/query\/batch$/)]);
  });

  it('asks again, longer, until a tie at the end of a list is whole', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    const ids = Array.from({ length: 90 }, (_, number) => `p${number}`).sort();
    await index.replaceAll(ids.map((id) => document(id, {})));
    const [hits = []] = await index.search(
      everything,
      [{ source: 'text', vector: Float32Array.of(1, 0), limit: 3 }],
      signal,
    );

    expect(hits.map(({ productId }) => productId)).toEqual(ids.slice(0, 3));
  });

  it('finds the best of many like the full scan, however short the list and whatever changed since', async () => {
    const server = await startQdrant();
    const word = fc.constantFrom('warm', 'scarf', 'wool', 'red', 'lamp', 'oak');
    const words = fc.array(word, { maxLength: 8 });
    const product = fc.record({
      title: words,
      description: fc.array(word, { maxLength: 40 }),
      price: fc.integer({ min: 1, max: 50 }),
    });
    const catalogue = fc.array(product, { minLength: 60, maxLength: 300 });
    const terms = fc.array(
      fc.record({ term: word, weight: fc.constantFrom(1, 0.35), group: fc.integer({ min: 0, max: 2 }) }),
      { minLength: 1, maxLength: 5 },
    );
    const toDocuments = (products: readonly { title: string[]; description: string[]; price: number }[]) =>
      products.map(({ title, description, price }, number) =>
        document(`p${number}`, {
          terms: { title, description },
          variants: [variant('v', {}, price), variant('w', { color: ['red'] }, 51 - price)],
        }),
      );
    await fc.assert(
      fc.asyncProperty(
        catalogue,
        catalogue,
        terms,
        fc.integer({ min: 1, max: 3 }),
        async (first, later, query, limit) => {
          const drivers = [qdrantIndexAt(server.url), createMemoryProductIndex()];
          const red = {
            market: 'US',
            filters: [{ kind: 'attribute' as const, attribute: 'color', anyOf: ['red'] }],
          };
          const [actual, expected] = await Promise.all(
            drivers.map(async (driver) => {
              await driver.replaceAll(toDocuments(first));
              await driver.upsert(
                toDocuments(
                  later.map((one) => ({ ...one, description: [...one.description, ...one.description] })),
                ),
              );
              return driver.search(
                red,
                [
                  { source: 'terms', query, limit },
                  { source: 'price', order: 'ascending', limit, offset: 2 },
                  { source: 'price', order: 'descending', limit },
                ],
                signal,
              );
            }),
          );
          const rounded = (lists: typeof actual) =>
            lists?.map((hits) => hits.map(({ score }) => score.toFixed(6)));
          expect(rounded(actual)).toEqual(rounded(expected));
          expect(actual?.slice(1)).toEqual(expected?.slice(1));
        },
      ),
      { numRuns: 25 },
    );
    expect(server.requests.filter((name) => name.endsWith('/query/batch')).length).toBeGreaterThan(25);
  });

  it('asks nothing when nothing can pass', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    await index.replaceAll([document('scarf', {})]);
    server.requests.length = 0;
    const none = { market: 'US', filters: [{ kind: 'category' as const, anyOf: [] }] };

    expect(await index.count([none], signal)).toEqual([0]);
    expect(await index.search(none, [cheapest], signal)).toEqual([[]]);
    expect(server.requests).toEqual([]);
  });

  it('keeps its words exact while products come, change and go', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    const query = [{ term: 'scarf', weight: 1, group: 0 }];
    const words = { source: 'terms' as const, query, limit: 5 };
    const scarf = document('a', { terms: { title: ['scarf'] }, variants: [variant('a-1', {}, 100)] });
    await index.replaceAll([scarf]);
    const [alone] = await index.search(everything, [words], signal);
    await index.upsert([document('b', { terms: { title: ['scarf', 'of', 'wool'] } })]);
    await index.upsert([document('b', { terms: { title: ['lamp'] } })]);
    await index.delete(['b', 'unknown']);

    expect(await index.search(everything, [words], signal)).toEqual([alone]);
  });
});

describe('Qdrant counts', () => {
  const priced = (count: number) =>
    Array.from({ length: count }, (_, number) => ({
      market: 'US',
      filters: [{ kind: 'price' as const, maxMinor: number * 10 }],
    }));
  const products = Array.from({ length: 50 }, (_, number) =>
    document(`p${number}`, { variants: [variant('v', {}, number * 10)] }),
  );

  it('reads what many scopes have in common once, when it is little', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    await index.replaceAll(products);
    server.requests.length = 0;

    expect(await index.count(priced(30), signal)).toEqual(
      Array.from({ length: 30 }, (_, number) => number + 1),
    );
    expect(server.requests).toEqual([expect.stringMatching(/scroll$/)]);
  });

  it('counts scope by scope when it is much, each only once', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { readableProducts: 10 });
    await index.replaceAll(products);
    server.requests.length = 0;

    expect(await index.count([...priced(5), ...priced(5)], signal)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    expect(server.requests.filter((request) => request.endsWith('/count'))).toHaveLength(5);
  });
});
