import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isChosen,
  isNarrowed,
  type ListPlace,
  listAddress,
  readAmount,
  readListPlace,
  SORTS,
  toggled,
  withPrices,
} from '../../src/widget/shop/list-place.ts';

const amount = fc.integer({ min: 0, max: 99_999 }).map(String);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const place: fc.Arbitrary<ListPlace> = fc.record(
  {
    query: fc.string({ maxLength: 30 }),
    filters: fc.dictionary(text, fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    sort: fc.constantFrom(...SORTS),
    minPrice: amount,
    maxPrice: amount,
  },
  { requiredKeys: ['query', 'filters', 'sort'] },
);

const read = (address: string) => readListPlace(new URL(address, 'https://shop.example').searchParams);

describe('the address of a list', () => {
  it('says all of it: what is written is read back', () => {
    fc.assert(
      fc.property(place, (list) => {
        const back = read(listAddress(list));
        expect({ ...back, filters: { ...back.filters } }).toEqual(list);
      }),
    );
  });

  it('is the front of the shop where nothing is narrowed', () => {
    expect(listAddress({ query: '', filters: {}, sort: 'relevance' })).toBe('/');
    expect(isNarrowed(read('/'))).toBe(false);
    expect(isNarrowed(read('/?sort=price-asc'))).toBe(false);
    expect(isNarrowed(read('/?f.color=red'))).toBe(true);
    expect(isNarrowed(read('/?max=20'))).toBe(true);
  });

  it('leaves out what cannot be read, and pollutes nothing', () => {
    const list = read('/?sort=sideways&min=-3&max=1e9&f.=x&f.__proto__=red&f.color=red&f.color=red');
    expect(list).toMatchObject({ query: '', sort: 'relevance' });
    expect([list.minPrice, list.maxPrice]).toEqual([undefined, undefined]);
    expect(list.filters.color).toEqual(['red']);
    expect(({} as Record<string, unknown>).red).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('0');
  });
});

describe('a value', () => {
  it('that is chosen and chosen again is chosen no more', () => {
    fc.assert(
      fc.property(place, text, text, (list, attribute, value) => {
        const once = toggled(list, attribute, value);
        expect(isChosen(once, attribute, value)).toBe(!isChosen(list, attribute, value));
        const twice = toggled(once, attribute, value);
        expect(isChosen(twice, attribute, value)).toBe(isChosen(list, attribute, value));
        expect(new Set(twice.filters[attribute])).toEqual(new Set(list.filters[attribute]));
      }),
    );
  });
});

describe('a price', () => {
  it('is read with a comma or a point, and not at all when it is none', () => {
    expect(['19,90', ' 20 ', '0.5', '', 'abc', '-1', null].map(readAmount)).toEqual([
      '19.90',
      '20',
      '0.5',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const list = withPrices({ query: 'a', filters: {}, sort: 'relevance', minPrice: '5' }, '', '30');
    expect(list).toEqual({ query: 'a', filters: {}, sort: 'relevance', maxPrice: '30' });
  });
});
