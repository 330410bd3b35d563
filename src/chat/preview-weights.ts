import { languageOf } from '../domain/locale.ts';
import type { ScorePart } from '../domain/ranking.ts';
import { createWeightTable } from '../ranking/weight-table.ts';
import type { WeightChanges } from '../ranking/weights.ts';
import type { Parser } from '../understanding/parser.ts';
import { chooseLocale } from './choose-locale.ts';
import type { Place } from './departments.ts';
import { listProducts } from './list-products.ts';
import { createRankingBook } from './ranking-book.ts';
import { marketOf, type Shop } from './shop.ts';
import { understandQuery } from './understand-query.ts';

export interface WeightPreviewRequest extends Place {
  /** Not in force and not kept. */
  readonly changes: WeightChanges;
  /** Words of a search; without any, what is recommended to somebody unknown. */
  readonly query: string;
  readonly limit: number;
}

export interface PreviewedProduct {
  readonly productId: string;
  readonly title: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** One list by the weights in force and by those that are tried, best first. */
export interface WeightPreview {
  readonly before: readonly PreviewedProduct[];
  readonly after: readonly PreviewedProduct[];
}

export type PreviewWeights = (request: WeightPreviewRequest, signal: AbortSignal) => Promise<WeightPreview>;

/** Shows a list before and after a change of weights that nobody else sees. */
export function createWeightPreview(options: {
  readonly shop: () => Shop;
  readonly parser: () => Parser;
  readonly clock: () => number;
}): PreviewWeights {
  return async ({ changes, query, limit, ...place }, signal) => {
    const shop = options.shop();
    const market = marketOf(shop, place);
    const locale = chooseLocale(place.locale, undefined, market);
    const language = languageOf(locale);
    const context = { parser: options.parser(), market, locale, language };
    const need = await understandQuery({ query }, context, signal);
    const request = {
      audience: { surface: 'search' as const, seed: 'preview', segments: [] },
      need,
      intent: query.trim() === '' ? ('recommend' as const) : ('search' as const),
      market,
      view: { locale, language, nowMs: options.clock() },
      exclude: [],
      history: [],
      opened: [],
      limit,
    };
    const { sellers, ...ranking } = shop.ranking.current();
    // A list that nobody sees is on no seller's account.
    const inForce = { ...ranking, sellers: { ...sellers, record: () => {} } };
    const tried = createRankingBook({
      ...inForce,
      weights: createWeightTable(changes),
      ranker: undefined,
    });
    const show = async (by: Shop) => {
      const { products } = await listProducts(by, request, signal);
      return products.map(({ product: { productId }, view: { title }, ranked: { score, parts } }) => ({
        productId,
        title,
        score,
        parts,
      }));
    };
    const now = createRankingBook(inForce);
    return { before: await show({ ...shop, ranking: now }), after: await show({ ...shop, ranking: tried }) };
  };
}
