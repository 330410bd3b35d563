import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, gtinKey, keysOfProduct, titleKey } from '../../src/catalog/product-keys.ts';
import type { Product } from '../../src/domain/product.ts';
import { product } from '../support/small-shop.ts';
import { anyText } from '../text/any-text.ts';

const DRILL: Product = {
  ...product({ id: 'drill', title: 'Cordless drill' }),
  variants: [
    {
      variantId: 'drill-18',
      attributes: {},
      offers: {},
      sku: 'DR 18/V',
      mpn: 'GSR.18V-55',
      gtin: '036000291452',
    },
    { variantId: 'drill-12', attributes: {}, offers: {}, sku: 'DR 12/V' },
  ],
};

describe('what names a product', () => {
  it('is a code whatever its case, blanks, hyphens, dots and slashes', () => {
    const spellings = ['AB-1234-XL', 'ab 1234 xl', 'ab1234xl', ' AB.1234/XL ', 'AB_1234#XL'];
    expect(new Set(spellings.map(codeKey))).toEqual(new Set(['c:ab1234xl']));
  });

  it('is a code without digits only as it is written, and no plain word', () => {
    expect(codeKey('Wool-Scarf')).toBe('n:wool-scarf');
    expect([codeKey('wool scarf'), codeKey('scarf'), codeKey('x'.repeat(101))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a GTIN with or without its leading zeros, blanks and hyphens', () => {
    const spellings = ['036000291452', '0036000291452', '00036000291452', '36000291452', '0 36000-29145 2'];
    expect(new Set(spellings.map(gtinKey))).toEqual(new Set(['g:00036000291452']));
    expect([gtinKey('036000291453'), gtinKey('0'), gtinKey('')]).toEqual([undefined, undefined, undefined]);
  });

  it('is a full title whatever its case, accents and marks, in its order', () => {
    expect(titleKey('Écharpe — en laine (douce)')).toBe(titleKey('echarpe en laine, douce'));
    expect(titleKey('laine en echarpe douce')).not.toBe(titleKey('echarpe en laine douce'));
    expect(titleKey(' ?! ')).toBeUndefined();
  });

  it('names the variant that has the code, and the product where all are meant', () => {
    expect(keysOfProduct(DRILL)).toEqual([
      { key: titleKey('Cordless drill') },
      { key: 'c:drill18', variantId: 'drill-18' },
      { key: 'c:dr18v', variantId: 'drill-18' },
      { key: 'c:gsr18v55', variantId: 'drill-18' },
      { key: 'g:00036000291452', variantId: 'drill-18' },
      { key: 'c:drill12', variantId: 'drill-12' },
      { key: 'c:dr12v', variantId: 'drill-12' },
    ]);
  });

  it('is total and the same for the same text, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const toKey of [codeKey, gtinKey, titleKey]) expect(toKey(text)).toBe(toKey(text));
      }),
    );
  });
});
