import type { Market } from '../../domain/market.ts';

/** Where the visitor shops and in which language. */
export interface ShopPlace {
  readonly market: Market;
  readonly language: string;
  /** BCP 47 of both. */
  readonly locale: string;
}

const KEY = 'floorwalker:shop:place';

/**
 * What the address asks for, else what was chosen before, else the browser's language in the first market that
 * speaks it.
 */
export function choosePlace(
  markets: readonly Market[],
  options: {
    readonly address: URL;
    readonly remembered: string | undefined;
    readonly languages: readonly string[];
  },
): ShopPlace | undefined {
  const [rememberedMarket, rememberedLanguage] = (options.remembered ?? '').split(' ');
  const spoken = options.languages.map((tag) => tag.split('-', 1)[0]?.toLowerCase() ?? '');
  const wantedMarket = options.address.searchParams.get('market') ?? rememberedMarket;
  const market =
    markets.find(({ country }) => country === wantedMarket) ??
    markets.find(({ languages }) => languages[0] === spoken[0]) ??
    markets[0];
  if (market === undefined) return undefined;
  const wanted = [options.address.searchParams.get('language'), rememberedLanguage, ...spoken];
  const language = wanted.find((tag) => SHOWN_LANGUAGES.some((shown) => shown === tag)) ?? 'en';
  return { market, language, locale: `${language}-${market.country}` };
}

/** Languages the page itself speaks. */
export const SHOWN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja'] as const;

export function rememberPlace(place: ShopPlace): void {
  try {
    localStorage.setItem(KEY, `${place.market.country} ${place.language}`);
  } catch {
    // The address still carries it.
  }
}

export function rememberedPlace(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
