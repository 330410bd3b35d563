import { match } from '@formatjs/intl-localematcher';
import { canonicalLocale, type Locale } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';

/**
 * The locale to answer in: what was asked for if we speak it, else what the browser accepts, else the market's own
 * language, else English. The region is the shopper's when told, else the market's: "de" in the market CH is "de-CH".
 *
 * @param asked BCP 47; an ill-formed tag counts as absent.
 */
export function chooseLocale(
  asked: string | undefined,
  acceptLanguage: string | undefined,
  market: Market,
): Locale {
  const wishes = [
    ...(asked === undefined ? [] : [asked]),
    ...acceptedLanguages(acceptLanguage),
    ...market.languages,
  ]
    .map((tag) => canonicalLocale(tag))
    .filter((tag) => tag !== undefined);
  const wish = wishes.find((tag) => (SPOKEN_LANGUAGES as readonly string[]).includes(matchSpoken(tag) ?? ''));
  const language = wish === undefined ? 'en' : (matchSpoken(wish) ?? 'en');
  const region = (wish === undefined ? undefined : new Intl.Locale(wish).region) ?? market.country;
  return `${language}-${region}`;
}

/**
 * The market of a shopper who named none: the one of the region they speak of, else one where their language is at home,
 * else the first. "de" alone is Germany, as CLDR's likely subtags have it.
 */
export function chooseMarket(
  markets: readonly Market[],
  asked: string | undefined,
  acceptLanguage: string | undefined,
): Market | undefined {
  const wishes = [...(asked === undefined ? [] : [asked]), ...acceptedLanguages(acceptLanguage), LAST_RESORT];
  for (const wish of wishes) {
    const tag = canonicalLocale(wish);
    if (tag === undefined) continue;
    const { language, region } = new Intl.Locale(tag).maximize();
    const found =
      markets.find((market) => market.country === region) ??
      markets.find((market) => market.languages[0] === language);
    if (found !== undefined) return found;
  }
  return markets[0];
}

const LAST_RESORT = 'en';
const NONE = 'zxx';

function matchSpoken(tag: string): string | undefined {
  const found = match([tag], [...SPOKEN_LANGUAGES, NONE], NONE);
  return found === NONE ? undefined : found;
}

const MAX_ACCEPTED = 10;

/** Tags of an Accept-Language header by falling quality (RFC 9110, 12.5.4), as they are written; at most 10. */
export function acceptedLanguages(header: string | undefined): string[] {
  if (header === undefined) return [];
  return header
    .slice(0, 500)
    .split(',')
    .slice(0, MAX_ACCEPTED)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== '*' && quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map(({ tag }) => tag);
}
