import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { splitWords } from '../../src/text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { concept } from '../../src/text/lexicon/index.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const vocabulary = await buildVocabulary(understandShop());

const constraint = (
  attribute: string,
  value: string | number,
  operator: Constraint['operator'] = 'eq',
  known = true,
): Constraint => ({
  attribute,
  operator,
  value,
  strength: 'hard',
  words: String(value),
  confidence: 1,
  sourceTurn: 1,
  known,
});

const product = (title: string, more: Partial<Product> = {}): Product => ({
  productId: title,
  language: 'en',
  texts: { en: { title, description: '' } },
  category: [],
  attributes: {},
  variants: [{ variantId: title, attributes: {}, offers: {} }],
  ...more,
});

describe('the vocabulary of a shop', () => {
  it('counts products and languages, and ranks what splits the catalogue', () => {
    expect(vocabulary.size()).toBe(understandShop().length);
    expect(vocabulary.languages).toEqual(['en', 'de']);
    expect(vocabulary.attributes.toSorted()).toEqual([
      'brand',
      'category',
      'color',
      'gender',
      'material',
      'size',
    ]);
  });

  it('is empty for an empty shop', async () => {
    const empty = await buildVocabulary([]);
    expect(empty.attributes).toEqual([]);
    expect(empty.toFilters(constraint('type', 'scarf'))).toEqual([]);
    expect(empty.canonicalValue('color', 'red')).toBeUndefined();
  });

  it('labels values in the language of the reader', () => {
    expect(vocabulary.labelOf('color', 'red', 'de')).toBe('rot');
    expect(vocabulary.labelOf('category', 'accessories>scarves', 'de')).toBe('Schals');
    expect(vocabulary.labelOf('category', 'accessories>scarves', 'fr')).toBe('Scarves');
    expect(vocabulary.labelOf('brand', 'Nordwind', 'es')).toBe('Nordwind');
    expect(vocabulary.attributeLabel('color', 'de')).toBe('Farbe');
    expect(vocabulary.attributeLabel('screen-size', 'en')).toBe('Screen size');
  });

  it('labels a value that the shop has no words for in a language as the title beside it is: by the original', async () => {
    const text = (title: string, care: string) => ({ title, description: '', attributes: { care: [care] } });
    const texts = { de: text('Schal', 'Handwäsche'), en: text('Scarf', 'hand wash') };
    const shop = await buildVocabulary([product('1', { texts, attributes: { care: ['hand wash'] } })]);
    expect(shop.labelOf('care', 'hand wash', 'it')).toBe('hand wash');
    expect(shop.labelOf('care', 'hand wash', 'de')).toBe('Handwäsche');
  });

  it('finds every value back by what it is labelled, in every language', () => {
    for (const language of SPOKEN_LANGUAGES) {
      for (const attribute of vocabulary.attributes) {
        for (const { value } of vocabulary.valuesOf(attribute)) {
          const label = vocabulary.labelOf(attribute, value, language);
          expect(vocabulary.valuesLabelled(label, language)).toContainEqual({ attribute, value });
        }
      }
    }
  });

  it('names categories of the same label apart', async () => {
    const shop = await buildVocabulary([
      product('a', { category: ['Food', 'Seafood'] }),
      product('b', { category: ['Canteen', 'Seafood'] }),
    ]);
    expect(shop.labelOf('category', 'food>seafood', 'en')).toBe('Food / Seafood');
    expect(shop.labelOf('category', 'canteen>seafood', 'en')).toBe('Canteen / Seafood');
  });

  it('knows values by any spelling and label', () => {
    expect(vocabulary.canonicalValue('brand', 'nordwind')).toBe('Nordwind');
    expect(vocabulary.canonicalValue('category', 'Schals')).toBe('accessories>scarves');
    expect(vocabulary.canonicalValue('type', 'scarf')).toBe('scarf');
    expect(vocabulary.canonicalValue('type', 'piano')).toBeUndefined();
    expect(vocabulary.canonicalValue('color', 'purple')).toBeUndefined();
  });

  it('links words of a message to values', () => {
    const words = splitWords('Ateljé Vik bag', 'en');
    expect(vocabulary.linkAt(words, 0, 'en')?.links).toMatchObject([
      { attribute: 'brand', value: 'Ateljé Vik' },
    ]);
    expect(vocabulary.linkAt(words, 2, 'en')).toBeUndefined();
  });
});

