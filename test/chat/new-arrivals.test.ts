import { expect, it } from 'vitest';
import { type ListRequest, listProducts } from '../../src/chat/list-products.ts';
import { newArrivals } from '../../src/chat/new-arrivals.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { NOW_MS, product } from '../support/small-shop.ts';
import { stockedShop, US } from '../support/stocked-shop.ts';

const { signal } = new AbortController();

/** Direction of a product's content. */
const ANGLES = { seen: 0, fresh: 0.3, 'fresh-but-other': 1.5, against: 3, popular: 1.5 } as const;
const PRODUCTS = Object.keys(ANGLES).map((id, place) =>
  product({ id, title: `Thing ${id}`, priceMinor: 2_000 + place }),
);
const ARRIVALS = ['fresh', 'fresh-but-other', 'against', 'seen'];

async function shopWith(interactions: number) {
  const shop = await stockedShop(PRODUCTS, [US], ({ productId }) => {
    const angle = ANGLES[productId as keyof typeof ANGLES];
    return [Math.cos(angle), Math.sin(angle)];
  });
  return {
    ...shop,
    arrivals: () => ARRIVALS,
    recommender: {
      ...createRecommender({}),
      interactions: () => interactions,
      popular: () => [{ productId: 'popular', score: 1 }],
    },
  };
}

const request = (more: Partial<ListRequest> = {}): ListRequest => ({
  audience: { surface: 'recommendations', seed: 'test', segments: [] },
  need: EMPTY_NEED,
  intent: 'recommend',
  market: US,
  view: { locale: 'en-US', language: 'en', nowMs: NOW_MS },
  exclude: ['seen'],
  history: [],
  opened: ['seen'],
  limit: 3,
  ...more,
});

const contentOf = async (interactions: number) => {
  const { products } = await listProducts(await shopWith(interactions), request(), signal);
  const fresh = products.find(({ view }) => view.productId === 'fresh');
  return fresh?.view.parts?.find(({ signal: name }) => name === 'new');
};

it('recommends a product nobody has met to who looked at something like it, before what is popular', async () => {
  const { products } = await listProducts(await shopWith(0), request(), signal);
  expect(products[0]?.view.productId).toBe('fresh');
  expect(products[0]?.reasons).toContainEqual({ kind: 'new-arrival' });
});

it('lets its content count less with every shopper, below a twentieth after a hundred', async () => {
  const likeness = Math.cos(0.3);
  expect((await contentOf(0))?.value).toBeCloseTo(likeness, 5);
  expect((await contentOf(5))?.value).toBeCloseTo(likeness / 2, 5);
  expect((await contentOf(100))?.value).toBeLessThan(0.05);
});

it('finds new products by this visit and by the history, none of them and nothing that is unlike', async () => {
  const shop = await shopWith(0);
  const scope = { market: 'US', filters: [] };
  const find = async (more: Partial<ListRequest>) =>
    (await newArrivals(shop, request(more), scope, signal)).map(({ productId }) => productId);
  expect(await find({})).toEqual(['fresh', 'fresh-but-other', 'against']);
  expect(await find({ opened: [], history: [{ productId: 'fresh', weight: 2 }] })).toEqual([
    'fresh-but-other',
    'against',
  ]);
  expect(await find({ exclude: ['fresh'] })).toEqual(['fresh-but-other', 'against']);
  expect(await find({ opened: [] })).toEqual([]);
  expect(await find({ opened: ['unknown'] })).toEqual([]);
});

it('leaves the history out when it is for somebody else', async () => {
  const history = [{ productId: 'seen', weight: 1 }];
  const scope = { market: 'US', filters: [] };
  const forMother = { opened: [], history, need: { ...EMPTY_NEED, recipient: 'mother' as const } };
  expect(await newArrivals(await shopWith(0), request({ opened: [], history }), scope, signal)).not.toEqual(
    [],
  );
  expect(await newArrivals(await shopWith(0), request(forMother), scope, signal)).toEqual([]);
});
