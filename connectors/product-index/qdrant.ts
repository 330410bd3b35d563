import type { Schemas } from '@qdrant/js-client-rest';
import type { FacetCount, IndexDocument, IndexScope, ProductIndex } from '../../src/ports/product-index.ts';
import { resolveWordScoring, type WordScoringOptions } from './bm25f.ts';
import { createCaller, type QdrantAddress } from './qdrant/client.ts';
import { fromVector, type Generation } from './qdrant/generation.ts';
import { createGenerations } from './qdrant/generations.ts';
import {
  byCount,
  countValues,
  type PassingProduct,
  tellsOfWords,
  toPassingProduct,
  toPriceRange,
} from './qdrant/passing-products.ts';
import { FACTS, toPointId } from './qdrant/points.ts';
import { searchSources } from './qdrant/search-sources.ts';
import { toFilter } from './qdrant/to-filter.ts';

export interface QdrantProductIndexOptions extends QdrantAddress, WordScoringOptions {
  /** The alias; its collections are named `<collection>@<id>`, and those are this index's own to delete. */
  readonly collection: string;
  /** For one request of a search. */
  readonly timeoutMs: number;
  /** For one request of a change. */
  readonly writeTimeoutMs: number;
  /** Part of a collection's name, never the same twice. */
  readonly newId: () => string;
}

export interface QdrantProductIndex extends ProductIndex {
  /** The server's version. @throws {AssistantError} INDEX_UNAVAILABLE, INDEX_FAILED */
  version(signal: AbortSignal): Promise<string>;
  /** Whether the server answered when it was last asked. */
  isAvailable(): boolean;
}

/** Products read at once when all that pass are needed. */
const PAGE = 1000;

/**
 * The product index in a Qdrant server (1.12 or younger). Filters, candidates, counts and categories come from the
 * server; exact scores are computed here from what the candidates' payload says and from word statistics kept beside (one
 * number per distinct term, one id per product). One process writes: a second one on the same alias would not know what
 * the first changed.
 *
 * Cost: a search is one batched request, rarely two; `count` one per scope. `facets` of attributes and `priceRange` read the
 * offers of all products that pass, a thousand a request, because the server's facets count a value of any variant.
 *
 * @throws {AssistantError} from every call: INDEX_UNAVAILABLE when the server does not answer in time, INDEX_FAILED when it
 *   refuses.
 */