describe('grounding kinds of things', () => {
  it('takes the categories that mean one, with everything narrower', () => {
    expect(vocabulary.toFilters(constraint('type', 'shoe'))).toEqual([
      { kind: 'category', anyOf: ['shoes'] },
    ]);
    expect(vocabulary.toFilters(constraint('type', 'bag'))).toEqual([{ kind: 'category', anyOf: ['bags'] }]);
  });

  it('sells what is called so in titles where nothing is filed', async () => {
    const shop = await buildVocabulary([product('Wool parka'), product('Denim jacket'), product('Tea pot')]);
    const jacket = concept('type', 'jacket');
    expect(jacket !== undefined && shop.hasConcept(jacket)).toBe(true);
    const [filter] = shop.toFilters(constraint('type', 'jacket'));
    expect(filter).toMatchObject({ kind: 'terms', fields: ['title'] });
    expect(filter?.kind === 'terms' && filter.anyOf).toContainEqual(['parka']);
  });

  it('trusts filing over words of titles when it covers them', async () => {
    const watches = Array.from({ length: 6 }, (_, index) =>
      product(`Watch ${index}`, { category: ['Watches'] }),
    );
    const shop = await buildVocabulary([
      ...watches,
      product('Watch tower puzzle', { category: ['Puzzles'] }),
    ]);
    expect(shop.toFilters(constraint('type', 'watch'))).toEqual([{ kind: 'category', anyOf: ['watches'] }]);
  });

  it('reads kinds from an attribute that tells them', async () => {
    const shop = await buildVocabulary(
      ['scarf', 'scarf', 'jacket', 'kitchen'].map((style, index) =>
        product(`No ${index}`, { attributes: { style: [style] } }),
      ),
    );
    expect(shop.toFilters(constraint('type', 'scarf'))).toEqual([
      { kind: 'attribute', attribute: 'style', anyOf: ['scarf'] },
    ]);
    expect(shop.shopType('Kitchen')).toBe('kitchen');
  });

  it('knows its own departments in each language that it names them in, and tells them so', async () => {
    const named = (category: string, inGerman: string): Product =>
      product(`A thing of ${category}`, {
        category: [category],
        texts: {
          en: { title: category, description: '', category: [category] },
          de: { title: inGerman, description: '', category: [inGerman] },
        },
      });
    const shop = await buildVocabulary([
      named('Home & living', 'Wohnen & Leben'),
      named('Scarves', 'Halswärmer Plus'),
    ]);
    expect(shop.shopType('Wohnen & Leben')).toBe('home & living');
    expect(shop.shopType('Home & living')).toBe('home & living');
    expect(shop.labelOf('type', 'home & living', 'de')).toBe('Wohnen & Leben');
    expect(shop.labelOf('type', 'home & living', 'en')).toBe('Home & living');
    expect(shop.toFilters(constraint('type', 'home & living'))).toEqual([
      { kind: 'category', anyOf: ['home & living'] },
    ]);
    // A kind that everybody names in one language, and only the shop in the other.
    expect(shop.shopType('Halswärmer Plus')).toBe('scarves');
    expect(shop.toFilters(constraint('type', 'scarves'))).toEqual([{ kind: 'category', anyOf: ['scarves'] }]);
  });

  it('takes a department that is called by several kinds for all it holds, whatever signs stand between', async () => {
    const shop = await buildVocabulary(
      ['Toys', 'Books', 'Pens'].map((under) => product(under, { category: ['Toys, Games & Books', under] })),
    );
    expect(shop.shopType('Toys Games & books')).toBe('toys, games & books');
    expect(shop.toFilters(constraint('type', 'toys, games & books'))).toEqual([
      { kind: 'category', anyOf: ['toys, games & books'] },
    ]);
    expect(shop.shopType('Books')).toBeUndefined();
  });

  it('does not take a label for a kind that only begins like one', async () => {
    const shop = await buildVocabulary([product('Black strap', { category: ['Watch Straps For Divers'] })]);
    const watch = concept('type', 'watch');
    expect(watch !== undefined && shop.hasConcept(watch)).toBe(false);
  });
});

describe('filters of constraints', () => {
  it('keeps the ends of a price limit strict or not', () => {
    expect(vocabulary.toFilters(constraint('price', 6000, 'lt'))).toEqual([
      { kind: 'price', maxMinor: 5999 },
    ]);
    expect(vocabulary.toFilters(constraint('price', 6000, 'lte'))).toEqual([
      { kind: 'price', maxMinor: 6000 },
    ]);
    expect(vocabulary.toFilters(constraint('price', 6000, 'gt'))).toEqual([
      { kind: 'price', minMinor: 6001 },
    ]);
    expect(vocabulary.toFilters(constraint('price', 6000, 'gte'))).toEqual([
      { kind: 'price', minMinor: 6000 },
    ]);
  });

  it('refuses a colour in values, shades and words of every language', () => {
    const [values, words] = vocabulary.toFilters(constraint('color', 'red', 'ne'));
    expect(values).toMatchObject({ kind: 'not-attribute', attribute: 'color' });
    expect(values?.kind === 'not-attribute' && values.noneOf).toEqual(
      expect.arrayContaining(['red', 'crimson']),
    );
    expect(words).toMatchObject({ kind: 'not-terms', fields: ['title', 'description'] });
    expect(words?.kind === 'not-terms' && words.noneOf).toEqual(
      expect.arrayContaining([['red'], ['rot'], ['crimson'], ['weinrot']]),
    );
  });

  it('wants a colour in values, its shades included', () => {
    const [filter] = vocabulary.toFilters(constraint('color', 'blue'));
    expect(filter?.kind === 'attribute' && filter.anyOf).toEqual(expect.arrayContaining(['blue', 'navy']));
  });

  it('never filters by what the shop does not know, nor compares words', () => {
    expect(vocabulary.toFilters(constraint('color', 'purple', 'eq', false))).toEqual([]);
    expect(vocabulary.toFilters(constraint('material', 'wool', 'lt'))).toEqual([]);
  });
});
