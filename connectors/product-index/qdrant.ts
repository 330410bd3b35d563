import type { FacetCount, IndexDocument, IndexScope, ProductIndex } from '../../src/ports/product-index.ts';
import { resolveWordScoring, type WordScoringOptions } from './bm25f.ts';
import { createCaller, type QdrantServer } from './qdrant/client.ts';
import { commonScope, keyOf } from './qdrant/count-together.ts';
import { findQuartiles } from './qdrant/find-quartiles.ts';
import { type Generation, toVector } from './qdrant/generation.ts';
import { createGenerations } from './qdrant/generations.ts';
import { byCount, countValues, priceQuartiles } from './qdrant/passing-products.ts';
import { readToken } from './qdrant/points.ts';
import { type BoundedValues, rankValues } from './qdrant/rank-values.ts';
import { createCollectionReader, type View } from './qdrant/read-collection.ts';
import { searchSources } from './qdrant/search-sources.ts';
import { toFilter } from './qdrant/to-filter.ts';
import { type QuantityOptions, readBareNumber } from './quantity-range.ts';

export interface QdrantProductIndexOptions extends QdrantServer, WordScoringOptions, QuantityOptions {
  /** The alias; its collections are named `<collection>@<id>`, and those are this index's own to delete. */
  readonly collection: string;
  /** Part of a collection's name, never the same twice. */
  readonly newId: () => string;
  /** Collections of this alias that another index still reads: they are not deleted. None when absent. */
  readonly spared?: () => readonly string[];
  /** Facets and price ranges of at most so many products are told by reading their offers, of more by counting; default 3,000. */
  readonly readableProducts?: number;
}

export interface QdrantProductIndex extends ProductIndex {
  /** The server's version. @throws {AssistantError} INDEX_UNAVAILABLE, INDEX_FAILED */
  version(signal: AbortSignal): Promise<string>;
  /** Whether the server answered when it was last asked, would be asked again, and still has the products. */
  isAvailable(): boolean;
  /** The collection it reads; undefined without a product. */
  collection(): string | undefined;
  /** Deletes the collections of this alias that nobody reads any more. */
  tidy(): Promise<void>;
}

/** Counts in one call, from so many on, are worth reading up to so many products for. */
const COUNTS_WORTH_READING = 4;
const READ_TO_COUNT = 1000;

/**
 * The product index in a Qdrant server (1.12 or younger). Filters, candidates, counts and categories come from the
 * server; exact scores are computed here from what the candidates' payload says and from word statistics kept beside (one
 * number per distinct term, one id per product). One process writes: a second one on the same alias would not know what
 * the first changed.
 *
 * Cost: a search is one batched request, rarely two; `count` one per different scope, or one for many narrow ones. `facets` of attributes and `priceRange`
 * read the offers of the products that pass, a thousand a request, or count when those are many.
 *
 * @throws {AssistantError} from every call: INDEX_UNAVAILABLE when the server does not answer in time, INDEX_FAILED when it
 *   refuses.
 */
