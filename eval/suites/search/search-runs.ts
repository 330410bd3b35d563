import { trainTextVectors } from '../../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../../connectors/product-index/embedded.ts';
import { embedByLanguage } from '../../../src/assembly/text-vectors.ts';
import type { Language } from '../../../src/domain/locale.ts';
import type { Constraint, Need } from '../../../src/domain/need.ts';
import type { Product } from '../../../src/domain/product.ts';
import type { EmbeddingModel } from '../../../src/ports/embedding-model.ts';
import type { IndexFilter, IndexSource, ProductIndex } from '../../../src/ports/product-index.ts';
import { rankCandidates } from '../../../src/ranking/rank-candidates.ts';
import { fuseByRank } from '../../../src/ranking/reciprocal-rank.ts';
import { type RelevanceValues, readRelevance } from '../../../src/ranking/relevance.ts';
import { normaliseSources } from '../../../src/ranking/source-values.ts';
import type { RankingWeights } from '../../../src/ranking/weights.ts';
import { productEmbeddingText } from '../../../src/retrieval/product-embedding-text.ts';
import { productWords } from '../../../src/retrieval/product-words.ts';
import { toQueryTerms, toQueryText } from '../../../src/retrieval/query-terms.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { toIndexDocument } from '../../../src/retrieval/to-index-document.ts';
import { analyzeTerms } from '../../../src/text/analyze.ts';
import { addFrequencies, createShopWords, type ShopWords } from '../../../src/text/shop-words.ts';

/** Words to products, best first. */
export type Search = (
  query: string,
  options: {
    readonly limit: number;
    /** Only these are ordered. */
    readonly among?: readonly string[];
    /** Limits that are never given up. */
    readonly filters?: readonly IndexFilter[];
    readonly language?: Language;
  },
) => Promise<readonly string[]>;

export interface SearchShop {
  readonly terms: Search;
  readonly text: Search;
  /** Both sources by their ranks alone, as many a shop fuses them. */
  readonly ranks: Search;
  /** What a shopper sees: both sources, blended by the ranking of the search page. */
  readonly fused: Search;
  /** What the ranking learns from: the candidates of a query with their values, those of the words first. */
  readonly readCandidates: (query: string) => Promise<ReadonlyMap<string, RelevanceValues>>;
}

/** As many candidates of each source as a turn asks for. */
const CANDIDATES = 200;
/** One seed for training: the same products give the same vectors. */
const SEED = 1;
const DEFAULT_LANGUAGE = 'en';

/** An index with trained vectors over the products, and the sources of a turn on it, one by one and together. */
export async function openSearchShop(
  products: readonly Product[],
  options: Pick<SearchParts, 'market' | 'weights'> & { readonly nowMs: number },
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
    toIndexDocument(product, vectors[position] ?? new Float32Array(embedder.dimensions), options.nowMs),
  );
  await index.replaceAll(documents);
  const frequencies = new Map<string, number>();
  for (const { terms } of documents) addFrequencies(frequencies, Object.values(terms));
  const words = new Map<string, number>();
  for (const product of products) addFrequencies(words, [productWords(product)]);
  const shopWords = createShopWords(frequencies, words);
  return createSearches({ index, embedder, shopWords, languages: model.languages, ...options });
}

export interface SearchParts {
  readonly index: ProductIndex;
  readonly embedder: EmbeddingModel;
  readonly shopWords: ShopWords;
  /** Of the products' texts. */
  readonly languages: readonly Language[];
  readonly market: string;
  /** Take the place of those of the search page. */
  readonly weights?: Partial<RankingWeights>;
}

/** The sources of a turn on an index that is filled, one by one and together. */
export function createSearches({
  index,
  embedder,
  shopWords,
  languages,
  market,
  weights = {},
}: SearchParts): SearchShop {
  const signal = new AbortController().signal;
  const needOf = (query: string): Need => ({ query, constraints: [] });

  const single =
    (toSource: (query: string, language: Language, limit: number) => Promise<IndexSource>): Search =>
    async (query, { limit, language = DEFAULT_LANGUAGE, ...limits }) => {
      const source = await toSource(query, language, limit);
      const [hits = []] = await index.search({ market, filters: filtersOf(limits) }, [source], signal);
      return hits.map(({ productId }) => productId);
    };

  const retriever = createRetriever({
    index,
    embedder,
    toFilters: ({ words }) => JSON.parse(words) as readonly IndexFilter[],
    catalogueLanguages: languages,
    shopWords,
  });

  async function gather(
    query: string,
    { language = DEFAULT_LANGUAGE, ...limits }: Omit<Parameters<Search>[1], 'limit'>,
  ) {
    const filters = filtersOf(limits);
    const firm = filters.length === 0 ? [] : [toLimit(filters)];
    const need: Need = { query, constraints: firm };
    const retrieval = await retriever.retrieve(
      { need, market, language, firm, exclude: [], given: [], limit: CANDIDATES, onlyAvailable: true },
      signal,
    );
    const ids = new Set(
      retrieval.lists.flatMap(({ candidates }) => candidates.map(({ productId }) => productId)),
    );
    const facts = await index.facts(retrieval.scope, [...ids], signal);
    return { retrieval, facts: new Map(facts.map((known) => [known.productId, known])) };
  }

  return {
    terms: single(async (query, language, limit) => ({
      source: 'terms',
      query: toQueryTerms(needOf(query), { locale: language, catalogueLanguages: languages, shopWords }),
      limit,
    })),
    text: single(async (query, language, limit) => {
      const words = toQueryText(needOf(query), { locale: language, catalogueLanguages: languages });
      const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([words], {
        kind: 'query',
        language,
        signal,
      });
      return { source: 'text', vector, limit };
    }),
    ranks: async (query, { limit, ...options }) => {
      const { retrieval } = await gather(query, options);
      return fuseByRank(retrieval.lists).slice(0, limit);
    },
    fused: async (query, { limit, ...options }) => {
      const { retrieval, facts } = await gather(query, options);
      const ranked = rankCandidates({
        intent: 'search',
        lists: retrieval.lists,
        coverage: retrieval.coverage,
        wording: retrieval.wording,
        facts,
        need: needOf(query),
        weights,
        personalConfidence: 0,
        popularity: () => 0,
        limit,
        unarranged: true,
      });
      return ranked.map(({ productId }) => productId);
    },
    readCandidates: async (query) => {
      const { retrieval, facts } = await gather(query, {});
      return readRelevance({ ...retrieval, facts }, normaliseSources(retrieval.lists));
    },
  };
}

function filtersOf({ among, filters = [] }: Pick<Parameters<Search>[1], 'among' | 'filters'>): IndexFilter[] {
  return among === undefined ? [...filters] : [...filters, { kind: 'product', anyOf: among }];
}

/** A limit that the eval's own `toFilters` reads. */
function toLimit(filters: readonly IndexFilter[]): Constraint {
  return {
    attribute: 'product',
    operator: 'eq',
    value: '',
    strength: 'hard',
    words: JSON.stringify(filters),
    confidence: 1,
    sourceTurn: 1,
    known: true,
  };
}
