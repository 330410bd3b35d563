import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalProduct, mergeProduct, withoutMarkets } from '../../src/catalog/merge-product.ts';
import type { Product } from '../../src/domain/product.ts';

const product = (
  language: string,
  title: string,
  variants: Record<string, Record<string, number>>,
): Product => ({
  productId: 'P',
  texts: { [language]: { title, description: '' } },
  language,
  category: [`${title} category`],
  attributes: {},
  variants: Object.entries(variants).map(([variantId, offers]) => ({
    variantId,
    attributes: {},
    offers: Object.fromEntries(
      Object.entries(offers).map(([market, amountMinor]) => [
        market,
        { price: { amountMinor, currency: 'EUR' }, availability: 'in-stock' as const },
      ]),
    ),
  })),
});

const prices = ({ variants }: Product) =>
  Object.fromEntries(
    variants.map(({ variantId, offers }) => [
      variantId,
      Object.fromEntries(Object.entries(offers).map(([market, { price }]) => [market, price.amountMinor])),
    ]),
  );

describe('mergeProduct', () => {
  it('replaces the imported market and keeps the offers of others', () => {
    const present = product('en', 'Scarf', { a: { US: 1, DE: 2 }, b: { US: 3 }, c: { DE: 4 } });
    const merged = mergeProduct(
      present,
      product('en', 'Shawl', { a: { US: 10 }, d: { US: 11 } }),
      new Set(['US']),
    );
    expect(prices(merged)).toEqual({ a: { DE: 2, US: 10 }, d: { US: 11 }, c: { DE: 4 } });
    expect(merged.texts.en?.title).toBe('Shawl');
  });

  it('adds another language as a translation while other markets use the original', () => {
    const present = product('en', 'Scarf', { a: { US: 1 } });
    const merged = mergeProduct(present, product('de', 'Schal', { a: { DE: 2 } }), new Set(['DE']));
    expect(merged).toMatchObject({
      language: 'en',
      category: ['Scarf category'],
      texts: { en: { title: 'Scarf' }, de: { title: 'Schal', category: ['Schal category'] } },
    });
    expect(prices(merged)).toEqual({ a: { DE: 2, US: 1 } });
  });

  it('comes to the same product in whichever order markets are imported again', () => {
    const english = product('en', 'Scarf', { a: { US: 1 } });
    const german = product('de', 'Schal', { a: { DE: 2 } });
    const first = mergeProduct(english, german, new Set(['DE']));
    const second = mergeProduct(first, english, new Set(['US']));
    expect(JSON.stringify(mergeProduct(second, german, new Set(['DE'])))).toBe(JSON.stringify(second));
  });

  it('keeps labels beside their values when values change or are translated', () => {
    const coloured = (language: string, values: string[], labels: string[], market: string): Product => {
      const plain = product(language, 'Scarf', { a: { [market]: 1 } });
      return {
        ...plain,
        texts: { [language]: { title: 'Scarf', description: '', attributes: { season: labels } } },
        attributes: { season: values },
      };
    };
    const english = coloured('en', ['summer', 'spring'], ['Summer', 'Spring'], 'US');
    const german = coloured('de', ['sommer', 'frühling'], ['Sommer', 'Frühling'], 'DE');
    const both = mergeProduct(english, german, new Set(['DE']));
    expect(both.attributes).toEqual({ season: ['summer', 'spring'] });
    expect(both.texts.de?.attributes).toEqual({ season: ['Sommer', 'Frühling'] });

    const again = mergeProduct(both, coloured('en', ['spring'], ['Spring'], 'US'), new Set(['US']));
    expect(again.attributes).toEqual({ season: ['spring'] });
    expect(again.texts.de?.attributes).toEqual({ season: ['Frühling'] });
  });

  it('is idempotent', () => {
    const offers = fc.dictionary(fc.constantFrom('US', 'DE', 'FR'), fc.integer({ min: 1, max: 99 }), {
      minKeys: 1,
    });
    const variants = fc.dictionary(fc.constantFrom('a', 'b', 'c'), offers, { minKeys: 1 });
    const any = fc
      .tuple(fc.constantFrom('en', 'de'), variants)
      .map(([language, own]) => product(language, language, own));
    fc.assert(
      fc.property(any, any, (present, incoming) => {
        const markets = new Set(incoming.variants.flatMap((variant) => Object.keys(variant.offers)));
        const once = mergeProduct(canonicalProduct(present), incoming, markets);
        expect(JSON.stringify(mergeProduct(once, incoming, markets))).toBe(JSON.stringify(once));
      }),
    );
  });
});

describe('withoutMarkets', () => {
  it('leaves nothing of a product that nobody sells any more', () => {
    expect(withoutMarkets(product('en', 'Scarf', { a: { US: 1 } }), new Set(['US']))).toBeUndefined();
  });

  it('leaves a product alone that is not sold there', () => {
    const present = product('en', 'Scarf', { a: { US: 1 } });
    expect(withoutMarkets(present, new Set(['DE']))).toEqual(present);
  });
});
