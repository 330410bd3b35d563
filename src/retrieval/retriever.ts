import type { Candidate, CandidateList } from '../domain/candidate.ts';
import type { Language, Locale } from '../domain/locale.ts';
import type { Constraint, Need } from '../domain/need.ts';
import type { Degradation } from '../domain/turn.ts';
import type { Wording } from '../domain/wording.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type {
  IndexFilter,
  IndexHit,
  IndexScope,
  IndexSource,
  ProductIndex,
  QueryTerm,
} from '../ports/product-index.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import type { ShopWords } from '../text/shop-words.ts';
import { nearestPrice, type WiderPrice, widerPrices } from './nearest-price.ts';
import { toQueryTerms } from './query-terms.ts';
import { type ReadCorrection, readCorrections } from './read-corrections.ts';
import { readWording } from './read-wording.ts';
import { resolveScope } from './resolve-scope.ts';
import { type RewrittenLimits, rewriteLimits, rewriteQuery } from './rewrite-query.ts';
import { type Refinement, type RefinementRequest, suggestRefinements } from './suggest-refinements.ts';
import { createSynonyms, type Synonyms } from './synonyms.ts';
import { widenBySynonyms } from './widen-by-synonyms.ts';

export interface RetrieveRequest {
  readonly need: Need;
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  /** Of the shopper's words. */
  readonly language: Language;
  /** Of the shopper, for synonyms that hold in one country only; the language when absent. */
  readonly locale?: Locale;
  /** Hard limits of the need that are never given up, even if nothing is left: filters somebody set by hand. */
  readonly firm?: readonly Constraint[];
  /** Never in a list; still counted in `total`. */
  readonly exclude: readonly string[];
  /** Candidates of behaviour sources, to be held to the same limits. */
  readonly given: readonly string[];
  /** Candidates per list. */
  readonly limit: number;
  /** What the list should resemble; looked up when absent and the need says `similarTo`. */
  readonly similarVector?: Float32Array;
  /** Out-of-stock variants are left out unless nothing else fulfils the limits. */
  readonly onlyAvailable: boolean;
}

export interface Retrieval {
  /** `terms` and `text`, `similar` when the need asks for it; a list without candidates is left out. */
  readonly lists: readonly CandidateList[];
  /** Those of `given` that hold to the limits. */
  readonly given: ReadonlySet<string>;
  readonly scope: IndexScope;
  /** Products in the scope, exactly. */
  readonly total: number;
  /** Hard limits given up so that something is left. */
  readonly relaxed: readonly Constraint[];
  /** By product of `terms`: share of the shopper's words that occur, in [0, 1]. */
  readonly coverage: ReadonlyMap<string, number>;
  /** What was looked for; no words when nothing was said. */
  readonly wording: Wording;
  /** By product of any list and of `given`: the variant that fulfils the limits at the lowest price. */
  readonly variantOf: ReadonlyMap<string, string>;
  /** Words that were read as others of the shop. */
  readonly corrections: readonly ReadCorrection[];
  readonly degraded?: readonly Degradation[];
}

export type ResolveRequest = Pick<RetrieveRequest, 'need' | 'market' | 'onlyAvailable' | 'firm'>;
export type Resolution = Pick<Retrieval, 'scope' | 'total' | 'relaxed'>;

export interface RetrieverOptions {
  readonly index: ProductIndex;
  readonly embedder: EmbeddingModel;
  /** What a hard constraint demands of a variant; none when it demands nothing. */
  readonly toFilters: (constraint: Constraint) => readonly IndexFilter[];
  /** Languages of the shop's texts; all that are spoken when absent. */
  readonly catalogueLanguages?: readonly Language[];
  /** Words are corrected by these; not at all when absent. */
  readonly shopWords?: ShopWords;
  /** What the merchant says means the same; may change between two searches. */
  readonly synonyms?: Synonyms;
}

