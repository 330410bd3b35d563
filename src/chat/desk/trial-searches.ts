import type { PreviewedSearch } from '../../domain/desk/preview.ts';
import { languageOf } from '../../domain/locale.ts';
import { isAssistantError } from '../../errors/assistant-error.ts';
import type { Parser } from '../../understanding/parser.ts';
import { chooseLocale } from '../choose-locale.ts';
import { searchProducts } from '../search-products.ts';
import { marketOf, type Shop } from '../shop.ts';
import type { CountedSearch } from './search-tally.ts';
import { changeOfList } from './trial-changes.ts';
import { unseenShop } from './unseen-shop.ts';

export interface TriedSearchRooms {
  readonly shop: () => Shop;
  /** As the search page reads words. */
  readonly parser: Parser;
  readonly nowMs: number;
}

/** What is compared: the first page. */
const LISTED = 24;

/**
 * The first page that a visitor is shown for words, without filters. Nobody is shown it, and nothing is counted.
 *
 * @returns Ids, best first; undefined where nothing is sold any more.
 */
export async function findTried(
  { market: country, language, words }: CountedSearch,
  { shop: open, parser, nowMs }: TriedSearchRooms,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const shop = unseenShop(open());
    const market = marketOf(shop, { market: country });
    const locale = chooseLocale(language, undefined, market);
    const { products } = await searchProducts(
      { market: country, query: words, filters: {}, limit: LISTED, sort: 'relevance' },
      { shop, parser, market, locale, language: languageOf(locale), nowMs, requestId: 'trial' },
      signal,
    );
    return products.map(({ productId }) => productId);
  } catch (error) {
    if (isAssistantError(error) && error.code === 'UNKNOWN_MARKET') return undefined;
    throw error;
  }
}

/** @returns undefined where the list stays as it is. */
export function toChangedSearch(
  search: CountedSearch,
  before: readonly string[],
  after: readonly string[],
): PreviewedSearch | undefined {
  const change = changeOfList(before, after);
  return change.change === 0 ? undefined : { ...search, ...change };
}
