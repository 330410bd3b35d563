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

export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && KNOWN_CURRENCIES.has(code);
}

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Digits after the decimal sign of a currency (ISO 4217, as in CLDR): USD 2, JPY 0, BHD 3. */
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

/** Writes an amount the way the locale does ("€1,234.50", "1.234,50 €"). Whole amounts keep their zero decimals. */
export function formatMoney(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency });
    formatters.set(key, formatter);
  }
  return formatter.format(money.amountMinor / 10 ** currencyExponent(money.currency));
}

/** Rounds a decimal amount half away from zero to minor units. */
export function toMinorUnits(amount: number, currency: string): number {
  const scaled = Number(`${Math.abs(amount)}e${currencyExponent(currency)}`);
  return Math.sign(amount) * Math.round(scaled);
}
