import { describe, expect, it } from 'vitest';
import { canonicalAttributeName } from '../../src/catalog/attribute-names.ts';
import { enrichFromTitle } from '../../src/catalog/enrich.ts';
import { normaliseAttributes } from '../../src/catalog/normalise-attributes.ts';

const normal = (name: string, value: string, language = 'en') =>
  [...normaliseAttributes([[name, value]], language)].map(([own, { values, labels }]) => [
    own,
    values,
    labels,
  ])[0];

describe('canonicalAttributeName', () => {
  it('knows an attribute by its names in four languages', () => {
    for (const name of ['Color', 'Colour', 'couleur', 'Farbe', 'baseColour', 'BASE_COLOUR']) {
      expect(canonicalAttributeName(name)).toBe('color');
    }
    for (const name of ['Größe', 'taille', 'Talla', 'SIZE'])
      expect(canonicalAttributeName(name)).toBe('size');
  });

  it('keeps unknown names in lower case with hyphens, and refuses empty ones', () => {
    expect(canonicalAttributeName('Screen Size (inch)')).toBe('screen-size-inch');
    expect(canonicalAttributeName(' -- ')).toBeUndefined();
  });
});

describe('normaliseAttributes', () => {
  it('makes colours concepts with their wider colours, and keeps the words of the shop as labels', () => {
    expect(normal('Colour', 'Navy Blue')).toEqual(['color', ['navy', 'blue'], ['Navy Blue', 'blue']]);
    expect(normal('Farbe', 'Rot', 'de')).toEqual(['color', ['red'], ['Rot']]);
  });

  it('splits lists of concepts, and reads several concepts in one value', () => {
    expect(normal('color', 'Red/Black')?.[1]).toEqual(['red', 'black']);
    expect(normal('material', '80% cotton, 20% wool')?.[1]).toEqual(['cotton', 'wool']);
  });

  it('reads English colour words in a German feed', () => {
    expect(normal('Farbe', 'Black', 'de')?.[1]).toEqual(['black']);
  });

  it('knows the gender codes of feeds', () => {
    expect(normal('gender', 'female')?.[1]).toEqual(['women']);
    expect(normal('gender', 'M')?.[1]).toEqual(['men']);
  });

  it('calls things for children so, whatever the gender column says', () => {
    const attributes = normaliseAttributes(
      [
        ['gender', 'male'],
        ['age_group', 'toddler'],
      ],
      'en',
    );
    expect(attributes.get('gender')?.values).toEqual(['kids']);
  });

  it('keeps free values whole, compared in lower case', () => {
    expect(normal('Length', '1/2 inch, long')).toEqual(['length', ['1/2 inch, long'], ['1/2 inch, long']]);
    expect(normal('Season', 'Summer')).toEqual(['season', ['summer'], ['Summer']]);
  });

  it('writes letter sizes in one way', () => {
    expect(normal('Size', 'Small')?.[1]).toEqual(['S']);
    expect(normal('Size', 'xl')?.[1]).toEqual(['XL']);
    expect(normal('Size', 'EU 42')?.[1]).toEqual(['EU 42']);
    expect(normal('Size', '40 cm')?.[1]).toEqual(['40 cm']);
  });

  it('joins values of one name and leaves doubles out', () => {
    const attributes = normaliseAttributes(
      [
        ['Color', 'Red'],
        ['Farbe', 'red; Blue'],
        ['x', ''],
      ],
      'en',
    );
    expect([...attributes.keys()]).toEqual(['color']);
    expect(attributes.get('color')?.values).toEqual(['red', 'blue']);
  });

  it('bounds how many attributes, values and characters a feed can bring', () => {
    const many = normaliseAttributes(
      Array.from({ length: 500 }, (_, index) => [`name ${index}`, 'x'.repeat(5_000)] as const),
      'en',
    );
    expect(many.size).toBeLessThanOrEqual(60);
    for (const { values } of many.values()) expect(values[0]?.length).toBeLessThanOrEqual(120);
    const values = normaliseAttributes(
      [['tags', Array.from({ length: 99 }, (_, index) => `t${index}`).join(',')]],
      'en',
    );
    expect(values.get('tags')?.values).toHaveLength(20);
  });
});

describe('enrichFromTitle', () => {
  const enrich = (title: string, brand?: string, language = 'en') =>
    Object.fromEntries(
      [...enrichFromTitle(new Map(), title, brand, language)].map(([name, { values }]) => [name, values]),
    );

  it('reads colour, material and gender from the words of the title', () => {
    expect(enrich('Red Wool Scarf')).toMatchObject({ color: ['red'], material: ['wool'] });
    expect(enrich('Rote Wolldecke für Damen', undefined, 'de')).toMatchObject({
      color: ['red'],
      gender: ['women'],
    });
  });

  it('does not take a brand for a colour', () => {
    expect(enrich('Red Wing Boots', 'Red Wing')).not.toHaveProperty('color');
    expect(enrich('Red Wing Black Boots', 'Red Wing')).toMatchObject({ color: ['black'] });
  });

  it('never changes what the shop gave', () => {
    const given = normaliseAttributes([['color', 'Green']], 'en');
    expect(enrichFromTitle(given, 'Red Wool Scarf', undefined, 'en').get('color')?.values).toEqual(['green']);
  });
});
