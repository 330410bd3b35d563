import { isCurrency } from '../domain/money.ts';

/** Signs that name one currency, or the usual one of several; the market's own currency is asked first. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  usd$: 'USD',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  円: 'JPY',
  '₹': 'INR',
  rs: 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₫': 'VND',
  '₪': 'ILS',
  '₴': 'UAH',
  '₱': 'PHP',
  '฿': 'THB',
  '₦': 'NGN',
  ca$: 'CAD',
  c$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  mx$: 'MXN',
  sfr: 'CHF',
  fr: 'CHF',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  lei: 'RON',
  rp: 'IDR',
  rm: 'MYR',
};

const ownSigns = new Map<string, ReadonlySet<string>>();

/**
 * Which currency the words beside an amount name.
 *
 * @param words What stands before and after the figures; empty when nothing does.
 * @param own The currency expected; a sign shared by several ("$", "kr", "¥") means this one when it is written so.
 * @returns An ISO 4217 code, or undefined when the words name no currency.
 */
export function readCurrency(words: string, own: string, locale: string): string | undefined {
  const key = fold(words);
  if (key === '') return own;
  if (isCurrency(key.toUpperCase())) return key.toUpperCase();
  if (signsOf(own, locale).has(key)) return own;
  if (Object.hasOwn(SIGNS, key)) return SIGNS[key];
  const doubled = key.match(/^(\p{Sc}|[a-z]{1,2}\$)?([a-z]{3})(\p{Sc})?$/u)?.[2]?.toUpperCase();
  return doubled !== undefined && isCurrency(doubled) ? doubled : undefined;
}

function signsOf(currency: string, locale: string): ReadonlySet<string> {
  const key = `${currency} ${locale}`;
  const known = ownSigns.get(key);
  if (known !== undefined) return known;
  const signs = new Set<string>();
  for (const language of [locale, 'en', homeLocale(currency)]) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol', 'name'] as const) {
      for (const amount of [1, 2, 5]) {
        const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
        signs.add(fold(format.formatToParts(amount).find(({ type }) => type === 'currency')?.value ?? ''));
      }
    }
  }
  ownSigns.set(key, signs);
  return signs;
}

function homeLocale(currency: string): string {
  return currency === 'EUR' ? 'de-DE' : new Intl.Locale(`und-${currency.slice(0, 2)}`).maximize().toString();
}

function fold(words: string): string {
  return words.toLowerCase().replace(/[\s.\u200e\u200f\u061c\u00a0\u202f]/gu, '');
}