export interface Retriever {
  /**
   * Candidates for a need. Every one fulfils every hard limit that was not given up; at least one product of the scope is
   * listed unless all are excluded. An embedding model that fails costs the `text` list and is reported.
   *
   * @throws {AssistantError} what the index throws.
   */
  retrieve(request: RetrieveRequest, signal: AbortSignal): Promise<Retrieval>;
  /** Where a need leads, without candidates: the scope, how many products are in it, and what was given up for it. */
  resolve(request: ResolveRequest, signal: AbortSignal): Promise<Resolution>;
  /** The offer nearest to a price limit that keeps everything else of the need out of reach; undefined when it does not. */
  nearestPrice(need: Need, market: string, signal: AbortSignal): Promise<IndexHit | undefined>;
  /** Its price limits, moved to where they let in more of what it asks for. */
  widerPrices(
    request: { readonly need: Need; readonly market: string; readonly currency: string },
    signal: AbortSignal,
  ): Promise<readonly WiderPrice[]>;
  /** Limits that would narrow a retrieval usefully, each with the exact number of products it leads to. */
  suggestRefinements(request: RefinementRequest, signal: AbortSignal): Promise<readonly Refinement[]>;
  /** The words that a need is looked for by, each a group with all that it may stand for. */
  queryTerms(need: Need, locale: Locale): readonly QueryTerm[];
  /** The same, in a part of the shop: whatever is asked, only what passes exists. Never given up. */
  within(part: (need: Need) => readonly IndexFilter[]): Retriever;
}

export function createRetriever(options: RetrieverOptions): Retriever {
  return retrieverWithin(options, () => []);
}

function retrieverWithin(
  options: RetrieverOptions,
  partOf: (need: Need) => readonly IndexFilter[],
): Retriever {
  const { index, embedder, synonyms = createSynonyms() } = options;
  const languages = options.catalogueLanguages ?? SPOKEN_LANGUAGES;
  const toFilters = widenBySynonyms(options.toFilters, synonyms, languages);

  async function resolveLimits(
    { need, market, onlyAvailable }: ResolveRequest,
    { yielding, firm }: RewrittenLimits,
    signal: AbortSignal,
  ): Promise<Resolution> {
    const always = [...withoutReference(need), ...partOf(need), ...firm];
    const request = { market, onlyAvailable, conditions: yielding, always };
    const { scope, total, relaxed } = await resolveScope(index, request, signal);
    return { scope, total, relaxed: relaxed.flatMap(({ constraints }) => constraints) };
  }

  const resolve = (request: ResolveRequest, signal: AbortSignal): Promise<Resolution> =>
    resolveLimits(request, rewriteLimits(request.need, { ...request, toFilters }), signal);

  async function retrieve(request: RetrieveRequest, signal: AbortSignal): Promise<Retrieval> {
    const { need, language, limit, exclude } = request;
    const reading = { ...request, ...options, synonyms, toFilters, locale: request.locale ?? language };
    const query = rewriteQuery(need, reading);
    const [resolved, embedded, similarVector] = await Promise.all([
      resolveLimits(request, query.limits, signal),
      embedQuery(embedder, query.text, language, signal),
      request.similarVector ?? findVector(index, request, signal),
    ]);
    const { terms } = query;
    const sources: Readonly<Record<ListedSource, IndexSource | undefined>> = {
      terms: terms.length === 0 ? undefined : { source: 'terms', query: terms, limit },
      text: embedded.vector && { source: 'text', vector: embedded.vector, limit },
      similar: similarVector && { source: 'text', vector: similarVector, limit },
    };
    const scope = withoutProducts(resolved.scope, exclude);
    const hits = await searchAll(index, scope, sources, request, signal);
    return {
      ...toLists(hits),
      ...resolved,
      wording: {
        ...readWording(terms, { products: index.size(), ...options }),
        ...(embedded.vector === undefined ? {} : { vector: embedded.vector }),
      },
      corrections: readCorrections(need, reading),
      ...(embedded.degraded === undefined ? {} : { degraded: [embedded.degraded] }),
    };
  }

  return {
    retrieve,
    resolve,
    nearestPrice: (need, market, signal) =>
      nearestPrice(index, toFilters, { need, market, always: partOf(need) }, signal),
    widerPrices: (request, signal) =>
      widerPrices(index, toFilters, { ...request, always: partOf(request.need) }, signal),
    suggestRefinements: (request, signal) =>
      suggestRefinements(
        { index, toFilters, resolve: (need) => resolve({ ...request, need }, signal) },
        request,
        signal,
      ),
    queryTerms: (need, locale) => toQueryTerms(need, { ...options, synonyms, locale }),
    within: (part) => retrieverWithin(options, (need) => [...partOf(need), ...part(need)]),
  };
}

