import type { FacetCounts, ShelfFilter, ShelfProduct } from './shelf-product.ts';

export const ENGINE_NAMES = ['floorwalker', 'minisearch', 'orama'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface SearchRequest {
  readonly query: string;
  /** With it the facets are counted too. */
  readonly filter?: ShelfFilter;
  readonly limit: number;
}

export interface SearchAnswer {
  /** Best first. */
  readonly productIds: readonly string[];
  /** Only for a request with a filter. */
  readonly facets?: FacetCounts;
}

/** One way to ask an engine. */
export interface SearchWay {
  readonly name: string;
  search(request: SearchRequest): Promise<SearchAnswer>;
}

/** An engine that holds the products. */
export interface FilledEngine {
  readonly ways: readonly SearchWay[];
  /** Of all products that pass, whatever the words. */
  facets(filter: ShelfFilter): Promise<FacetCounts>;
}

/** Fills an engine at the settings that its documentation advises. */
export type OpenEngine = (products: AsyncIterable<ShelfProduct>, directory: string) => Promise<FilledEngine>;

/** Weights of the fields, the same for every engine. */
export const FIELD_WEIGHTS = { title: 3, brand: 2, category: 1.5, attributes: 1.5, description: 1 } as const;

const BATCH = 1_000;

export async function* inBatches<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
