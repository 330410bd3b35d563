import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  encodeTextVectors,
  trainTextVectors,
} from '../../../connectors/embedding-model/text-vector-model.ts';
import type { OpenEngine } from '../../../eval/bench/search/engine.ts';
import { generateShelf } from '../../../eval/bench/search/generate-shelf.ts';
import { gradePlanted } from '../../../eval/bench/search/grade-queries.ts';
import { agreeingFacets, measureWay } from '../../../eval/bench/search/measure-way.ts';
import { openFloorwalker } from '../../../eval/bench/search/open-floorwalker.ts';
import { openMiniSearch } from '../../../eval/bench/search/open-minisearch.ts';
import { openOrama } from '../../../eval/bench/search/open-orama.ts';
import { plantQueries } from '../../../eval/bench/search/plant-queries.ts';
import { vectorsFile } from '../../../eval/bench/search/shelf-files.ts';
import { passesFilter, type ShelfProduct } from '../../../eval/bench/search/shelf-product.ts';
import { toProduct } from '../../../eval/bench/search/to-product.ts';
import { productEmbeddingText } from '../../../src/retrieval/product-embedding-text.ts';
import { analyzeTerms } from '../../../src/text/analyze.ts';

const products = [...generateShelf(600, 5)];
const byId = new Map(products.map((product) => [product.productId, product]));
const queries = gradePlanted(products, plantQueries(products, 20, 6));

async function* stream(): AsyncIterable<ShelfProduct> {
  yield* products;
}

const directory = mkdtempSync(join(tmpdir(), 'floorwalker-test-'));
beforeAll(() => {
  const documents = products.map((product) => ({ texts: productEmbeddingText(toProduct(product)) }));
  const model = trainTextVectors({ documents, analyze: analyzeTerms, seed: 1, dimensions: 32 });
  writeFileSync(vectorsFile(directory), encodeTextVectors(model));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe.each([
  ['Floorwalker', openFloorwalker],
  ['MiniSearch', openMiniSearch],
  ['Orama', openOrama],
])('%s', (_, open: OpenEngine) => {
  it('finds nothing that its filter keeps out, whichever way it is asked', async () => {
    const engine = await open(stream(), directory);
    for (const way of engine.ways) {
      for (const { query, filter } of queries) {
        const { productIds } = await way.search({ query, filter, limit: 10 });
        for (const productId of productIds) {
          const product = byId.get(productId);
          expect(product !== undefined && passesFilter(product, filter)).toBe(true);
        }
      }
    }
  });

  it('counts facets as they are counted by hand', async () => {
    const { checked, equal } = await agreeingFacets(await open(stream(), directory), queries);
    expect(checked).toBe(100);
    expect(equal).toBe(checked);
  });
});

describe('measureWay', () => {
  it('judges an engine that knows the answers with 1, and one that knows nothing with 0', async () => {
    const toWay = (answer: (query: string) => readonly string[]) => ({
      name: 'own',
      search: async ({ query }: { readonly query: string }) => ({ productIds: answer(query) }),
    });
    const best = new Map(
      queries.map(({ query, filteredGrades }) => [
        query,
        filteredGrades.toSorted(([, left], [, right]) => right - left).map(([productId]) => productId),
      ]),
    );
    const knowing = await measureWay(
      toWay((query) => best.get(query) ?? []),
      queries,
      10,
    );
    const ignorant = await measureWay(
      toWay(() => []),
      queries,
      10,
    );
    expect(knowing.filtered.gains).toEqual(queries.map(() => 1));
    expect(ignorant.filtered.gains).toEqual(queries.map(() => 0));
  });

  it('asks no more queries when the time is up, but twenty at the least', async () => {
    const many = Array.from({ length: 60 }, (_, position) => queries[position % queries.length]).flatMap(
      (query) => query ?? [],
    );
    const way = { name: 'own', search: async () => ({ productIds: [] }) };
    const { filtered } = await measureWay(way, many, 0);
    expect(filtered.gains).toHaveLength(20);
  });
});

describe('agreeingFacets', () => {
  it('tells a count that is off by one product', async () => {
    const facets = { brand: { a: 1 }, color: {}, material: {}, use: {}, category: {} };
    const filter = queries[0]?.filter;
    if (filter === undefined) return expect.unreachable();
    const counted = new Map([['brand' as const, new Map([['a', 2]])]]);
    const { checked, equal } = await agreeingFacets({ facets: async () => counted }, [{ filter, facets }]);
    expect([checked, equal]).toEqual([5, 0]);
  });
});
