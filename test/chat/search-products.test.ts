import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../src/chat/departments.ts';
import { searchProducts } from '../../src/chat/search-products.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { NOW_MS, product, SCARVES } from '../support/small-shop.ts';
import { type StockedShop, stockedShop, US } from '../support/stocked-shop.ts';

const { signal } = new AbortController();
const detector = createLanguageDetector();
const parsers = new WeakMap<StockedShop, Parser>();

function parserOf(shop: StockedShop): Parser {
  const parser = parsers.get(shop) ?? createEmbeddedParser({ vocabulary: shop.vocabulary, detector });
  parsers.set(shop, parser);
  return parser;
}

async function search(asked: Partial<SearchRequest>, shop?: StockedShop, parser?: Parser) {
  const opened = shop ?? (await stockedShop(SCARVES));
  return await searchProducts(
    { query: '', limit: 20, filters: {}, sort: 'relevance', ...asked },
    {
      shop: opened,
      parser: parser ?? parserOf(opened),
      market: US,
      locale: 'en-US',
      language: 'en',
      nowMs: NOW_MS,
      requestId: 'test',
    },
    signal,
  );
}
const ids = ({ products }: Awaited<ReturnType<typeof search>>) =>
  products.map(({ productId }) => productId).toSorted();

it('takes limits out of the words, and says which were applied', async () => {
  const found = await search({ query: 'scarf under 40, not red' });
  expect(ids(found)).toEqual(['cotton']);
  expect(found.applied).toEqual(
    expect.arrayContaining([
      { attribute: 'price', value: 'lt 4000' },
      { attribute: 'color', value: 'ne red' },
    ]),
  );
  expect(found.dropped).toEqual([]);
});

it('keeps every word of a language that nobody here speaks, and the price', async () => {
  const swedish = [
    product({ id: 'vantar', title: 'Röd vante ull' }),
    product({ id: 'halsduk', title: 'Röd halsduk ull' }),
  ];
  const found = await search(
    { query: 'vante not red under 40', locale: 'sv-SE' },
    await stockedShop(swedish),
  );
  expect(found.products[0]?.productId).toBe('vantar');
  expect(found.applied).toEqual([{ attribute: 'price', value: 'lt 4000' }]);
});

it('never gives up a filter of the request: an empty answer is an answer', async () => {
  const found = await search({ filters: { color: ['blue'] }, maxPriceMinor: 2_000 });
  expect(found).toMatchObject({ products: [], total: 0, dropped: [] });
  expect(found.applied).toEqual([
    { attribute: 'color', value: 'blue' },
    { attribute: 'price', value: 'lte 2000' },
  ]);
});

it('gives up words of the query when nothing fulfils them, and says so', async () => {
  const found = await search({ query: 'blue scarf under 20' });
  expect(found.products.length).toBeGreaterThan(0);
  expect(found.dropped.length).toBeGreaterThan(0);
  const applied = found.applied.map(({ attribute }) => attribute);
  for (const { attribute } of found.dropped) expect(applied).not.toContain(attribute);
});

it('takes several values of one filter as alternatives, several filters together', async () => {
  expect(ids(await search({ filters: { color: ['blue', 'red'] } }))).toEqual([
    'silk-blue',
    'wool-blue',
    'wool-red',
  ]);
  expect(ids(await search({ filters: { color: ['blue', 'red'], material: ['silk'] } }))).toEqual([
    'silk-blue',
  ]);
});

it('drops a filter that names nothing of the catalogue, with the reason', async () => {
  const found = await search({ filters: { color: ['ultraviolet'] } });
  expect(found.dropped).toEqual([
    { attribute: 'color', value: 'ultraviolet', reason: 'the catalogue has no such value' },
  ]);
});

it('lets a filter speak for its attribute over the words', async () => {
  expect(ids(await search({ query: 'red scarf', filters: { color: ['blue'] } }))).toEqual([
    'silk-blue',
    'wool-blue',
  ]);
  expect(ids(await search({ query: 'scarf under 20', maxPriceMinor: 4_000 }))).toEqual([
    'cotton',
    'wool-red',
  ]);
});

it('orders the whole answer by price, also what the words did not name', async () => {
  const found = await search({ sort: 'price-ascending' });
  const prices = found.products.map(({ price }) => price.amountMinor);
  expect(prices).toEqual(prices.toSorted((left, right) => left - right));
  expect(prices).toHaveLength(5);
});

it('counts facets over exactly what was found', async () => {
  const shop = await stockedShop(
    ['red', 'red', 'red', 'blue', 'blue', 'blue', 'green'].map((color, index) =>
      product({ id: `p${index}`, title: 'Plain scarf', color: [color], priceMinor: 1_000 * (index + 1) }),
    ),
  );
  const found = await search({ minPriceMinor: 3_000 }, shop);
  const color = found.facets.find(({ attribute }) => attribute === 'color');
  expect(color?.values).toEqual([
    { value: 'blue', label: 'blue', count: 3 },
    { value: 'green', label: 'green', count: 1 },
    { value: 'red', label: 'red', count: 1 },
  ]);
});

it('searches by words that are no wish, and asks nobody about an empty query', async () => {
  expect((await search({ query: 'hello' })).total).toBeGreaterThan(0);
  const silent: Parser = { parse: () => expect.unreachable() };
  expect((await search({ query: '   ' }, undefined, silent)).total).toBe(5);
});

