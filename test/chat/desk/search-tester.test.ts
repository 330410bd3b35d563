import { describe, expect, it } from 'vitest';
import { createSearchTester, type SearchTestRequest } from '../../../src/chat/desk/search-tester.ts';
import { searchProducts } from '../../../src/chat/search-products.ts';
import { createLanguageDetector } from '../../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../../src/understanding/embedded-parser.ts';
import { NOW_MS, product, SCARVES } from '../../support/small-shop.ts';
import { type StockedShop, stockedShop, US } from '../../support/stocked-shop.ts';

const { signal } = new AbortController();
const detector = createLanguageDetector();
const parserOf = ({ vocabulary }: StockedShop) => createEmbeddedParser({ vocabulary, detector });

async function test(asked: Partial<SearchTestRequest>, shop?: StockedShop) {
  const opened = shop ?? (await stockedShop(SCARVES));
  const testSearch = createSearchTester({
    shop: () => opened,
    parser: () => parserOf(opened),
    clock: () => NOW_MS,
  });
  return await testSearch({ query: '', filters: {}, limit: 20, ...asked }, signal);
}

describe('a search that is taken apart', () => {
  it('gives the list of the search page, every score the sum of its parts', async () => {
    const shop = await stockedShop(SCARVES);
    const query = 'scarf under 40, not red';
    const made = await test({ query }, shop);
    const served = await searchProducts(
      { query, limit: 20, filters: {}, sort: 'relevance' },
      {
        ...{ shop, parser: parserOf(shop), market: US, locale: 'en-US', language: 'en' },
        ...{ nowMs: NOW_MS, requestId: 'test' },
      },
      signal,
    );
    expect(made.products).toEqual(served.products);
    expect(made.facets).toEqual(served.facets);
    expect(made.total).toBe(served.total);
    for (const { score, parts = [] } of made.products)
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score ?? 0, 5);
  });

  it('says how the words were read', async () => {
    const { reading, applied } = await test({ query: 'scarf under 40, not red' });
    expect(reading.by).toBe('embedded');
    expect(reading.commands).toHaveLength(1);
    expect(reading.need.hard).toEqual(
      expect.arrayContaining([expect.objectContaining({ attribute: 'color', operator: 'ne', value: 'red' })]),
    );
    expect(applied).toContainEqual({ attribute: 'price', value: 'lt 4000' });
  });

  it('counts the products that hold each word, and names what each source proposed', async () => {
    const shop = await stockedShop([...SCARVES, product({ id: 'kite', title: 'Dragon kite' })]);
    const { words, sources } = await test({ query: 'dragon xyzzyplugh' }, shop);
    const byTerm = (term: string) => words.find(({ terms }) => terms.some((each) => each.term === term));
    expect(byTerm('dragon')?.products).toBe(1);
    expect(words.some(({ products }) => products === 0)).toBe(true);
    const terms = sources.find(({ source }) => source === 'terms');
    expect(terms?.candidates[0]).toMatchObject({ productId: 'kite', title: 'Dragon kite' });
  });

  it('lays the same search by other weights beside it, and puts none in force', async () => {
    const shop = await stockedShop(SCARVES);
    const before = shop.ranking.current();
    const { products, tried = [] } = await test(
      { query: 'scarf', changes: { every: { relevance: 0 } } },
      shop,
    );
    expect(tried).toHaveLength(products.length);
    const [kept, other] = [products, tried].map((list) => Math.max(...list.map(({ score }) => score ?? 0)));
    expect(other).not.toBe(kept);
    expect(shop.ranking.current()).toBe(before);
    expect((await test({ query: 'scarf' }, shop)).tried).toBeUndefined();
  });

  it('refuses a market that there is not', async () => {
    await expect(test({ market: 'XX' })).rejects.toMatchObject({ code: 'UNKNOWN_MARKET' });
  });
});
