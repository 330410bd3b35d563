import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from '../../../src/console/settings/amount.ts';

describe('an amount in a form', () => {
  it('is read as it was written, in every currency and language', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', 'CLF');
    const locale = fc.constantFrom('en-US', 'de-DE', 'de-CH', 'fr-FR', 'ja-JP', 'ar-EG');
    fc.assert(
      fc.property(fc.nat(10_000_000_000), currency, locale, (minor, of, as) => {
        expect(readAmount(writeAmount(minor, of, as), of, as)).toBe(minor);
      }),
    );
  });

  it('has the fraction digits of its currency', () => {
    expect(readAmount('49.99', 'USD', 'en-US')).toBe(4_999);
    expect(readAmount('4999', 'JPY', 'ja-JP')).toBe(4_999);
    expect(readAmount('4.999', 'KWD', 'en-US')).toBe(4_999);
    expect(readAmount('49.9', 'USD', 'en-US')).toBe(4_990);
  });

  it('may be written with the signs of the reader or with others, where they can mean one thing only', () => {
    expect(readAmount('49,99', 'EUR', 'de-DE')).toBe(4_999);
    expect(readAmount('49.99', 'EUR', 'de-DE')).toBe(4_999);
    expect(readAmount('1.234,50 €', 'EUR', 'en-US')).toBe(123_450);
    expect(readAmount('$1,234,567.50', 'USD', 'de-DE')).toBe(123_456_750);
    expect(readAmount('1.234', 'EUR', 'de-DE')).toBe(123_400);
    expect(readAmount('1\u202f234,50', 'EUR', 'fr-FR')).toBe(123_450);
  });

  it.each([
    ['', 'USD'],
    ['abc', 'USD'],
    ['-5', 'USD'],
    ['1.234', 'USD'],
    ['49.999', 'USD'],
    ['49.5', 'JPY'],
    ['1,23,4', 'USD'],
    ['12.', 'USD'],
    ['1e5', 'USD'],
    ['99999999999999999', 'USD'],
  ])('is refused where it is none: %j in %s', (written, currency) => {
    expect(readAmount(written, currency, 'en-US')).toBeUndefined();
  });
});
