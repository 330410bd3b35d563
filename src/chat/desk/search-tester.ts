import type { SearchTest, TestedSource, TestedWord } from '../../domain/desk/search-test.ts';
import { languageOf } from '../../domain/locale.ts';
import type { Need } from '../../domain/need.ts';
import { productText } from '../../domain/product.ts';
import { INDEX_FIELDS, type QueryTerm } from '../../ports/product-index.ts';
import { createWeightTable } from '../../ranking/weight-table.ts';
import type { WeightChanges } from '../../ranking/weights.ts';
import type { Parser, Understanding } from '../../understanding/parser.ts';
import { chooseLocale } from '../choose-locale.ts';
import type { Place, SearchRequest } from '../departments.ts';
import type { ProductList } from '../list-products.ts';
import { toNeedView } from '../need-view.ts';
import { createRankingBook } from '../ranking-book.ts';
import { searchProducts } from '../search-products.ts';
import { marketOf, type Shop } from '../shop.ts';
import type { ListTrail } from '../trace-lists.ts';
import { unseenShop } from './unseen-shop.ts';

export interface SearchTestRequest extends Pick<Place, 'market' | 'locale'> {
  readonly query: string;
  readonly filters: SearchRequest['filters'];
  readonly limit: number;
  /** Weights to be tried beside those in force; neither kept nor in force. */
  readonly changes?: WeightChanges;
}

/** @throws {AssistantError} UNKNOWN_MARKET; NOT_READY; INVALID_ARGUMENT as a search. */
export type TestSearch = (request: SearchTestRequest, signal: AbortSignal) => Promise<SearchTest>;

export interface SearchTesterOptions {
  readonly shop: () => Shop;
  /** Without a model: what is tried costs nothing. */
  readonly parser: () => Parser;
  readonly clock: () => number;
}

const MOST_CANDIDATES = 20;

/** A search as the search page makes it, with all that it was made of; nobody is shown it, and nothing is counted. */
export function createSearchTester(options: SearchTesterOptions): TestSearch {
  return async ({ query, filters, limit, changes, ...place }, signal) => {
    const shop = options.shop();
    const market = marketOf(shop, place);
    const locale = chooseLocale(place.locale, undefined, market);
    const language = languageOf(locale);
    const parser = remembering(options.parser());
    const request: SearchRequest = { ...place, query, filters, limit, sort: 'relevance' };
    const make = async (by: Shop) => {
      let made: { readonly need: Need; readonly list: ProductList } | undefined;
      const answer = await searchProducts(
        request,
        {
          ...{ shop: by, parser, market, locale, language, nowMs: options.clock(), requestId: 'test' },
          onListed: (need, list) => {
            made = { need, list };
          },
        },
        signal,
      );
      return { answer, made };
    };
    const quiet = unseenShop(shop);
    const { answer, made } = await make(quiet);
    const tried = changes === undefined ? undefined : await make(withWeights(quiet, changes));
    const need = made?.need ?? { query, constraints: [] };
    const trail = made?.list.trail;
    const read = parser.remembered();
    return {
      reading: {
        ...{ language, confidence: read?.confidence ?? 1, by: read?.by ?? 'embedded' },
        commands: read?.commands ?? [],
        need: toNeedView(need, market),
      },
      words: await countWords(shop, market.country, shop.retriever.queryTerms(need, locale), signal),
      ...(answer.corrected === undefined ? {} : { corrected: answer.corrected }),
      sources: trail === undefined ? [] : await tellSources(shop, trail, language),
      rules: toRules(trail?.rules ?? ''),
      ...{ applied: answer.applied, dropped: answer.dropped, facets: answer.facets },
      ...{ total: answer.total, products: answer.products },
      ...(tried === undefined ? {} : { tried: tried.answer.products }),
    };
  };
}

/** A parser that reads one message once. */
function remembering(parser: Parser): Parser & { remembered(): Understanding | undefined } {
  let reading: Promise<Understanding> | undefined;
  let read: Understanding | undefined;
  return {
    remembered: () => read,
    async parse(...message) {
      reading ??= parser.parse(...message);
      read = await reading;
      return read;
    },
  };
}

function withWeights(shop: Shop, changes: WeightChanges): Shop {
  const weights = createWeightTable(changes);
  return {
    ...shop,
    ranking: createRankingBook({ ...shop.ranking.current(), weights, ranker: undefined }),
  };
}

async function countWords(
  shop: Shop,
  market: string,
  terms: readonly QueryTerm[],
  signal: AbortSignal,
): Promise<TestedWord[]> {
  const words = [...Map.groupBy(terms, ({ group }) => group).values()];
  const counts = await shop.index.count(
    words.map((word) => ({
      market,
      filters: [{ kind: 'terms', fields: INDEX_FIELDS, anyOf: word.map(({ term }) => [term]) }],
    })),
    signal,
  );
  return words.map((word, index) => ({
    terms: word
      .map(({ term, weight }) => ({ term, weight }))
      .sort((left, right) => right.weight - left.weight || (left.term < right.term ? -1 : 1)),
    products: counts[index] ?? 0,
  }));
}

async function tellSources(shop: Shop, { lists }: ListTrail, language: string): Promise<TestedSource[]> {
  const proposed = lists.filter(({ candidates }) => candidates.length > 0);
  const told = proposed.map((list) => ({ ...list, best: list.candidates.slice(0, MOST_CANDIDATES) }));
  const products = await shop.store.products(
    told.flatMap(({ best }) => best.map(({ productId }) => productId)),
  );
  return told.map(({ source, candidates, best }) => ({
    source,
    count: candidates.length,
    candidates: best.map(({ productId, score }) => {
      const product = products.get(productId);
      const title = product === undefined ? productId : productText(product, language).title;
      return { productId, title, score };
    }),
  }));
}

/** "winter@3,clearance@5" */
const toRules = (version: string): SearchTest['rules'] =>
  version.split(',').flatMap((held) => {
    const at = held.lastIndexOf('@');
    return at < 0 ? [] : [{ ruleId: held.slice(0, at), version: Number(held.slice(at + 1)) }];
  });
