import { describe, expect, it } from 'vitest';
import type { SourceItem } from '../../../src/ports/catalogue-source.ts';
import { feedFile, openFeed, readFeed } from '../../support/open-feed.ts';

async function productOf(name: string, productId: string) {
  const items: SourceItem[] = await Array.fromAsync(
    (await openFeed(feedFile(name))).read(new AbortController().signal),
  );
  return items.flatMap((item) =>
    item.kind === 'product' && item.value.product.productId === productId ? [item.value] : [],
  )[0];
}

describe('a Google feed', () => {
  it('brings variants of a group together that stand apart, with everything the specification tells', async () => {
    const scarf = await productOf('google.xml', 'SC-1');
    expect(scarf?.line).toBe(7);
    expect(scarf?.product).toMatchObject({
      language: 'en',
      brand: 'Hill',
      category: ['Clothing', 'Accessories', 'Scarves'],
      attributes: { material: ['wool', 'cashmere'], gender: ['women'] },
      texts: { en: { title: 'Lambswool Scarf', description: 'Warm & soft.\n\n• 30 x 180 cm' } },
      imageUrl: 'https://hill.example/i/scarf-red.jpg',
    });
    expect(scarf?.product.variants).toMatchObject([
      {
        variantId: 'SC-1-RED',
        gtin: '4006381333931',
        attributes: { color: ['red'], washing: ['by hand'] },
        offers: {
          GB: {
            price: { amountMinor: 4_500, currency: 'GBP' },
            sale: {
              price: { amountMinor: 3_600, currency: 'GBP' },
              fromMs: Date.UTC(2026, 10, 1),
              untilMs: Date.UTC(2026, 11, 24, 23, 59),
            },
            availability: 'in-stock',
            shipping: { amountMinor: 395, currency: 'GBP' },
          },
        },
      },
      {
        variantId: 'SC-1-BLUE',
        attributes: { color: ['navy', 'blue'] },
        offers: { GB: { availability: 'out-of-stock' } },
      },
    ]);
  });

  it('leaves a script out where a link should be, and says so', async () => {
    const mug = await productOf('google.xml', 'MUG-1');
    expect(mug?.product).not.toHaveProperty('url');
    expect(mug?.warnings).toMatchObject([{ line: 30, id: 'MUG-1', code: 'link-left-out' }]);
  });

  it('is read as Atom with any prefix, in its declared language', async () => {
    expect((await productOf('google-atom.xml', 'L1'))?.product).toMatchObject({
      language: 'de',
      url: 'https://berg.example/lampe',
      attributes: { color: ['red'] },
      variants: [{ offers: { DE: { price: { amountMinor: 124_900, currency: 'EUR' } } } }],
    });
  });

  it('is read as a table, with column names of either spelling', async () => {
    expect((await productOf('google.tsv', 'T1'))?.product).toMatchObject({
      category: ['Clothing', 'Jackets'],
      attributes: { color: ['black', 'grey'], weight: ['400 g'] },
      variants: [{ offers: { US: { shipping: { amountMinor: 490 } } } }],
      texts: { en: { title: 'Trail "Ridge" Jacket', description: 'Keeps wind out, and "rain" too' } },
    });
    expect((await productOf('google.tsv', 'T2'))?.product.variants[0]?.offers.US).toMatchObject({
      availability: 'preorder',
      sale: { price: { amountMinor: 750 } },
    });
  });

  it('is told from an ordinary table by its columns', async () => {
    expect((await readFeed('id,title,price,image_link\n1,Hat,5 USD,\n')).format).toBe('google');
    expect((await readFeed('id,title,price,image\n1,Hat,5 USD,\n')).format).toBe('csv');
  });
});
