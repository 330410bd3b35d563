import { expect, it } from 'vitest';
import {
  offeredVariants,
  toProductView,
  toShownProduct,
  type ViewContext,
} from '../../src/chat/product-view.ts';
import type { Offer, Product } from '../../src/domain/product.ts';
import { NOW_MS, product } from '../support/small-shop.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const offer = (amountMinor: number, more: Partial<Offer> = {}): Offer => ({
  price: usd(amountMinor),
  availability: 'in-stock',
  ...more,
});

const base = product({ id: 'scarf', title: 'Plain scarf', material: 'wool' });
const sold = (offers: Readonly<Record<string, Readonly<Record<string, Offer>>>>): Product => ({
  ...base,
  variants: Object.entries(offers).map(([variantId, byMarket]) => ({
    variantId,
    attributes: {},
    offers: byMarket,
  })),
});
const context: ViewContext = {
  market: 'US',
  locale: 'en-US',
  language: 'en',
  nowMs: NOW_MS,
  labels: { labelOf: (_attribute, value) => value.toUpperCase() },
};
const view = (entry: Product, more: Partial<ViewContext> = {}) => {
  const [offered] = offeredVariants(entry, 'US', NOW_MS);
  return offered === undefined
    ? expect.unreachable()
    : toProductView(entry, offered, { ...context, ...more });
};

it('orders the variants of a market: those that can be had first, then by the price to pay, then by id', () => {
  const entry = sold({
    b: { US: offer(2_000) },
    a: { US: offer(2_000) },
    soldOut: { US: offer(100, { availability: 'out-of-stock' }) },
    onSale: { US: offer(5_000, { sale: { price: usd(1_500) } }) },
    preorder: { US: offer(1_800, { availability: 'preorder' }) },
    elsewhere: { DE: offer(1) },
  });
  const ids = offeredVariants(entry, 'US', NOW_MS).map(({ variant }) => variant.variantId);
  expect(ids).toEqual(['onSale', 'preorder', 'a', 'b', 'soldOut']);
  expect(offeredVariants(entry, 'FR', NOW_MS)).toEqual([]);
});

it.each([
  ['before it begins', NOW_MS - 1, '$50.00', undefined],
  ['when it begins', NOW_MS, '$40.00', '$50.00'],
  ['when it ended', NOW_MS + 10, '$50.00', undefined],
])('tells the price of a sale %s', (_name, nowMs, price, listPrice) => {
  const sale = { price: usd(4_000), fromMs: NOW_MS, untilMs: NOW_MS + 10 };
  const told = view(sold({ a: { US: offer(5_000, { sale }) } }), { nowMs });
  expect([told.price.formatted, told.listPrice?.formatted]).toEqual([price, listPrice]);
});

it('leaves out what the shop does not tell', () => {
  const told = view({ ...base, category: [], attributes: {} });
  expect(Object.keys(told).toSorted()).toEqual(
    ['attributes', 'availability', 'category', 'price', 'productId', 'title', 'variantId'].toSorted(),
  );
});

it("takes the variant's page and picture before the product's", () => {
  const entry = { ...base, url: 'https://a.example/p', imageUrl: 'https://a.example/p.png' };
  expect(view(entry)).toMatchObject({ url: entry.url, imageUrl: entry.imageUrl });
  const variants = entry.variants.map((variant) => ({ ...variant, url: 'https://a.example/v' }));
  expect(view({ ...entry, variants })).toMatchObject({
    url: 'https://a.example/v',
    imageUrl: entry.imageUrl,
  });
});

it('words values in the language asked, and the title in the original one when there is no other', () => {
  expect(view(base, { language: 'de' })).toMatchObject({
    title: 'Plain scarf',
    attributes: { material: ['WOOL'] },
  });
});

it('keeps canonical values for the dialogue, where the view has labels', () => {
  const [offered] = offeredVariants(base, 'US', NOW_MS);
  if (offered === undefined) return expect.unreachable();
  expect(toShownProduct(base, offered, context)).toEqual({
    productId: 'scarf',
    variantId: 'scarf-1',
    title: 'Plain scarf',
    priceMinor: 2_000,
    currency: 'USD',
    attributes: { material: ['wool'] },
  });
});
