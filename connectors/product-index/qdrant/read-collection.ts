import type { Schemas } from '@qdrant/js-client-rest';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { FacetCount, IndexFilter, IndexScope, ReadQuantity } from '../../../src/ports/product-index.ts';
import { countShape, type FoundPoints, facetShape, pageShape, pointsShape, queriesShape } from './answers.ts';
import type { Caller } from './client.ts';
import { countPassing } from './count-together.ts';
import { type PassingProduct, tellsOfWords, toPassingProduct } from './passing-products.ts';
import { FACTS, toPointId } from './points.ts';
import { toFilter } from './to-filter.ts';

/** What one call of the index asks one collection about. */
export interface View {
  readonly collection: string;
  readonly scope: IndexScope;
  readonly filter: Schemas['Filter'];
  readonly signal: AbortSignal;
}

/** A product that passes, with its vector where one was asked for. */
export interface PassingPoint {
  readonly product: PassingProduct;
  readonly vector: readonly number[] | undefined;
}

/** The requests that read, one function each. */
export interface CollectionReader {
  /** Products that pass, and fulfil the further filters on one and the same variant. */
  count(view: View, further?: readonly IndexFilter[]): Promise<number>;
  /** All that pass; undefined when they are more than `most`. */
  readPassing(view: View, most: number): Promise<PassingProduct[] | undefined>;
  /** Products that pass each scope, all of them among those of the view; undefined when these are more than `most`. */
  countAmong(view: View, scopes: readonly IndexScope[], most: number): Promise<number[] | undefined>;
  /** Of these products those that pass, in no order. */
  readProducts(view: View, productIds: readonly string[]): Promise<PassingPoint[]>;
  /** Values of a key by products that pass, highest first. */
  facet(view: View, key: string, limit: number): Promise<FacetCount[]>;
  /** One batch: a list of points for each query, in their order. */
  query(view: View, queries: readonly Schemas['QueryRequest'][]): Promise<readonly FoundPoints[]>;
}

/** Products in one answer. */
const PAGE = 1000;
const PRODUCTS_AT_ONCE = 500;

export function createCollectionReader(caller: Caller, readQuantity: ReadQuantity): CollectionReader {
  async function readPayloads(
    { collection, filter, signal }: View,
    with_payload: string[],
    most: number,
  ): Promise<unknown[] | undefined> {
    const payloads: unknown[] = [];
    const page = { collection_name: collection, filter, with_payload, limit: Math.min(PAGE, most + 1) };
    for (let offset: string | undefined; ; ) {
      const request = offset === undefined ? page : { ...page, offset };
      const { points, next_page_offset } = await caller.read(
        pageShape,
        (api, init) => api.scrollPoints(request, init),
        signal,
      );
      payloads.push(...points.map(({ payload }) => payload));
      if (payloads.length > most) return undefined;
      if (typeof next_page_offset !== 'string') return payloads;
      offset = next_page_offset;
    }
  }

  return {
    async count({ collection, scope, filter, signal }, further = []) {
      const narrowed =
        further.length === 0 ? filter : toFilter({ ...scope, filters: [...scope.filters, ...further] });
      if (narrowed === undefined) return 0;
      const request = { collection_name: collection, filter: narrowed, exact: true };
      const { count } = await caller.read(countShape, (api, init) => api.countPoints(request, init), signal);
      return count;
    },

    async readPassing(view, most) {
      const payloads = await readPayloads(view, payloadFor([view.scope]), most);
      return payloads?.flatMap((payload) => toPassingProduct(payload, view.scope, readQuantity));
    },

    async countAmong(view, scopes, most) {
      const payloads = await readPayloads(view, payloadFor(scopes), most);
      return payloads && countPassing(payloads, scopes, readQuantity);
    },

    async readProducts({ collection, scope, signal }, productIds) {
      const ids = [...new Set(productIds)].map(toPointId);
      const chunks = Array.from({ length: Math.ceil(ids.length / PRODUCTS_AT_ONCE) }, (_, number) =>
        ids.slice(number * PRODUCTS_AT_ONCE, (number + 1) * PRODUCTS_AT_ONCE),
      );
      const answers = await Promise.all(
        chunks.map((chunk) => {
          const request = {
            collection_name: collection,
            ids: chunk,
            with_payload: [...payloadFor([scope]), 'titles'],
            with_vector: ['text'],
          };
          return caller.read(pointsShape, (api, init) => api.getPoints(request, init), signal);
        }),
      );
      return answers.flat().flatMap(({ payload, vector }) =>
        toPassingProduct(payload, scope, readQuantity).map((product) => ({
          product,
          vector: vector?.text,
        })),
      );
    },

    async facet({ collection, filter, signal }, key, limit) {
      const request = { collection_name: collection, key, filter, limit, exact: true };
      const { hits } = await caller.read(facetShape, (api, init) => api.facet(request, init), signal);
      return hits;
    },

    async query({ collection, signal }, queries) {
      const request = { collection_name: collection, searches: [...queries] };
      const answers = await caller.read(
        queriesShape,
        (api, init) => api.queryBatchPoints(request, init),
        signal,
      );
      if (answers.length !== queries.length)
        throw new AssistantError('INDEX_FAILED', 'Qdrant left queries of a batch unanswered', {
          details: { queries: queries.length, answers: answers.length },
        });
      return answers.map(({ points }) => points);
    },
  };
}

const payloadFor = (scopes: readonly IndexScope[]): string[] =>
  scopes.some(tellsOfWords) ? [...FACTS, 'words'] : FACTS;
