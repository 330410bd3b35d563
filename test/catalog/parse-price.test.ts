import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PriceContext, parsePrice } from '../../src/catalog/parse-price.ts';
import { currencyExponent, formatMoney } from '../../src/domain/money.ts';

const EURO: PriceContext = { currency: 'EUR', locale: 'de-DE' };
const DOLLAR: PriceContext = { currency: 'USD', locale: 'en-US' };

const read = (value: string | number | undefined, context: PriceContext) => {
  const parsed = parsePrice(value, context);
  return parsed.kind === 'price' ? `${parsed.money.amountMinor} ${parsed.money.currency}` : parsed.code;
};

describe('parsePrice', () => {
  it.each([
    ['15.00 USD', DOLLAR, '1500 USD'],
    ['USD 15', DOLLAR, '1500 USD'],
    ['$1,234.56', DOLLAR, '123456 USD'],
    ['US$ 12.5', DOLLAR, '1250 USD'],
    ['.99', DOLLAR, '99 USD'],
    ['12.5000', DOLLAR, '1250 USD'],
    ['1.234,56 €', EURO, '123456 EUR'],
    ['1 234,56 €', EURO, '123456 EUR'],
    ['1\u00a0234,56\u00a0€', EURO, '123456 EUR'],
    ['1\u202f234,56', EURO, '123456 EUR'],
    ['12,-', EURO, '1200 EUR'],
    ['12,– €', EURO, '1200 EUR'],
    ['EUR 39,90', EURO, '3990 EUR'],
    ["CHF 1'234.50", { currency: 'CHF', locale: 'de-CH' }, '123450 CHF'],
    ['CHF 1’234.50', { currency: 'CHF', locale: 'de-CH' }, '123450 CHF'],
    ['¥1200', { currency: 'JPY', locale: 'ja-JP' }, '1200 JPY'],
    ['￥１２００', { currency: 'JPY', locale: 'ja-JP' }, '1200 JPY'],
    ['1,200円', { currency: 'JPY', locale: 'ja-JP' }, '1200 JPY'],
    ['149 kr', { currency: 'SEK', locale: 'sv-SE' }, '14900 SEK'],
    ['149 kr', { currency: 'DKK', locale: 'da-DK' }, '14900 DKK'],
    ['$20', { currency: 'CAD', locale: 'en-CA' }, '2000 CAD'],
    ['€20', DOLLAR, '2000 EUR'],
    ['12.345 KWD', { currency: 'KWD', locale: 'ar-KW' }, '12345 KWD'],
    ['1,23,456.00', { currency: 'INR', locale: 'en-IN' }, '12345600 INR'],
    ['١٢٫٥٠', { currency: 'SAR', locale: 'ar-SA' }, '1250 SAR'],
  ] as const)('reads "%s"', (text, context, expected) => {
    expect(read(text, context)).toBe(expected);
  });

  it('reads numbers as they are, mending binary fractions only', () => {
    expect(read(124.99, DOLLAR)).toBe('12499 USD');
    expect(read(0.1 + 0.2, DOLLAR)).toBe('30 USD');
    expect(read(1200, { currency: 'JPY', locale: 'ja-JP' })).toBe('1200 JPY');
    expect(read(19.999, DOLLAR)).toBe('price-fraction');
  });

  it.each([
    [undefined, 'price-missing'],
    ['  ', 'price-missing'],
    ['kostenlos', 'price-unreadable'],
    ['NaN', 'price-unreadable'],
    [Number.NaN, 'price-unreadable'],
    [Number.POSITIVE_INFINITY, 'price-unreadable'],
    ['from 19.99', 'price-unreadable'],
    ['19.99 - 29.99', 'price-unreadable'],
    ['1,2,3', 'price-unreadable'],
    ['1e5', 'price-unreadable'],
    ['=cmd()', 'price-unreadable'],
    ['-5', 'price-negative'],
    ['−5.00 USD', 'price-negative'],
    ['$-5.00', 'price-negative'],
    ['(5.00)', 'price-negative'],
    [-5, 'price-negative'],
    ['0', 'price-zero'],
    [0, 'price-zero'],
    ['0.00 USD', 'price-zero'],
    ['1000000001', 'price-too-high'],
    [2e9, 'price-too-high'],
    ['9'.repeat(400), 'price-too-high'],
    ['19.999', 'price-ambiguous'],
    ['19.9999', 'price-fraction'],
  ] as const)('refuses %s as %s', (value, code) => {
    expect(read(value, DOLLAR)).toBe(code);
  });

  it('refuses decimals of a currency that has none', () => {
    const yen = { currency: 'JPY', locale: 'ja-JP' };
    expect(read('1200.50', yen)).toBe('price-fraction');
    expect(read(1200.5, yen)).toBe('price-fraction');
    expect(read('1200.00', yen)).toBe('1200 JPY');
  });

  it('lets a declared decimal sign, or the currency, decide three figures, and never guesses', () => {
    expect(read('1.234', EURO)).toBe('price-ambiguous');
    expect(read('1,234', EURO)).toBe('price-ambiguous');
    expect(read('1.234', { ...EURO, decimalSign: ',' })).toBe('123400 EUR');
    expect(read('1,234', { ...EURO, decimalSign: ',' })).toBe('price-fraction');
    expect(read('1,234', { ...EURO, decimalSign: '.' })).toBe('123400 EUR');
    expect(read('1,234', DOLLAR)).toBe('123400 USD');
    expect(read('1.234', { currency: 'JPY', locale: 'ja-JP' })).toBe('1234 JPY');
    expect(read('0.500', { currency: 'KWD', locale: 'en' })).toBe('500 KWD');
  });

  it('reads what any locale writes', () => {
    const locales = [
      'en-US',
      'en-GB',
      'de-DE',
      'de-AT',
      'de-CH',
      'fr-FR',
      'fr-CH',
      'es-ES',
      'es-MX',
      'it-IT',
      'pt-BR',
    ];
    const others = [
      'sv-SE',
      'da-DK',
      'nb-NO',
      'pl-PL',
      'cs-CZ',
      'nl-NL',
      'ja-JP',
      'ar-EG',
      'fa-IR',
      'hi-IN',
      'en-IN',
      'tr-TR',
    ];
    const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'SEK', 'KWD', 'INR', 'PLN', 'BRL', 'EGP'];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales, ...others),
        fc.constantFrom(...currencies),
        fc.integer({ min: 1, max: 100_000_000_000 }),
        (locale, currency, amountMinor) => {
          fc.pre(amountMinor / 10 ** currencyExponent(currency) <= 1_000_000_000);
          const decimals = new Intl.NumberFormat(locale)
            .formatToParts(1.5)
            .find(({ type }) => type === 'decimal');
          const decimalSign = decimals?.value === ',' ? ',' : '.';
          const text = formatMoney({ amountMinor, currency }, locale);
          expect([text, read(text, { currency, locale, decimalSign })]).toEqual([
            text,
            `${amountMinor} ${currency}`,
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never throws and never gives a price that is not a safe amount above zero', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(..."0123456789.,-€$ '٫١") }),
          fc.double(),
        ),
        (value) => {
          const parsed = parsePrice(value, EURO);
          if (parsed.kind === 'fault') return;
          expect(Number.isSafeInteger(parsed.money.amountMinor)).toBe(true);
          expect(parsed.money.amountMinor).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
