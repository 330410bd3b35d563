import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMeasures, measureTerms, readQuantity } from '../../src/text/measures.ts';

const firstTerms = (text: string, language?: string) =>
  findMeasures(text, language).map((measure) => measureTerms(measure)[0]);

describe('findMeasures', () => {
  it.each([
    ['2 in. x 4 in. x 8 ft. board', ['2in', '4in', '96in']],
    ['2x4x8', ['2', '4', '8']],
    ['40 in. W x 63 in. L', ['40in', '63in']],
    ['a 1-1/2-inch pipe', ['1.5in']],
    ['1 1/2in', ['1.5in']],
    ['.75 x 3', ['0.75', '3']],
    ['500ml', ['500ml']],
    ['10,5 cm breit', ['105mm']],
    ['1½" or ½ in', ['1.5in', '0.5in']],
    [`3'6" tall`, ['42in']],
    ["3' x 6'", ['36in', '72in']],
    ['5 ft. 6 in.', ['66in']],
    ['220-240V', ['220v', '240v']],
    ['5 to 7 kg', ['5000g', '7000g']],
    ['30x40 cm', ['300mm', '400mm']],
    ['Ø 20 mm', ['20mm']],
    ['1,200.50 kg', ['1200500g']],
    ['a pack of 4', ['4pack']],
    ['8 fl. oz.', ['8floz']],
    ['100 m²', ['100sqm']],
    ['12-gauge', ['12ga']],
    ['1.9 cu. ft.', ['1.9cuft']],
  ])('reads "%s"', (text, terms) => {
    expect(firstTerms(text)).toEqual(terms);
  });

  it.each([
    '1804',
    '3d',
    'M',
    'size 42',
    'A4',
    'M8',
    "the 90's",
    '24/7/365',
    'v1.2.3',
    'iphone 15',
    '2inchy',
    '',
  ])('reads no quantity in "%s"', (text) => {
    expect(findMeasures(text)).toEqual([]);
  });

  it.each([
    ['the same volume', ['0,5 l', '500 ml', '500ml', '50 cl', '5 dl', '½ l']],
    ['the same length', ['10,5 cm', '105 mm', '0.105 m']],
    [
      'the same count',
      ['12-pack', '12er Pack', '12er-Set', 'pack of 12', 'lot de 12', '12 Stück', '12 pieces'],
    ],
    ['the same memory', ['1 TB', '1000 GB', '1tb']],
  ])('gives one term to %s', (_, spellings) => {
    expect(new Set(spellings.map((text) => firstTerms(text).join())).size).toBe(1);
  });

  it.each([
    ['1.200 g', 'de', '1200g'],
    ['1.200 g', 'en', '1.2g'],
    ['1,200 g', 'en', '1200g'],
    ['1,200 g', 'de', '1.2g'],
    ['1 200 g', 'fr', '1200g'],
    ['0,750 l', 'en', '750ml'],
    ['1.200,50 g', 'en', '1200.5g'],
  ])('parts thousands in "%s" as the language "%s" does', (text, language, term) => {
    expect(firstTerms(text, language)).toEqual([term]);
  });

  it('keeps the whole number when nothing can be divided', () => {
    expect(firstTerms('1/0 in')).toEqual(['1in']);
  });

  it('names places in order, apart from one another and within the text, for any text', () => {
    const part = fc.constantFrom('1', '12', '1/2', '.5', ',', ' ', 'x', 'in', '"', 'cm', '-', 'a', '0', '/');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          let before = 0;
          for (const { start, end, value } of findMeasures(text)) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(Number(value)).not.toBeNaN();
            before = end;
          }
        },
      ),
    );
  });
});

describe('readQuantity', () => {
  it.each([
    ['16 GB', { value: 16, unit: 'gb' }],
    ['1,5 kg', { value: 1500, unit: 'g' }],
    ['ca. 5 kg', { value: 5000, unit: 'g' }],
    ['42', { value: 42 }],
    ['-5', { value: -5 }],
    ['4.5', { value: 4.5 }],
    ['½', { value: 0.5 }],
  ])('reads "%s" whole', (value, quantity) => {
    expect(readQuantity(value)).toEqual(quantity);
  });

  it.each(['red', '', '12 x 4 cm', '5-7 kg', '16 GB RAM', 'XL', '5 kg or 7 kg', '1.2.3'])(
    'tells none of "%s"',
    (value) => {
      expect(readQuantity(value)).toBeUndefined();
    },
  );
});
