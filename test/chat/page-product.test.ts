import { expect, it } from 'vitest';
import type { ProductBook } from '../../src/catalog/product-book.ts';
import { pageProduct } from '../../src/chat/page-product.ts';
import { NOW_MS, SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';

const context = { market: 'US', language: 'en', nowMs: NOW_MS };

const book: ProductBook = {
  find: async (text) =>
    (
      ({
        'SKU-1': [{ productId: 'wool-red', words: text, as: 'code' }],
        both: [
          { productId: 'wool-red', words: text, as: 'whole' },
          { productId: 'lamp', words: text, as: 'whole' },
        ],
        begins: [{ productId: 'lamp', words: text, as: 'beginning' }],
      }) as const
    )[text] ?? [],
};

async function seen(page: Parameters<typeof pageProduct>[1]) {
  const shop = await stockedShop(SCARVES);
  const pages = new Map([
    ['https://shop.test/p?id=lamp', 'lamp'],
    ['https://shop.test/cotton', 'cotton'],
  ]);
  const found = await pageProduct({ ...shop, productAt: (url) => pages.get(url) }, page, context, book);
  return found?.productId;
}

it('knows the product of a page by its id, before anything else', async () => {
  expect(await seen({ productId: 'lamp', codes: ['SKU-1'], url: 'https://shop.test/cotton' })).toBe('lamp');
  expect(await seen({ codes: ['nothing', 'cotton', 'SKU-1'] })).toBe('cotton');
});

it('knows it by a code that names one product and no other', async () => {
  expect(await seen({ productId: 'SKU-1' })).toBe('wool-red');
  expect(await seen({ codes: ['both', 'begins', 'SKU-1'] })).toBe('wool-red');
  expect(await seen({ codes: ['both', 'begins'] })).toBeUndefined();
});

it('knows it by the address, with its query or without', async () => {
  expect(await seen({ url: 'https://shop.test/p?id=lamp' })).toBe('lamp');
  expect(await seen({ url: 'https://shop.test/cotton?utm_source=mail' })).toBe('cotton');
  expect(await seen({ productId: 'gone', url: 'https://shop.test/cotton' })).toBe('cotton');
});

it('shows nothing for a page of no product', async () => {
  expect(await seen(undefined)).toBeUndefined();
  expect(await seen({ url: 'https://shop.test/about', codes: [] })).toBeUndefined();
});
