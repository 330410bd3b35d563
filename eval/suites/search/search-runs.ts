import { trainTextVectors } from '../../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../../connectors/product-index/embedded.ts';
import { embedByLanguage } from '../../../src/assembly/text-vectors.ts';
import type { Language } from '../../../src/domain/locale.ts';
import type { Constraint, Need } from '../../../src/domain/need.ts';
import type { Product } from '../../../src/domain/product.ts';
import type { IndexFilter, IndexSource } from '../../../src/ports/product-index.ts';
import { rankCandidates } from '../../../src/ranking/rank-candidates.ts';
import { productEmbeddingText } from '../../../src/retrieval/product-embedding-text.ts';
import { toQueryTerms, toQueryText } from '../../../src/retrieval/query-terms.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { toIndexDocument } from '../../../src/retrieval/to-index-document.ts';
import { analyzeTerms } from '../../../src/text/analyze.ts';
import { addFrequencies, createShopWords } from '../../../src/text/shop-words.ts';

/** Words to products, best first. */
export type Search = (
  query: string,
  options: {
    readonly limit: number;
    /** Only these are ordered. */
    readonly among?: readonly string[];
    readonly language?: Language;
  },
) => Promise<readonly string[]>;

export interface SearchShop {
  readonly terms: Search;
  readonly text: Search;
  /** What a shopper sees: both sources, blended by the ranking of the search page. */
  readonly fused: Search;
}

/** As many candidates of each source as a turn asks for. */
const CANDIDATES = 200;
/** One seed for training: the same products give the same vectors. */
const SEED = 1;
const DEFAULT_LANGUAGE = 'en';

/** An index with trained vectors over the products, and the sources of a turn on it, one by one and together. */
export async function openSearchShop(
  products: readonly Product[],
  { nowMs, market }: { readonly nowMs: number; readonly market: string },
): Promise<SearchShop> {
  const model = trainTextVectors({
    documents: products.map((product) => ({ texts: productEmbeddingText(product) })),
    analyze: analyzeTerms,
    seed: SEED,
  });
  const embedder = createTrainedEmbeddingModel(model, analyzeTerms);
  const vectors = await embedByLanguage(embedder, products, new AbortController().signal);
  const index = createEmbeddedProductIndex();
  const documents = products.map((product, position) =>
    toIndexDocument(product, vectors[position] ?? new Float32Array(embedder.dimensions), nowMs),
  );
  await index.replaceAll(documents);
  const frequencies = new Map<string, number>();
  for (const { terms } of documents) addFrequencies(frequencies, Object.values(terms));
  const shopWords = createShopWords(frequencies);
  const languages = model.languages;
  const signal = new AbortController().signal;
  const filtersOf = (among: readonly string[] | undefined): IndexFilter[] =>
    among === undefined ? [] : [{ kind: 'product', anyOf: among }];
  const needOf = (query: string): Need => ({ query, constraints: [] });

  const single =
    (toSource: (query: string, language: Language, limit: number) => Promise<IndexSource>): Search =>
    async (query, { limit, among, language = DEFAULT_LANGUAGE }) => {
      const source = await toSource(query, language, limit);
      const [hits = []] = await index.search({ market, filters: filtersOf(among) }, [source], signal);
      return hits.map(({ productId }) => productId);
    };

  const retriever = createRetriever({
    index,
    embedder,
    toFilters: ({ words }) => filtersOf(words.split('\n')),
    catalogueLanguages: languages,
    shopWords,
  });

  return {
    terms: single(async (query, language, limit) => ({
      source: 'terms',
      query: toQueryTerms(needOf(query), language, languages, shopWords),
      limit,
    })),
    text: single(async (query, language, limit) => {
      const words = toQueryText(needOf(query), language, languages);
      const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([words], {
        kind: 'query',
        language,
        signal,
      });
      return { source: 'text', vector, limit };
    }),
    fused: async (query, { limit, among, language = DEFAULT_LANGUAGE }) => {
      const firm = among === undefined ? [] : [onlyAmong(among)];
      const need: Need = { query, constraints: firm };
      const retrieval = await retriever.retrieve(
        { need, market, language, firm, exclude: [], given: [], limit: CANDIDATES, onlyAvailable: true },
        signal,
      );
      const ids = new Set(
        retrieval.lists.flatMap(({ candidates }) => candidates.map(({ productId }) => productId)),
      );
      const facts = await index.facts(retrieval.scope, [...ids], signal);
      const ranked = rankCandidates({
        intent: 'search',
        lists: retrieval.lists,
        coverage: retrieval.coverage,
        facts: new Map(facts.map((known) => [known.productId, known])),
        need: needOf(query),
        personalConfidence: 0,
        popularity: () => 0,
        limit,
        nowMs,
      });
      return ranked.map(({ productId }) => productId);
    },
  };
}

/** A limit that the eval's own `toFilters` reads: one product id a line. */
function onlyAmong(productIds: readonly string[]): Constraint {
  const words = productIds.join('\n');
  return {
    attribute: 'product',
    operator: 'eq',
    value: '',
    strength: 'hard',
    words,
    confidence: 1,
    sourceTurn: 1,
    known: true,
  };
}
