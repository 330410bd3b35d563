import fc from 'fast-check';
import { expect, it } from 'vitest';
import { currencyExponent, formatMoney, isCurrency, toMinorUnits } from '../../src/domain/money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'BHD', 'CHF');

it.each([
  ['USD', 2],
  ['JPY', 0],
  ['BHD', 3],
])('knows the decimals of %s', (code, digits) => {
  expect(currencyExponent(code)).toBe(digits);
});

it.each(['usd', 'US', 'XYZ1', 'QQQ', ''])('refuses "%s" as a currency', (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => currencyExponent(code)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});

it.each([
  [1.005, 'USD', 101],
  [59.9, 'EUR', 5_990],
  [0.5, 'JPY', 1],
  [1.2345, 'BHD', 1_235],
  [-1.005, 'USD', -101],
  [1e-7, 'USD', 0],
  [-0.001, 'USD', 0],
  [1e21, 'USD', Number.MAX_SAFE_INTEGER],
  [Number.POSITIVE_INFINITY, 'USD', Number.MAX_SAFE_INTEGER],
])('reads %d %s as %d minor units', (amount, code, minor) => {
  expect(toMinorUnits(amount, code)).toBe(minor);
});

it('refuses what is not a number', () => {
  expect(() => toMinorUnits(Number.NaN, 'USD')).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  );
});

it('gives a safe integer for any amount, and never minus zero', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), currency, (amount, code) => {
      const minor = toMinorUnits(amount, code);
      return Number.isSafeInteger(minor) && !Object.is(minor, -0);
    }),
  );
});

it('keeps every amount that is written with the decimals of its currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), currency, (minor, code) => {
      const digits = currencyExponent(code);
      expect(toMinorUnits(Number((minor / 10 ** digits).toFixed(digits)), code)).toBe(minor);
    }),
  );
});

it('writes an amount as the locale does, also after many other locales', () => {
  const write = () =>
    formatMoney({ amountMinor: 123_450, currency: 'EUR' }, 'de-DE').replaceAll('\u00a0', ' ');
  expect(write()).toBe('1.234,50 €');
  for (const first of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    for (const second of 'ABCDEFGHIJKL')
      formatMoney({ amountMinor: 1, currency: 'EUR' }, `de-${first}${second}`);
  expect(write()).toBe('1.234,50 €');
  expect(formatMoney({ amountMinor: 5_000, currency: 'USD' }, 'en-US')).toBe('$50.00');
});