it('shows what is sold out, as such, when there is nothing else', async () => {
  const shop = await stockedShop([product({ id: 'one', title: 'Plain scarf', isSoldOut: true })]);
  expect(await search({ query: 'scarf' }, shop)).toMatchObject({
    products: [{ productId: 'one', availability: 'out-of-stock' }],
    total: 1,
  });
});

describe('pages', () => {
  const STOCK = Array.from({ length: 40 }, (_, number) =>
    product({
      id: `p${number}`,
      title: number % 3 === 0 ? 'Warm wool scarf' : 'Plain scarf',
      type: number % 4 === 0 ? 'lamp' : 'scarf',
      color: number % 5 === 0 ? ['red', 'navy'] : ['blue'],
      material: number % 2 === 0 ? 'wool' : 'cotton',
      priceMinor: 500 * (1 + (number % 7)),
      isSoldOut: number % 11 === 10,
    }),
  );
  const asked: fc.Arbitrary<Partial<SearchRequest>> = fc.record({
    query: fc.constantFrom('', 'scarf', 'warm wool', 'lamp under 20', 'not red', 'blue thing'),
    filters: fc.constantFrom({}, { color: ['blue'] }, { material: ['wool', 'cotton'] }, { color: ['navy'] }),
    sort: fc.constantFrom('relevance', 'price-ascending', 'price-descending'),
  });

  async function walk(shop: StockedShop, request: Partial<SearchRequest>, limits: readonly number[]) {
    const pages = [];
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
      const limit = limits[page % limits.length] ?? 1;
      const found = await search({ ...request, limit, ...(cursor === undefined ? {} : { cursor }) }, shop);
      pages.push(found);
      cursor = found.next;
    }
    return pages;
  }

  it('bring every product of the total exactly once, however long they are', async () => {
    const shop = await stockedShop(STOCK);
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 3 }),
        async (request, limits) => {
          const pages = await walk(shop, request, limits);
          const listed = pages.flatMap(({ products }) => products.map(({ productId }) => productId));
          expect(new Set(listed).size).toBe(listed.length);
          expect(pages.map(({ total }) => total)).toEqual(pages.map(() => listed.length));
          const whole = await walk(shop, request, [50]);
          expect(whole).toHaveLength(1);
          expect(listed).toEqual(whole[0]?.products.map(({ productId }) => productId));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('go on behind products that the store no longer confirms', async () => {
    const shop = await stockedShop(STOCK);
    for (const id of ['p1', 'p2', 'p3', 'p6', 'p9']) shop.stock.delete(id);
    const pages = await walk(shop, { query: 'scarf' }, [4]);
    const listed = pages.flatMap(({ products }) => products.map(({ productId }) => productId));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).not.toContain('p1');
    expect(pages.slice(0, -1).every(({ products }) => products.length === 4)).toBe(true);
  });

  it('refuse a cursor of another search', async () => {
    const shop = await stockedShop(STOCK);
    const { next } = await search({ query: 'scarf', limit: 4 }, shop);
    expect(next).toBeDefined();
    await expect(search({ query: 'lamp', limit: 4, cursor: next ?? '' }, shop)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('facets', () => {
  const SHADES = [['blue'], ['navy'], ['navy', 'red'], ['red'], ['sky blue']].map((color, index) =>
    product({ id: `s${index}`, title: 'Plain scarf', color, priceMinor: 1_000 * (index + 1) }),
  );

  it.each(['', 'scarf', 'red scarf', 'not red', 'scarf under 20', 'blue scarf under 5', 'sold out lamp'])(
    'count what choosing each of them gives: "%s"',
    async (query) => {
      const shop = await stockedShop([...SHADES, ...SCARVES]);
      const found = await search({ query }, shop);
      expect(found.facets.length).toBeGreaterThan(0);
      for (const { attribute, values } of found.facets) {
        for (const { value, count } of values) {
          const chosen = await search({ query, filters: { [attribute]: [value] } }, shop);
          expect([attribute, value, chosen.total]).toEqual([attribute, value, count]);
        }
      }
    },
  );

  it('show what else could be chosen of an attribute that is limited', async () => {
    const found = await search({ filters: { color: ['red'] } }, await stockedShop([...SHADES, ...SCARVES]));
    const color = found.facets.find(({ attribute }) => attribute === 'color')?.values;
    expect(color?.map(({ value }) => value)).toEqual(expect.arrayContaining(['red', 'navy', 'blue']));
  });
});

describe('a catalogue without products', () => {
  it.each(['', 'scarf', 'cheapest scarf', '?!', '🧣'])('is answered with nothing: "%s"', async (query) => {
    const empty = await search({ query }, await stockedShop([]));
    expect(empty).toMatchObject({ products: [], total: 0, facets: [] });
    expect(empty).not.toHaveProperty('next');
  });
});

it('takes "cheapest" in a search box for an order, unless another is asked for', async () => {
  const cheapest = await search({ query: 'cheapest scarf' });
  expect(cheapest.products.map(({ price }) => price.amountMinor)).toEqual([1_900, 3_900, 4_500, 8_900]);
  const dearest = await search({ query: 'the most expensive scarf' });
  expect(dearest.products[0]?.productId).toBe('silk-blue');
  const asked = await search({ query: 'cheapest scarf', sort: 'price-descending' });
  expect(asked.products[0]?.productId).toBe('silk-blue');
});
