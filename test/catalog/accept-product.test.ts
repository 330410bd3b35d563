import { describe, expect, it } from 'vitest';
import { acceptProduct } from '../../src/catalog/accept-product.ts';

const DOCUMENT = {
  productId: 'P1',
  texts: { en: { title: 'Scarf\u200b', description: '<p>Warm</p>' } },
  language: 'en',
  category: ['Clothing'],
  attributes: { color: ['red'] },
  variants: [
    {
      variantId: 'V1',
      attributes: {},
      offers: { US: { price: { amountMinor: 2000, currency: 'USD' }, availability: 'in-stock' } },
    },
  ],
  imageUrl: '/images/p1.svg',
};

const changed = (change: object) => acceptProduct({ ...DOCUMENT, ...change }, 7);

describe('acceptProduct', () => {
  it('takes a product, cleans its texts and drops what it does not know', () => {
    const item = changed({ extra: true });
    expect(item).toMatchObject({
      kind: 'product',
      value: { line: 7, product: { texts: { en: { title: 'Scarf', description: 'Warm' } } } },
    });
    expect(JSON.stringify(item)).not.toContain('extra');
  });

  it.each([
    ['no variants', { variants: [] }],
    ['a variant twice', { variants: [...DOCUMENT.variants, ...DOCUMENT.variants] }],
    ['no texts in its language', { language: 'de' }],
    ['a script as an address', { url: 'javascript:alert(1)' }],
    ['a protocol-relative address', { imageUrl: '//evil.example/x.png' }],
    ['an unknown currency', priced({ amountMinor: 1, currency: 'ZZZ' })],
    ['a fraction of a cent', priced({ amountMinor: 1.5, currency: 'USD' })],
    ['a price of nothing', priced({ amountMinor: 0, currency: 'USD' })],
    [
      'another number of translated levels',
      { texts: { en: { title: 'a', description: '', category: ['a', 'b'] } } },
    ],
    [
      'labels that are not parallel',
      { texts: { en: { title: 'a', description: '', attributes: { color: ['Red', 'Blue'] } } } },
    ],
    ['a list instead of texts', { texts: [] }],
  ])('refuses %s and says where', (_, change) => {
    const item = changed(change);
    expect(item).toMatchObject({ kind: 'rejected', value: { line: 7, id: 'P1', code: 'product-invalid' } });
  });

  it('refuses what is no object', () => {
    for (const document of [null, 1, 'x', [], {}]) expect(acceptProduct(document, 1).kind).toBe('rejected');
  });
});

function priced(price: object) {
  return {
    variants: [{ variantId: 'V', attributes: {}, offers: { US: { price, availability: 'in-stock' } } }],
  };
}
