import { describe, expect, it } from 'vitest';
import type { Product } from '../../src/domain/product.ts';
import { productEmbeddingText } from '../../src/retrieval/product-embedding-text.ts';
import { toIndexDocument } from '../../src/retrieval/to-index-document.ts';
import { NOW_MS } from '../support/small-shop.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

const scarf: Product = {
  productId: 'scarf',
  language: 'en',
  brand: 'Norda',
  category: ['Clothing', 'Scarves'],
  texts: {
    en: { title: 'Warm scarf', description: 'Knitted by hand' },
    de: {
      title: 'Warmer Schal',
      description: 'Von Hand gestrickt',
      category: ['Kleidung', 'Schals'],
      attributes: { material: ['Wolle'] },
    },
  },
  attributes: { material: ['wool'] },
  variants: [
    {
      variantId: 'red',
      attributes: { color: ['red'] },
      offers: {
        US: {
          price: usd(5000),
          sale: { price: usd(4000), fromMs: NOW_MS, untilMs: NOW_MS + 1 },
          availability: 'in-stock',
        },
      },
    },
    { variantId: 'blue', attributes: { color: ['blue'], material: ['silk'] }, offers: {} },
  ],
};

describe('index document', () => {
  const image = toIndexDocument(scarf, Float32Array.of(1), NOW_MS);

  it('holds the words of every language, stemmed as in that language', () => {
    expect(image.terms.title).toEqual(expect.arrayContaining(['warm', 'scarf', 'schal']));
    expect(image.terms.category).toEqual(expect.arrayContaining(['cloth', 'kleidung']));
    expect(image.terms.attributes).toEqual(expect.arrayContaining(['wool', 'silk', 'red', 'blue', 'woll']));
    expect(image.terms.brand).toEqual(['norda']);
  });

  it('holds quantities under one name, in the title and in the values', () => {
    const pole: Product = {
      ...scarf,
      texts: { en: { title: 'Pole, 1-1/2 in. x 8 ft.', description: '' } },
      attributes: { volume: ['500 ml'] },
    };
    const { terms, titles } = toIndexDocument(pole, Float32Array.of(1), NOW_MS);

    expect(terms.title).toEqual(expect.arrayContaining(['1.5in', '96in']));
    expect(terms.attributes).toContain('500ml');
    expect(titles[0]?.filter((term) => ['pole', '1.5in', '96in'].includes(term))).toEqual([
      'pole',
      '1.5in',
      '96in',
    ]);
  });

  it('keeps the words of each title in order, the original first', () => {
    expect(image.titles).toEqual([
      ['warm', 'scarf'],
      ['warm', 'schal'],
    ]);
  });

  it('gives every variant the attributes of the product under its own, and the brand', () => {
    expect(image.variants.map(({ attributes }) => attributes)).toEqual([
      { brand: ['Norda'], material: ['wool'], color: ['red'] },
      { brand: ['Norda'], material: ['silk'], color: ['blue'] },
    ]);
  });

  it('takes the price of the moment, and no offer where there is none', () => {
    const priceAt = (nowMs: number) =>
      toIndexDocument(scarf, Float32Array.of(1), nowMs).variants[0]?.offers.US?.priceMinor;

    expect([priceAt(NOW_MS - 1), priceAt(NOW_MS), priceAt(NOW_MS + 1)]).toEqual([5000, 4000, 5000]);
    expect(image.variants[1]?.offers).toEqual({});
  });

  it('knows every level of the category', () => {
    expect(image.categoryKeys).toEqual(['clothing', 'clothing>scarves']);
  });
});

describe('embedding text', () => {
  it('tells the product once in each language, the original first', () => {
    expect(productEmbeddingText(scarf)).toEqual([
      { language: 'en', text: 'Warm scarf. Norda. Clothing Scarves. wool. Knitted by hand' },
      { language: 'de', text: 'Warmer Schal. Norda. Kleidung Schals. Wolle. Von Hand gestrickt' },
    ]);
  });
});
