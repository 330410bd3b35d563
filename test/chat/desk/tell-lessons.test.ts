import { describe, expect, it } from 'vitest';
import { namesForLessons } from '../../../src/chat/desk/tell-lessons.ts';
import type { Product } from '../../../src/domain/product.ts';

const product = (productId: string, language: string, titles: Readonly<Record<string, string>>): Product => ({
  ...{ productId, language, category: [], attributes: {}, variants: [] },
  texts: Object.fromEntries(Object.entries(titles).map(([of, title]) => [of, { title, description: '' }])),
});

const PRODUCTS = new Map(
  [
    product('lamp', 'de', { de: 'Lampe', en: 'Lamp', pl: 'Lampa' }),
    product('vase', 'ja', { ja: '花瓶', de: 'Vase' }),
    product('scarf', 'fi', { fi: 'Huivi' }),
  ].map((each) => [each.productId, each] as const),
);

const shop = {
  store: { products: async () => PRODUCTS },
  vocabulary: { labelOf: (_: string, value: string) => value },
  markets: [{ country: 'DE', currency: 'EUR', languages: ['de'] }],
};

const titles = async (acceptLanguage?: string) => {
  const names = await namesForLessons([...PRODUCTS.keys()], { shop, acceptLanguage });
  return [...PRODUCTS.keys(), 'gone'].map((id) => names.product(id));
};

describe('titles of products in lessons', () => {
  it('are in the language of the reader where the catalogue has it, also one that the assistant does not speak', async () => {
    expect((await titles('pl, en;q=0.8'))[0]).toEqual({ id: 'lamp', title: 'Lampa', language: 'pl' });
    expect((await titles('fr, en-GB;q=0.8'))[0]).toEqual({ id: 'lamp', title: 'Lamp', language: 'en' });
  });

  it('are otherwise in what the shop speaks at home, else as they were written, and say in what', async () => {
    const [lamp, vase, scarf, gone] = await titles('tr');
    expect(lamp).toEqual({ id: 'lamp', title: 'Lampe', language: 'de' });
    expect(vase).toEqual({ id: 'vase', title: 'Vase', language: 'de' });
    expect(scarf).toEqual({ id: 'scarf', title: 'Huivi', language: 'fi' });
    expect(gone).toEqual({ id: 'gone', title: 'gone' });
    expect(await titles('not a language, *')).toEqual(await titles());
  });
});
