import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type OrderRequest, orderProducts } from '../../src/chat/order-products.ts';
import type { RankedProduct } from '../../src/domain/ranking.ts';
import { indexOf, product } from '../support/small-shop.ts';

const { signal } = new AbortController();
const IDS = Array.from({ length: 12 }, (_, number) => `p${String(number).padStart(2, '0')}`);
/** Three prices, so that most are tied. */
const index = await indexOf(
  IDS.map((id, number) => product({ id, title: 'Plain scarf', priceMinor: 1_000 * (1 + (number % 3)) })),
);
const ranked = (ids: readonly string[]): RankedProduct[] =>
  ids.map((productId, place) => ({ productId, score: 9 - place, parts: [], sources: ['terms'] }));

async function walk(
  asked: Pick<OrderRequest, 'ranked' | 'exclude' | 'sort'>,
  lengths: readonly number[],
): Promise<string[]> {
  const order: string[] = [];
  for (let page = 0; ; page += 1) {
    const length = lengths[page % lengths.length] ?? 1;
    const scope = { market: 'US', filters: [] };
    const stretch = await orderProducts(index, { ...asked, scope, from: order.length, length }, signal);
    order.push(...stretch.map(({ productId }) => productId));
    if (stretch.length < length) return order;
  }
}

it('holds everything once, what was ranked first, whatever the lengths of the pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(IDS),
      fc.shuffledSubarray(IDS),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      async (first, left, lengths) => {
        const exclude = left.filter((id) => !first.includes(id));
        const order = await walk({ ranked: ranked(first), exclude }, lengths);
        expect(order.slice(0, first.length)).toEqual(first);
        expect(order.toSorted()).toEqual(IDS.filter((id) => !exclude.includes(id)));
        expect(order).toEqual(await walk({ ranked: ranked(first), exclude }, [50]));
      },
    ),
    { numRuns: 50 },
  );
});

it('orders by price whatever the rank, ties by id, and keeps the scores that are known', async () => {
  const asked = { ranked: ranked(['p05']), exclude: [], sort: 'price-ascending' } as const;
  expect(await walk(asked, [5])).toEqual([
    'p00',
    'p03',
    'p06',
    'p09',
    'p01',
    'p04',
    'p07',
    'p10',
    'p02',
    'p05',
    'p08',
    'p11',
  ]);
  const scope = { market: 'US', filters: [] };
  const last = await orderProducts(index, { ...asked, scope, from: 9, length: 3 }, signal);
  expect(last.map(({ score }) => score)).toEqual([9, 0, 0]);
});

it('orders by the stars that ratings let expect, few shoppers below many, and puts what nobody rated behind in the usual order', async () => {
  const rated = (id: string, average: string, count: string) => ({
    ...product({ id, title: 'Plain scarf' }),
    attributes: { rating: [average], 'rating-count': [count] },
  });
  const shop = await indexOf([
    rated('few', '5', '2'),
    rated('many', '4.6', '210'),
    rated('poor', '2.1', '400'),
    product({ id: 'new', title: 'Plain scarf' }),
    product({ id: 'other', title: 'Plain scarf' }),
  ]);
  const scope = { market: 'US', filters: [] };
  const asked = { ranked: ranked(['other', 'poor']), scope, exclude: [], sort: 'rating-descending' } as const;
  const order = async (from: number, length: number) =>
    (await orderProducts(shop, { ...asked, from, length }, signal)).map(({ productId }) => productId);

  const whole = await order(0, 9);
  expect(whole).toEqual(['many', 'few', 'poor', 'other', 'new']);
  const paged = await Promise.all([order(0, 2), order(2, 2), order(4, 2)]);
  expect(paged.flat()).toEqual(whole);
});

it('is the usual order where nothing is rated', async () => {
  const usual = { ranked: ranked(['p07', 'p02']), exclude: [] };
  expect(await walk({ ...usual, sort: 'rating-descending' }, [4])).toEqual(await walk(usual, [4]));
});
