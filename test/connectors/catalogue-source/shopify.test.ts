import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateFeed } from '../../../eval/bench/generate-feed.ts';
import { feedFile, openFeed, readFeed } from '../../support/open-feed.ts';

const HEADER = 'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price\n';

describe('a Shopify export', () => {
  it('makes one product of the rows of a handle, wherever they stand', async () => {
    const source = await openFeed(feedFile('shopify.csv'), { market: { country: 'DE' } });
    const items = await Array.fromAsync(source.read(new AbortController().signal));
    const shirt = items.flatMap((item) => (item.kind === 'product' ? [item.value.product] : []))[1];
    expect(shirt).toMatchObject({
      productId: 'linen-shirt',
      category: ['Apparel & Accessories', 'Clothing', 'Shirts'],
      attributes: { tags: ['summer', 'linen'], gender: ['men'], material: ['linen'] },
    });
    expect(shirt?.variants).toMatchObject([
      {
        variantId: 'linen-shirt:small:sky-blue',
        sku: 'LS-S',
        attributes: { size: ['S'] },
        offers: {
          DE: {
            price: { amountMinor: 5_900, currency: 'EUR' },
            sale: { price: { amountMinor: 4_900, currency: 'EUR' } },
            stock: 3,
          },
        },
      },
      {
        variantId: 'linen-shirt:medium:white',
        imageUrl: 'https://hill.example/ls-white.jpg',
        offers: { DE: { availability: 'out-of-stock', stock: 0 } },
      },
      { variantId: 'linen-shirt:large:white', offers: { DE: { availability: 'in-stock' } } },
    ]);
    expect(shirt?.variants[1]?.offers.DE).not.toHaveProperty('sale');
  });

  it('takes a product without choices as one variant, always to be had when nothing is counted', async () => {
    const items = await Array.fromAsync(
      (await openFeed(feedFile('shopify.csv'))).read(new AbortController().signal),
    );
    expect(items[0]).toMatchObject({
      kind: 'product',
      value: {
        product: {
          productId: 'cork-mat',
          variants: [{ variantId: 'cork-mat', attributes: {}, offers: { US: { availability: 'in-stock' } } }],
        },
      },
    });
  });

  it('gives the same products in whatever order rows of different handles stand', async () => {
    const rows = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (order) => {
        // Rows of one handle keep their order: the first tells the product.
        const next = [0, 0, 0];
        const lines = order.map((index) => {
          const handle = index % 3;
          const position = next[handle] ?? 0;
          next[handle] = position + 1;
          return position === 0
            ? `h${handle},Hat ${handle},Size,S,Color,Red,5\n`
            : `h${handle},,,${['M', 'L', 'XL'][position - 1]},,Blue,${5 + position}\n`;
        });
        const { products } = await readFeed(HEADER + lines.join(''));
        const prices = products
          .map(({ productId, variants }) => [
            productId,
            variants.map(({ offers }) => offers.US?.price.amountMinor),
          ])
          .sort();
        expect(prices).toEqual([
          ['h0', [500, 600, 700]],
          ['h1', [500, 600, 700]],
          ['h2', [500, 600]],
        ]);
      }),
      { numRuns: 25 },
    );
  });

  it('rejects the second row of the same choices', async () => {
    const { rejected } = await readFeed(`${HEADER}a,Hat,Size,S,,,5\na,,,s,,,6\n`);
    expect(rejected).toMatchObject([{ line: 3, code: 'id-twice' }]);
  });
});

describe('generated feeds', () => {
  it('are read whole: variants and rejected rows are the rows', async () => {
    const map = {
      id: 'ItemID',
      groupId: 'Parent',
      title: 'Name',
      price: 'Price',
      currency: { value: 'USD' },
      attributes: { color: 'Colour' },
    };
    for (const format of ['csv', 'google', 'shopify'] as const) {
      for (const [count, seed] of [
        [1, 1],
        [257, 2],
        [1_000, 3],
      ] as const) {
        const feed = [...generateFeed(format, count, seed)].join('');
        const { products, rejected } = await readFeed(feed, format === 'csv' ? { map } : {});
        expect(products.reduce((sum, { variants }) => sum + variants.length, 0) + rejected.length).toBe(
          count,
        );
        expect(rejected).toEqual([]);
      }
    }
  });
});
