import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesSize } from '../../../src/text/sizes/names-size.ts';
import { readShopSize, readSizes } from '../../../src/text/sizes/read-size.ts';
import { indexSizes } from '../../../src/understanding/sizes/shop-sizes.ts';

const number = fc.integer({ min: 20, max: 60 }).map(String);
const half = number.map((whole) => `${whole}.5`);
const letter = fc.constantFrom('XS', 'S', 'M', 'L', 'XL', '3XL');
const system = fc.constantFrom('EU', 'UK', 'US', 'IT');
const single = fc.oneof(
  number,
  half,
  letter,
  fc.tuple(system, number).map(([name, figure]) => `${name} ${figure}`),
);
const listed = fc.oneof(
  single,
  fc.tuple(letter, number).map(([name, figure]) => `${name}/${figure}`),
  fc.tuple(number, letter).map(([figure, name]) => `${figure} (${name})`),
  fc.tuple(number, number).map(([waist, leg]) => `W${waist} L${leg}`),
  fc.tuple(number, number).map(([wide, long]) => `${wide} x ${long} cm`),
);

describe('the sizes of a shop', () => {
  it('are found by their own spelling, whatever else the shop lists', () => {
    fc.assert(
      fc.property(fc.uniqueArray(listed, { minLength: 1, maxLength: 12 }), (values) => {
        const sizes = indexSizes(values);
        for (const value of values) {
          const size = readShopSize(value);
          const found = size === undefined ? [] : sizes.find(size).flatMap((entry) => entry.values);
          expect(found).toContain(value);
          expect(namesSize(value, value)).toBe(true);
        }
      }),
    );
  });

  it('are found by every part', () => {
    const sizes = indexSizes(['EU 38 / UK 10', 'M/40']);
    const values = (said: string) => {
      const size = readShopSize(said);
      return size === undefined ? [] : sizes.find(size).flatMap((entry) => entry.values);
    };

    expect(values('38')).toEqual(['EU 38 / UK 10']);
    expect(values('uk 10')).toEqual(['EU 38 / UK 10']);
    expect(values('40')).toEqual(['M/40']);
    expect(values('m')).toEqual(['M/40']);
    expect(values('44')).toEqual([]);
  });

  it('are no texts: what holds other words is read as nothing', () => {
    expect(readShopSize('500 ml')).toBeUndefined();
    expect(readShopSize('fits most tables')).toBeUndefined();
  });
});

describe('reading the sizes of a text', () => {
  it('finds sizes and measures of the body in order', () => {
    expect(readSizes('I wear EU 42 or XL, W32 L34', 'en').map(({ whole }) => whole)).toEqual([
      'eu 42',
      'xl',
      '32/34',
    ]);
    expect(readSizes('Größe M, 104, 4 Jahre', 'de').map(({ whole }) => whole)).toEqual([
      'm',
      '104',
      '4 years',
    ]);
  });

  it('never throws, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(Array.isArray(readSizes(text, 'en'))).toBe(true);
      }),
    );
  });
});
