import { expect, it } from 'vitest';
import { searchProducts } from '../../src/chat/search-products.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { NOW_MS, product } from '../support/small-shop.ts';
import { stockedShop, US } from '../support/stocked-shop.ts';

const { signal } = new AbortController();

const CAPACITIES = ['500 ml', '0.5 l', '1 l', '2 l'];
const shop = await stockedShop(
  CAPACITIES.flatMap((capacity, each) =>
    [1, 2, 3].map((number) => ({
      ...product({ id: `bottle-${each}-${number}`, title: 'Bottle', type: 'bottle' }),
      attributes: { capacity: [capacity] },
    })),
  ),
);

async function search(filters: Readonly<Record<string, readonly string[]>>, query = '') {
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  const place = {
    shop,
    parser,
    market: US,
    locale: 'en-US',
    language: 'en',
    nowMs: NOW_MS,
    requestId: 'test',
  };
  return await searchProducts({ query, limit: 50, filters, sort: 'relevance' }, place, signal);
}

it.each([
  ['nothing', {}, ''],
  ['a range', { capacity: ['500 ml..1 l'] }, ''],
  ['a value', { capacity: ['1 l'] }, ''],
  ['words', {}, 'bottle at most 1 litre'],
])('counts on facets of amounts what choosing gives, beside %s', async (_, filters, query) => {
  const { facets } = await search(filters, query);
  const values = facets.find(({ attribute }) => attribute === 'capacity')?.values ?? [];
  expect(values.length).toBeGreaterThan(1);
  for (const { value, count } of values) {
    const others = Object.values(filters)
      .flat()
      .filter((other) => other.includes('..'));
    const chosen = await search({ capacity: [...others, value] }, query);
    expect([value, chosen.total]).toEqual([value, count]);
  }
});

it('takes one amount for one value, however it is written', async () => {
  expect((await search({ capacity: ['50 cl'] })).total).toBe(6);
  expect((await search({}, 'bottle of at least 75 cl')).total).toBe(6);
});