export function createQdrantProductIndex(options: QdrantProductIndexOptions): QdrantProductIndex {
  const { timeoutMs } = options;
  const scoring = resolveWordScoring(options);
  const caller = createCaller(options);
  const generations = createGenerations({
    writing: { caller, scoring, timeoutMs: options.writeTimeoutMs },
    alias: options.collection,
    newId: options.newId,
  });

  /** Reads one generation from beginning to end; nothing is held, or nothing can pass: `empty`. */
  async function read<T>(
    scope: IndexScope,
    signal: AbortSignal,
    empty: T,
    look: (generation: Generation, filter: Schemas['Filter']) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const filter = toFilter(scope);
    return filter === undefined ? empty : generations.read(empty, (generation) => look(generation, filter));
  }

  async function readPassing(
    { name }: Generation,
    scope: IndexScope,
    filter: Schemas['Filter'],
    signal: AbortSignal,
  ): Promise<PassingProduct[]> {
    const passing: PassingProduct[] = [];
    const with_payload = payloadFor(scope);
    let offset: Schemas['ScrollRequest']['offset'];
    do {
      const page = { filter, with_payload, limit: PAGE, ...(offset === undefined ? {} : { offset }) };
      const { points, next_page_offset } = await caller.call(
        (api, init) => api.scrollPoints({ collection_name: name, ...page }, init),
        timeoutMs,
        signal,
      );
      passing.push(...points.flatMap(({ payload }) => toPassingProduct(payload, scope)));
      offset = next_page_offset ?? undefined;
    } while (offset !== undefined);
    return passing;
  }

  /** The server counts products, and categories are the product's: exact. Asked for more until no tie is cut. */
  async function countCategories(
    { name }: Generation,
    filter: Schemas['Filter'],
    wanted: number,
    signal: AbortSignal,
  ): Promise<FacetCount[]> {
    for (let limit = wanted + 1; ; limit *= 2) {
      const facet = { key: 'categoryKeys', filter, limit, exact: true };
      const { hits } = await caller.call(
        (api, init) => api.facet({ collection_name: name, ...facet }, init),
        timeoutMs,
        signal,
      );
      const counts = hits.map(({ value, count }) => ({ value: String(value), count })).sort(byCount);
      const isWhole = hits.length < limit || counts[wanted - 1]?.count !== counts.at(-1)?.count;
      if (isWhole) return counts.slice(0, wanted);
    }
  }

  return {
    search: (scope, sources, signal) =>
      read(
        scope,
        signal,
        sources.map(() => []),
        (generation, filter) =>
          searchSources(generation, scope, filter, sources, scoring, (searches) =>
            caller.call(
              (api, init) =>
                api.queryBatchPoints({ collection_name: generation.name, searches: [...searches] }, init),
              timeoutMs,
              signal,
            ),
          ),
      ),
    async count(scopes, signal) {
      signal.throwIfAborted();
      return await Promise.all(
        scopes.map((scope) =>
          read(scope, signal, 0, async ({ name }, filter) => {
            const { count } = await caller.call(
              (api, init) => api.countPoints({ collection_name: name, filter, exact: true }, init),
              timeoutMs,
              signal,
            );
            return count;
          }),
        ),
      );
    },
    facets: (scope, attributes, limit, signal) =>
      read(
        scope,
        signal,
        new Map(attributes.map((attribute) => [attribute, []])),
        async (generation, filter) => {
          const ofVariants = attributes.some((attribute) => attribute !== 'category');
          const [passing, categories] = await Promise.all([
            ofVariants ? readPassing(generation, scope, filter, signal) : [],
            attributes.includes('category') ? countCategories(generation, filter, limit, signal) : [],
          ]);
          return new Map(
            attributes.map((attribute) => [
              attribute,
              attribute === 'category' ? categories : countValues(passing, attribute, limit),
            ]),
          );
        },
      ),
    priceRange: (scope, signal) =>
      read(scope, signal, undefined, async (generation, filter) =>
        toPriceRange(await readPassing(generation, scope, filter, signal), scope.market),
      ),
    facts: (scope, productIds, signal) =>
      read(scope, signal, [], async ({ name }, filter) => {
        if (productIds.length === 0) return [];
        const ids = [...new Set(productIds)].map(toPointId);
        const { points } = await caller.call(
          (api, init) =>
            api.scrollPoints(
              {
                collection_name: name,
                filter: { must: [filter, { has_id: ids }] },
                limit: ids.length,
                with_payload: [...payloadFor(scope), 'titles'],
                with_vector: ['text'],
              },
              init,
            ),
          timeoutMs,
          signal,
        );
        const known = new Map(
          points.flatMap(({ payload, vector }) =>
            toPassingProduct(payload, scope).map(
              (product) => [product.productId, { product, vector }] as const,
            ),
          ),
        );
        return productIds.flatMap((productId) => {
          const found = known.get(productId);
          const offer = found?.product.variants[0].offers[scope.market];
          if (found === undefined || offer === undefined) return [];
          const { categoryKeys, titles, variants } = found.product;
          return [
            {
              productId,
              ...offer,
              attributes: variants[0].attributes,
              categoryKeys,
              vector: fromVector(found.vector),
              titles,
            },
          ];
        });
      }),
    upsert: (documents: Iterable<IndexDocument>) => generations.upsert(documents),
    delete: (productIds) => generations.delete(productIds),
    replaceAll: (documents) => generations.replaceAll(documents),
    size: () => generations.size(),
    close: () => generations.close(),
    version: (signal) => caller.version(timeoutMs, signal),
    isAvailable: () => caller.isAvailable(),
  };
}

const payloadFor = (scope: IndexScope): string[] => (tellsOfWords(scope) ? [...FACTS, 'words'] : FACTS);
