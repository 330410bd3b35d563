import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../src/text/measures.ts';
import { readWritten, sayQuantity, writeQuantity } from '../../src/text/write-quantity.ts';

describe('sayQuantity', () => {
  it.each([
    ['16 GB', 'en', '16 GB'],
    ['16gb', 'de', '16 GB'],
    ['16 GB', 'fr', '16 Go'],
    ['1.5 kg', 'de', '1,5 kg'],
    ['1,5 kg', 'en', '1.5 kg'],
    ['80 w', 'es', '80 W'],
    ['3 person', 'de', '3 Personen'],
    ['1 person', 'fr', '1 personne'],
    ['500 pack', 'en', '500 pieces'],
    ['300', 'en', '300'],
    ['light', 'en', 'light'],
    ['30 x 40 cm', 'en', '30 x 40 cm'],
  ])('says %s in %s', (written, language, said) => {
    expect(sayQuantity(written, language).replaceAll(/[\u00a0\u202f]/gu, ' ')).toBe(said);
  });
});

it('reads back what it writes, in the unit it was in', () => {
  const units = fc.constantFrom(
    'mm',
    'm',
    'in',
    'sqm',
    'kg',
    'lb',
    'l',
    'floz',
    'kw',
    'v',
    'amp',
    'gb',
    'ghz',
    'h',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), units, (tenths, unit) => {
      const written = writeQuantity({ value: tenths / 10, unit });
      expect(readQuantity(written)).toBeDefined();
      expect(readWritten(written)).toEqual({ value: tenths / 10, unit });
    }),
  );
});