export function createQdrantProductIndex(options: QdrantProductIndexOptions): QdrantProductIndex {
  const { readableProducts = 3000, readQuantity = readBareNumber } = options;
  const scoring = resolveWordScoring(options);
  const caller = createCaller(options);
  const reader = createCollectionReader(caller, readQuantity);
  const generations = createGenerations({
    writing: { caller, scoring, readQuantity },
    alias: options.collection,
    newId: options.newId,
    ...(options.spared === undefined ? {} : { spared: options.spared }),
  });

  /** Looks at one generation from beginning to end; nothing is held, or nothing can pass: `empty`. */
  async function look<T>(
    scope: IndexScope,
    signal: AbortSignal,
    empty: T,
    tell: (view: View, generation: Generation) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const filter = toFilter(scope);
    if (filter === undefined) return empty;
    return await generations.read(empty, (generation) =>
      tell({ collection: generation.name, scope, filter, signal }, generation),
    );
  }

  const countEach = (scopes: readonly IndexScope[], signal: AbortSignal): Promise<number[]> =>
    Promise.all(scopes.map((scope) => look(scope, signal, 0, (view) => reader.count(view))));

  /** Counts cannot be batched: what many scopes have in common is read once instead, when it is little. */
  async function countTogether(
    scopes: readonly IndexScope[],
    signal: AbortSignal,
  ): Promise<readonly number[] | undefined> {
    const [first, ...others] = scopes;
    if (first === undefined || scopes.length < COUNTS_WORTH_READING) return undefined;
    const common = commonScope([first, ...others]);
    if (common === undefined) return undefined;
    const most = Math.min(readableProducts, READ_TO_COUNT);
    return await look(
      common,
      signal,
      scopes.map(() => 0),
      (view): Promise<readonly number[] | undefined> => reader.countAmong(view, scopes, most),
    );
  }

  /** The server counts products, and categories are the product's: exact. Asked for more until no tie is cut. */
  async function countCategories(view: View, wanted: number): Promise<FacetCount[]> {
    for (let limit = wanted + 1; ; limit *= 2) {
      const counts = (await reader.facet(view, 'categoryKeys', limit)).sort(byCount);
      const isWhole = counts.length < limit || counts[wanted - 1]?.count !== counts.at(-1)?.count;
      if (isWhole) return counts.slice(0, wanted);
    }
  }

  async function countAttributes(
    view: View,
    attributes: readonly string[],
    wanted: number,
  ): Promise<ReadonlyMap<string, FacetCount[]>> {
    if (attributes.length === 0 || wanted === 0) return new Map();
    const passing = await reader.readPassing(view, readableProducts);
    if (passing !== undefined)
      return new Map(attributes.map((attribute) => [attribute, countValues(passing, attribute, wanted)]));
    const list = async (limit: number): Promise<BoundedValues> => {
      const tokens = await reader.facet(view, 'offers[].attributes', limit);
      const values = tokens.map(({ value: token, count }) => {
        const [attribute, value] = readToken(token);
        return { attribute, value, bound: count };
      });
      return { values, restBound: tokens.length < limit ? 0 : Math.min(...tokens.map(({ count }) => count)) };
    };
    const count = (attribute: string, value: string) =>
      reader.count(view, [{ kind: 'attribute', attribute, anyOf: [value] }]);
    return await rankValues({ list, count }, attributes, wanted);
  }

  return {
    search: (scope, sources, signal) =>
      look(
        scope,
        signal,
        sources.map(() => []),
        (view, generation) =>
          searchSources({ generation, scoring, readQuantity }, view, sources, (queries) =>
            reader.query(view, queries),
          ),
      ),
    async count(scopes, signal) {
      signal.throwIfAborted();
      const different = [...new Map(scopes.map((scope) => [keyOf(scope), scope])).values()];
      const counts = (await countTogether(different, signal)) ?? (await countEach(different, signal));
      const known = new Map(different.map((scope, position) => [keyOf(scope), counts[position]]));
      return scopes.map((scope) => known.get(keyOf(scope)) ?? 0);
    },
    facets: (scope, attributes, limit, signal) =>
      look(scope, signal, new Map(attributes.map((attribute) => [attribute, []])), async (view) => {
        const ofVariants = attributes.filter((attribute) => attribute !== 'category');
        const [values, categories] = await Promise.all([
          countAttributes(view, ofVariants, limit),
          attributes.includes('category') && limit > 0 ? countCategories(view, limit) : [],
        ]);
        return new Map(
          attributes.map((attribute) => [
            attribute,
            attribute === 'category' ? categories : (values.get(attribute) ?? []),
          ]),
        );
      }),
    priceRange: (scope, signal) =>
      look(scope, signal, undefined, async (view) => {
        const passing = await reader.readPassing(view, readableProducts);
        if (passing !== undefined) return priceQuartiles(passing, scope.market);
        const total = await reader.count(view);
        if (total === 0) return undefined;
        return await findQuartiles(total, (maxMinor) => reader.count(view, [{ kind: 'price', maxMinor }]));
      }),
    facts: (scope, productIds, signal) =>
      look(scope, signal, [], async (view, generation) => {
        const points = await reader.readProducts(view, productIds);
        const known = new Map(points.map((point) => [point.product.productId, point]));
        return productIds.flatMap((productId) => {
          const found = known.get(productId);
          const offer = found?.product.variants[0].offers[scope.market];
          if (found === undefined || offer === undefined) return [];
          const { categoryKeys, titles, variants } = found.product;
          const vector = toVector(found.vector, generation);
          return [{ productId, ...offer, attributes: variants[0].attributes, categoryKeys, vector, titles }];
        });
      }),
    upsert: (documents: Iterable<IndexDocument>) => generations.upsert(documents),
    delete: (productIds) => generations.delete(productIds),
    replaceAll: (documents) => generations.replaceAll(documents),
    setBehaviour: (behaviour) => generations.setBehaviour(behaviour),
    size: () => generations.size(),
    collection: () => generations.collection(),
    tidy: () => generations.tidy(),
    close: () => generations.close(),
    version: (signal) => caller.version(signal),
    isAvailable: () => caller.isAvailable() && !generations.isLost(),
  };
}
