import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/understanding/read-number.ts';

describe('readNumber', () => {
  it.each([
    ['60', 60],
    ['42.5', 42.5],
    ['42,5', 42.5],
    ['1.200,50', 1200.5],
    ['1,200.50', 1200.5],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1 200', 1200],
    ['1\u202f234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1.234.567', 1_234_567],
    ['0.125', 0.125],
    ['٣', undefined],
  ])('reads %s', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it('reads back what Intl writes, in the ways of many countries', () => {
    const locales = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'es-ES', 'de-CH', 'en-IN');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), locales, (minor, locale) => {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
        expect(readNumber(format.format(minor / 100))).toBe(minor / 100);
      }),
    );
  });
});
