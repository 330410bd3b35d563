import countryToCurrency from 'country-to-currency';
import { type Language, languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { isCurrency } from '../domain/money.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { FeedEvidence, Listing } from '../ports/listing-interpreter.ts';
import { detectFeedLanguage } from './feed-language.ts';

/** Where a currency of many countries is most likely meant, by the feed's language; the first is for any other. */
const SHARED_CURRENCIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  EUR: { de: 'DE', fr: 'FR', es: 'ES', it: 'IT', nl: 'NL', pt: 'PT', fi: 'FI', el: 'GR' },
};

const CURRENCIES: Readonly<Record<string, string | undefined>> = countryToCurrency;

/**
 * The market of a country: its currency (ISO 4217) and its usual language (CLDR likely subtags), unless others are given.
 * @throws {AssistantError} UNKNOWN_MARKET when it is not a country with a currency.
 */
export function marketOfCountry(
  country: string,
  given: { readonly currency?: string; readonly language?: Language } = {},
): Market {
  const code = country.trim().toUpperCase();
  const currency = given.currency?.trim().toUpperCase() ?? CURRENCIES[code];
  if (!Object.hasOwn(CURRENCIES, code) || currency === undefined || !isCurrency(currency)) {
    throw new AssistantError(
      'UNKNOWN_MARKET',
      `"${country}" is not a country code (ISO 3166-1 alpha-2, such as DE)`,
    );
  }
  const usual = languageOf(new Intl.Locale(`und-${code}`).maximize().toString());
  const language = given.language === undefined ? usual : languageOf(given.language);
  return { country: code, currency, languages: [...new Set([language, usual])] };
}

/**
 * The market a feed is for: the one that was named; else the country of the currency most prices name (USD: US, GBP:
 * GB, EUR: by language, DE for others); else the United States. Its currency is the one most prices name, else the
 * country's. Its first language is the feed's: the declared one, else the one its texts are written in.
 */
export function resolveMarket({ sample, market, language }: FeedEvidence): Market {
  const declared = market?.language ?? language ?? mostFrequent(sample.map((listing) => listing.language));
  const currency = market?.currency ?? mostFrequent(sample.map(currencyOf));
  const country = market?.country ?? countryOf(currency, () => declared ?? detectFeedLanguage(sample, 'en'));
  const usual = marketOfCountry(country, currency === undefined ? {} : { currency });
  const [expected = 'en'] = usual.languages;
  return marketOfCountry(country, {
    currency: usual.currency,
    language: declared ?? detectFeedLanguage(sample, expected),
  });
}

/** The first two letters of a currency are its country, but for those that several countries share. */
function countryOf(currency: string | undefined, language: () => Language): string {
  if (currency === undefined) return 'US';
  const shared = SHARED_CURRENCIES[currency];
  if (shared !== undefined) return shared[languageOf(language())] ?? 'DE';
  const home = currency.slice(0, 2);
  if (CURRENCIES[home] === currency) return home;
  return Object.keys(CURRENCIES).find((country) => CURRENCIES[country] === currency) ?? 'US';
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/\$/, 'USD'],
  [/[¥￥円]/, 'JPY'],
];

function currencyOf({ currency, price }: Listing): string | undefined {
  if (currency !== undefined && isCurrency(currency.trim().toUpperCase()))
    return currency.trim().toUpperCase();
  if (typeof price !== 'string') return undefined;
  const code = price.match(/(?<![A-Z])[A-Z]{3}(?![A-Z])/i)?.[0].toUpperCase();
  if (code !== undefined && isCurrency(code)) return code;
  return SIGNS.find(([sign]) => sign.test(price))?.[1];
}

/** Ties go to what came first. */
function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== undefined && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  )?.[0];
}
