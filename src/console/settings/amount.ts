import type { Market } from '../../domain/market.ts';
import { readerLocale } from '../reader-locale.ts';

/** Digits after the decimal sign of a currency: USD 2, JPY 0, KWD 3. */
export const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Reads an amount as people write it: "1,234.50", "1.234,50", "49", with the currency or without.
 *
 * A single sign is the decimal one of the reader, or one with another count of digits behind it than a group has.
 *
 * @param locale Of the reader.
 * @returns Minor units, an integer from 0 on; undefined for what is no amount of that currency, as one with too many digits.
 */
export function readAmount(written: string, currency: string, locale = readerLocale()): number | undefined {
  const text = written
    .replace(currency, '')
    .replace(/\p{Sc}/u, '')
    .replace(/[\s\u2019']/gu, '');
  if (/[^\d.,]/.test(text)) return undefined;
  const signs = text.replace(/\d/g, '');
  const last = signs.at(-1) ?? '';
  const isDecimal =
    last !== '' &&
    !signs.slice(0, -1).includes(last) &&
    (signs.length > 1 || isDecimalSign(last, text, locale));
  const [whole = '', fraction = ''] = isDecimal ? splitAtLast(text, last) : [text, ''];
  const digits = fractionDigits(currency);
  const isWhole = /^\d+$/.test(whole) || /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole);
  if (!isWhole || !/^\d*$/.test(fraction) || fraction.length > digits || (isDecimal && fraction === ''))
    return undefined;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** As it stands in a field: "49.99", without what groups its digits. */
export function writeAmount(minor: number, currency: string, locale = readerLocale()): string {
  const digits = fractionDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
    ...{ useGrouping: false, numberingSystem: 'latn' },
  });
  return format.format(minor / 10 ** digits);
}

/** What is paid in, each once. @param countries In these markets; in all where it is absent or empty. */
export const currenciesOf = (
  markets: readonly Market[],
  countries: readonly string[] = [],
): readonly string[] => [
  ...new Set(
    markets
      .filter(({ country }) => countries.length === 0 || countries.includes(country))
      .map(({ currency }) => currency),
  ),
];

/** One sign alone: 1.50 and 1,50 can only be decimal; of 1.500 and 1,500 the reader's own sign tells. */
function isDecimalSign(sign: string, text: string, locale: string): boolean {
  if (!/[.,]\d{3}$/.test(text)) return true;
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === sign);
}

function splitAtLast(text: string, sign: string): [string, string] {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
}
