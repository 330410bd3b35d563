import { describe, expect, it } from 'vitest';
import type { Need } from '../../src/domain/need.ts';
import { createRetriever, type RetrieveRequest } from '../../src/retrieval/retriever.ts';
import { indexOf, limit, product, SCARVES, silentEmbedder, toFilters } from '../support/small-shop.ts';

const { signal } = new AbortController();

const request = (need: Need): RetrieveRequest => ({
  need,
  market: 'US',
  language: 'en',
  exclude: [],
  given: [],
  limit: 10,
  onlyAvailable: true,
});

describe('refinements', () => {
  const attributes = ['color', 'material', 'category'];

  it('promise exactly what the next turn finds, also when something was given up', async () => {
    const retriever = createRetriever({
      index: await indexOf(SCARVES),
      embedder: silentEmbedder(),
      toFilters,
    });
    for (const constraints of [[], [limit('price', 'lt', 5000)], [limit('color', 'eq', 'gold')]]) {
      const need = { query: 'scarf', constraints };
      const retrieval = await retriever.retrieve(request(need), signal);
      const refinements = await retriever.suggestRefinements(
        { ...retrieval, need, attributes, currency: 'USD', market: 'US', onlyAvailable: true, limit: 8 },
        signal,
      );
      expect(refinements.length).toBeGreaterThan(1);
      for (const { attribute, operator, value, count } of refinements) {
        const next = { query: 'scarf', constraints: [...constraints, limit(attribute, operator, value)] };
        expect((await retriever.retrieve(request(next), signal)).total).toBe(count);
      }
    }
  });

  it('split what was found and leave out what is limited already', async () => {
    const need = { query: '', constraints: [limit('color', 'eq', 'blue')] };
    const retriever = createRetriever({
      index: await indexOf(SCARVES),
      embedder: silentEmbedder(),
      toFilters,
    });
    const retrieval = await retriever.retrieve(request(need), signal);
    const refinements = await retriever.suggestRefinements(
      { ...retrieval, need, attributes, currency: 'USD', market: 'US', onlyAvailable: true, limit: 8 },
      signal,
    );

    expect(refinements).toEqual([
      { attribute: 'price', operator: 'lte', value: 5000, count: 1 },
      { attribute: 'material', operator: 'eq', value: 'silk', count: 1 },
      { attribute: 'material', operator: 'eq', value: 'wool', count: 1 },
    ]);
  });

  it('name round amounts that no product costs', async () => {
    const round = [1900, 2000, 2500, 3000, 9000].map((priceMinor) =>
      product({ id: `at-${priceMinor}`, title: 'Scarf', priceMinor }),
    );
    const need = { query: '', constraints: [] };
    const retriever = createRetriever({ index: await indexOf(round), embedder: silentEmbedder(), toFilters });
    const retrieval = await retriever.retrieve(request(need), signal);

    expect(
      await retriever.suggestRefinements(
        { ...retrieval, need, attributes: [], currency: 'USD', market: 'US', onlyAvailable: true, limit: 8 },
        signal,
      ),
    ).toEqual([{ attribute: 'price', operator: 'lte', value: 3500, count: 4 }]);
  });
});
