import { expect, it } from 'vitest';
import { type ListRequest, listProducts } from '../../src/chat/list-products.ts';
import { type Constraint, EMPTY_NEED } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { limit, NOW_MS, product } from '../support/small-shop.ts';
import { type StockedShop, stockedShop, US } from '../support/stocked-shop.ts';

const { signal } = new AbortController();

const SCARVES = [
  product({ id: 'blue', title: 'Plain scarf', color: ['blue'], priceMinor: 2_000 }),
  product({ id: 'green', title: 'Plain scarf', color: ['green'], priceMinor: 3_000 }),
  product({ id: 'red', title: 'Plain scarf', color: ['red'], priceMinor: 4_000 }),
];

const request = (constraints: readonly Constraint[] = [], more: Partial<ListRequest> = {}): ListRequest => ({
  audience: { surface: 'chat', seed: 'test', segments: [] },
  need: { ...EMPTY_NEED, query: 'scarf', constraints },
  intent: 'new',
  market: US,
  view: { locale: 'en-US', language: 'en', nowMs: NOW_MS },
  exclude: [],
  history: [],
  opened: [],
  limit: 8,
  ...more,
});

async function listed(shop: StockedShop, asked: ListRequest) {
  const { products } = await listProducts(shop, asked, signal);
  return products.map(({ view }) => view.productId);
}

const changed = (productId: string, sketch: Partial<Parameters<typeof product>[0]>): Product =>
  product({ id: productId, title: 'Plain scarf', color: [productId], ...sketch });

it('lists what keeps the limits, with a score that its parts add up to', async () => {
  const list = await listProducts(
    await stockedShop(SCARVES),
    request([limit('price', 'lt', 4_000), limit('color', 'ne', 'green')]),
    signal,
  );
  expect(list.products.map(({ view }) => view.productId)).toEqual(['blue']);
  expect(list.total).toBe(1);
  for (const { view } of list.products) {
    const sum = (view.parts ?? []).reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(view.score ?? Number.NaN, 6);
  }
});

it.each([
  ['costs more', changed('blue', { priceMinor: 9_900 })],
  ['has another colour', changed('blue', { color: ['red'] })],
  ['tells of the refused colour', changed('blue', { title: 'Plain scarlet scarf' })],
  ['is sold out', changed('blue', { isSoldOut: true })],
] as const)('does not show a product that %s in the store, whatever the index says', async (_name, now) => {
  const shop = await stockedShop(SCARVES);
  const limits = [limit('price', 'lt', 4_000), limit('color', 'ne', 'red')];
  expect(await listed(shop, request(limits))).toEqual(expect.arrayContaining(['blue', 'green']));
  shop.stock.set('blue', now);
  expect(await listed(shop, request(limits))).toEqual(['green']);
});

it('leaves out a product that disappeared between the two looks, and one that left the market', async () => {
  const shop = await stockedShop(SCARVES);
  shop.stock.delete('blue');
  const green = SCARVES.find(({ productId }) => productId === 'green');
  if (green !== undefined)
    shop.stock.set('green', {
      ...green,
      variants: green.variants.map((variant) => ({ ...variant, offers: {} })),
    });
  expect(await listed(shop, request())).toEqual(['red']);
});

it('shows the cheapest variant that keeps the limits', async () => {
  const [blue] = SCARVES;
  if (blue === undefined) return expect.unreachable();
  const [variant] = blue.variants;
  if (variant === undefined) return expect.unreachable();
  const at = (amountMinor: number) => ({
    US: { price: { amountMinor, currency: 'USD' }, availability: 'in-stock' as const },
  });
  const both = {
    ...blue,
    variants: [
      { ...variant, variantId: 'green', attributes: { color: ['green'] }, offers: at(1_000) },
      { ...variant, variantId: 'navy', attributes: { color: ['navy'] }, offers: at(2_500) },
      { ...variant, variantId: 'blue', offers: at(2_000) },
    ],
  };
  const list = await listProducts(
    await stockedShop([both]),
    request([limit('color', 'eq', 'blue')], {
      need: { ...EMPTY_NEED, constraints: [limit('color', 'eq', 'blue')] },
    }),
    signal,
  );
  expect(list.products.map(({ view }) => view.variantId)).toEqual(['blue']);
});

it('finds a value however its accents are written, on both looks', async () => {
  const shop = await stockedShop([product({ id: 'cafe', title: 'Mug', type: 'mug', material: 'Grès' })]);
  const value = shop.vocabulary.canonicalValue('material', 'gres') ?? 'gres';
  for (const written of [value, 'gres', 'GRÈS'])
    expect(
      await listed(
        shop,
        request([limit('material', 'eq', written)], {
          need: { ...EMPTY_NEED, constraints: [limit('material', 'eq', written)] },
        }),
      ),
    ).toEqual(['cafe']);
});

it('orders by price when asked, and keeps every limit', async () => {
  const shop = await stockedShop(SCARVES);
  expect(await listed(shop, request([], { sort: 'price-descending' }))).toEqual(['red', 'green', 'blue']);
  expect(await listed(shop, request([limit('price', 'lt', 4_000)], { sort: 'price-ascending' }))).toEqual([
    'blue',
    'green',
  ]);
});

it('gives up a wish before it gives an empty list, and never a firm one', async () => {
  const shop = await stockedShop(SCARVES);
  const both = [limit('color', 'eq', 'blue'), limit('price', 'gt', 3_500)];
  const relaxed = await listProducts(shop, request(both), signal);
  expect(relaxed.products.length).toBeGreaterThan(0);
  expect(relaxed.relaxed).toHaveLength(1);
  const firm = await listProducts(shop, request(both, { firm: both }), signal);
  expect([firm.products, firm.total, firm.relaxed]).toEqual([[], 0, []]);
});

it('lists nothing in a market without products, and the only product of a shop of one', async () => {
  const shop = await stockedShop(SCARVES.slice(0, 1));
  expect(await listed(shop, request())).toEqual(['blue']);
  const elsewhere = { country: 'DE', currency: 'EUR', languages: ['de'] };
  expect(await listed(shop, request([], { market: elsewhere }))).toEqual([]);
});

it('works for a catalogue without categories, brands, descriptions and pictures', async () => {
  const bare = SCARVES.map((entry) => ({ ...entry, category: [], attributes: {} }));
  expect((await listed(await stockedShop(bare), request())).toSorted()).toEqual(['blue', 'green', 'red']);
});

it('brings prices up to the moment before it looks', async () => {
  const moments: number[] = [];
  const shop = await stockedShop(SCARVES);
  await listProducts(
    { ...shop, refreshPrices: async (nowMs) => void moments.push(nowMs) },
    request(),
    signal,
  );
  expect(moments).toEqual([NOW_MS]);
});
