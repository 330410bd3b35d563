import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type { Language } from '../../src/domain/locale.ts';
import type { Product } from '../../src/domain/product.ts';
import { toQueryTerms } from '../../src/retrieval/query-terms.ts';
import { toIndexDocument } from '../../src/retrieval/to-index-document.ts';
import { addFrequencies, createShopWords } from '../../src/text/shop-words.ts';
import { NOW_MS, product } from '../support/small-shop.ts';

/** Titles found for a query by their words alone, best first. */
async function openTitles(titles: readonly string[], language: Language) {
  const products = titles.map(
    (title): Product => ({
      ...product({ id: title, title }),
      category: [],
      language,
      texts: { [language]: { title, description: '' } },
    }),
  );
  const documents = products.map((each) => toIndexDocument(each, Float32Array.of(1), NOW_MS));
  const index = createMemoryProductIndex();
  await index.replaceAll(documents);
  const frequencies = new Map<string, number>();
  for (const { terms } of documents) addFrequencies(frequencies, Object.values(terms));
  const shopWords = createShopWords(frequencies);
  return async (query: string, locale: string = language) => {
    const terms = toQueryTerms(
      { query, constraints: [] },
      { locale, catalogueLanguages: [language], shopWords },
    );
    const [hits = []] = await index.search(
      { market: 'US', filters: [] },
      [{ source: 'terms', query: terms, limit: 10 }],
      new AbortController().signal,
    );
    return hits.map(({ productId }) => productId);
  };
}

describe('German compounds', async () => {
  const search = await openTitles(
    [
      'Winterjacke für Herren',
      'Jacke aus Leder, Damen',
      'Jacke in Blau für den Winter',
      'Kinderzimmerlampe Mond',
      'Lampe fürs Zimmer der Kinder',
      'Lampe aus Holz',
      'Küchentisch Eiche',
      'Tisch rund',
      'Tische für die Küche',
      'Hemd aus Baumwolle',
      'Schal aus Wolle',
      'Mütze aus Wolle',
      'Sofakissen mit Blumen',
      'Kissen für das Sofa',
      'Kissen groß',
    ],
    'de',
  );

  it.each([
    ['Lampe', 'Kinderzimmerlampe Mond'],
    ['Tisch', 'Küchentisch Eiche'],
    ['Kissen', 'Sofakissen mit Blumen'],
    ['Herrenwinterjacke', 'Winterjacke für Herren'],
    ['Sofakissen', 'Kissen für das Sofa'],
    ['Kuechentisch', 'Küchentisch Eiche'],
    ['Lampe Kinderzimmer', 'Kinderzimmerlampe Mond'],
    ['Lampen Zimmer Kinder', 'Lampe fürs Zimmer der Kinder'],
  ])('lead from "%s" to "%s"', async (query, title) => {
    expect(await search(query)).toContain(title);
  });

  it('take no word apart that means something else than its end', async () => {
    expect(await search('Wolle')).not.toContain('Hemd aus Baumwolle');
  });
});

describe('model numbers and quantities', async () => {
  const search = await openTitles(
    [
      'Sony WH-1000XM5 headphones',
      'Graphics card RTX 4070',
      'Bolt M8x40 steel',
      'Drink 50 cl',
      'Socks 12-pack',
      'Lamp 1000',
    ],
    'en',
  );

  it.each([
    ['wh1000xm5', 'Sony WH-1000XM5 headphones'],
    ['wh 1000 xm5', 'Sony WH-1000XM5 headphones'],
    ['xm5', 'Sony WH-1000XM5 headphones'],
    ['RTX4070', 'Graphics card RTX 4070'],
    ['m8 x 40', 'Bolt M8x40 steel'],
    ['0,5 l', 'Drink 50 cl'],
    ['500ml', 'Drink 50 cl'],
    ['pack of 12', 'Socks 12-pack'],
  ])('lead from "%s" to "%s" first', async (query, title) => {
    expect((await search(query))[0]).toBe(title);
  });

  it('match no number by its digits alone', async () => {
    expect(await search('wh1000xm5')).not.toContain('Lamp 1000');
    expect(await search('500ml')).toEqual(['Drink 50 cl']);
  });
});

describe('words of a language that is read but not spoken', async () => {
  const search = await openTitles(
    [
      'Röda vinterjackor',
      'Blå jacka',
      'Klänning utan ärmar',
      'Klänning med ärmar',
      'Cykelväska vattentät',
      'Väska stor',
      'Cykel',
    ],
    'sv',
  );

  it.each(['sv', 'en'])('are found by their stems, to a shopper whose locale is %s', async (locale) => {
    expect((await search('blåa jackor', locale))[0]).toBe('Blå jacka');
    expect(await search('cykelväskor', locale)).toContain('Cykelväska vattentät');
  });

  it.each(['sv', 'en'])('are not looked for when denied, to a shopper whose locale is %s', async (locale) => {
    expect(await search('klänning utan ärmar', locale)).toEqual([
      'Klänning utan ärmar',
      'Klänning med ärmar',
    ]);
  });
});

describe('names of stop words', async () => {
  const search = await openTitles(['The Who T-shirt', 'It', 'The scarf of the year', 'Red scarf'], 'en');

  it('are found by nothing else', async () => {
    expect((await search('The Who'))[0]).toBe('The Who T-shirt');
    expect(await search('it')).toEqual(['It']);
  });
});
