import { AssistantError } from '../errors/assistant-error.ts';

/** An amount in the minor unit of its currency (cents, yen, fils). Amounts of different currencies are never combined. */
export interface Money {
  /** Integer, safe, >= 0 for prices. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

const exponents = new Map<string, number>();
const formatters = new Map<string, Intl.NumberFormat>();
/** Formatters kept: each takes tens of kilobytes, and the region of a locale is the caller's to choose. */
const MAX_FORMATTERS = 200;

export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && KNOWN_CURRENCIES.has(code);
}

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Digits after the decimal sign of a currency (ISO 4217, as in CLDR): USD 2, JPY 0, BHD 3.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for what is no currency.
 */
export function currencyExponent(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  if (!isCurrency(currency)) {
    throw new AssistantError('INVALID_ARGUMENT', `"${currency}" is not an ISO 4217 currency code`);
  }
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, digits);
  return digits;
}

/**
 * Writes an amount the way the locale does ("€1,234.50", "1.234,50 €"). Whole amounts keep their zero decimals.
 *
 * @param locale BCP 47, well formed.
 * @throws {AssistantError} INVALID_ARGUMENT for what is no currency.
 */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency });
    formatters.set(key, formatter);
  }
  return formatter.format(money.amountMinor / 10 ** currencyExponent(money.currency));
}

/**
 * Rounds a decimal amount half away from zero to minor units: by its decimal digits, so that 1.005 is 101 cents.
 *
 * @returns A safe integer; an amount beyond is the last safe one, which as a limit binds nothing.
 * @throws {AssistantError} INVALID_ARGUMENT for NaN, and for what is no currency.
 */
export function toMinorUnits(amount: number, currency: string): number {
  if (Number.isNaN(amount)) throw new AssistantError('INVALID_ARGUMENT', 'An amount must be a number');
  const [digits, power = '0'] = String(Math.abs(amount)).split('e');
  const minor = Math.round(Number(`${digits}e${Number(power) + currencyExponent(currency)}`));
  if (Number.isNaN(minor)) return Math.sign(amount) * Number.MAX_SAFE_INTEGER;
  return minor === 0 ? 0 : Math.sign(amount) * Math.min(minor, Number.MAX_SAFE_INTEGER);
}