const LISTED_SOURCES = ['terms', 'text', 'similar'] as const;
type ListedSource = (typeof LISTED_SOURCES)[number];

interface Hits {
  readonly lists: readonly { readonly source: ListedSource; readonly hits: readonly IndexHit[] }[];
  readonly given: readonly IndexHit[];
}

/** One search for all sources; when they tell less than there is, the cheapest of the scope follow the words' list. */
async function searchAll(
  index: ProductIndex,
  scope: IndexScope,
  sources: Readonly<Record<ListedSource, IndexSource | undefined>>,
  { given, limit }: RetrieveRequest,
  signal: AbortSignal,
): Promise<Hits> {
  const asked = LISTED_SOURCES.flatMap((source) => {
    const search = sources[source];
    return search === undefined ? [] : [{ source, search }];
  });
  const [ofGiven = [], ...found] = await index.search(
    scope,
    [{ source: 'given', productIds: given }, ...asked.map(({ search }) => search)],
    signal,
  );
  const lists = asked.map(({ source }, position) => ({ source, hits: found[position] ?? [] }));
  const listed = new Set(lists.flatMap(({ hits }) => hits.map(({ productId }) => productId)));
  if (listed.size >= limit) return { lists, given: ofGiven };
  const [cheapest = []] = await index.search(
    withoutProducts(scope, [...listed]),
    [{ source: 'price', order: 'ascending', limit: limit - listed.size }],
    signal,
  );
  const rest = cheapest.map((hit) => ({ ...hit, score: 0, coverage: 0 }));
  const byWords = lists.find(({ source }) => source === 'terms')?.hits ?? [];
  return {
    lists: [
      { source: 'terms', hits: [...byWords, ...rest] },
      ...lists.filter(({ source }) => source !== 'terms'),
    ],
    given: ofGiven,
  };
}

function toLists({ lists, given }: Hits): Pick<Retrieval, 'lists' | 'given' | 'coverage' | 'variantOf'> {
  const all = [...lists.flatMap(({ hits }) => hits), ...given];
  return {
    lists: lists.flatMap(({ source, hits }) =>
      hits.length === 0
        ? []
        : [{ source, candidates: hits.map(({ productId, score }): Candidate => ({ productId, score })) }],
    ),
    given: new Set(given.map(({ productId }) => productId)),
    coverage: new Map(
      all.flatMap(({ productId, coverage }) => (coverage === undefined ? [] : [[productId, coverage]])),
    ),
    variantOf: new Map(all.map(({ productId, variantId }) => [productId, variantId])),
  };
}

/** "Like that" never means that one itself. */
function withoutReference({ similarTo }: Need): IndexFilter[] {
  return similarTo === undefined ? [] : [{ kind: 'not-product', noneOf: [similarTo] }];
}

function withoutProducts(scope: IndexScope, productIds: readonly string[]): IndexScope {
  if (productIds.length === 0) return scope;
  return { ...scope, filters: [...scope.filters, { kind: 'not-product', noneOf: productIds }] };
}

async function findVector(
  index: ProductIndex,
  { need, market }: RetrieveRequest,
  signal: AbortSignal,
): Promise<Float32Array | undefined> {
  if (need.similarTo === undefined) return undefined;
  const [facts] = await index.facts({ market, filters: [] }, [need.similarTo], signal);
  return facts?.vector;
}

async function embedQuery(
  embedder: EmbeddingModel,
  text: string,
  language: Language,
  signal: AbortSignal,
): Promise<{ readonly vector?: Float32Array; readonly degraded?: Degradation }> {
  if (text === '') return {};
  try {
    const [vector] = await embedder.embed([text], { kind: 'query', language, signal });
    return vector === undefined ? {} : { vector };
  } catch (error) {
    if (signal.aborted || !isAssistantError(error)) throw error;
    return { degraded: { component: 'embedding-model', reason: error.code } };
  }
}
