import countryToCurrency from 'country-to-currency';
import { type Language, languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { isCurrency } from '../domain/money.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { FeedEvidence, Listing } from '../ports/listing-interpreter.ts';

/** Where a currency of many countries is most likely meant, by the feed's language; the first is for any other. */
const SHARED_CURRENCIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  EUR: { de: 'DE', fr: 'FR', es: 'ES', it: 'IT', nl: 'NL', pt: 'PT', fi: 'FI', el: 'GR' },
};

/**
 * The market of a country: its currency (ISO 4217) and its usual language (CLDR likely subtags).
 * @throws {AssistantError} UNKNOWN_MARKET when it is not a country with a currency.
 */
export function marketOfCountry(
  country: string,
  given: { currency?: string; language?: Language } = {},
): Market {
  const code = country.trim().toUpperCase();
  const currencies: Readonly<Record<string, string | undefined>> = countryToCurrency;
  const currency = given.currency?.trim().toUpperCase() ?? currencies[code];
  if (!/^[A-Z]{2}$/.test(code) || currency === undefined || !isCurrency(currency)) {
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
 * GB, EUR: by language, DE for others); else the United States.
 */
export function resolveMarket(evidence: FeedEvidence): Market {
  const declared = evidence.language ?? mostFrequent(evidence.sample.map(({ language }) => language));
  const language = declared === undefined ? undefined : languageOf(declared);
  if (evidence.market !== undefined) {
    return marketOfCountry(evidence.market.country, {
      ...(evidence.market.currency === undefined ? {} : { currency: evidence.market.currency }),
      ...pickLanguage(evidence.market.language ?? language),
    });
  }
  const currency = mostFrequent(evidence.sample.map(currencyOf));
  if (currency === undefined) return marketOfCountry('US', pickLanguage(language));
  const country =
    SHARED_CURRENCIES[currency]?.[language ?? ''] ?? (currency === 'EUR' ? 'DE' : currency.slice(0, 2));
  return marketOfCountry(country, { currency, ...pickLanguage(language) });
}

const pickLanguage = (language: Language | undefined) => (language === undefined ? {} : { language });

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
