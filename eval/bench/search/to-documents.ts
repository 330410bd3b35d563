import { embedByLanguage } from '../../../src/assembly/text-vectors.ts';
import type { EmbeddingModel } from '../../../src/ports/embedding-model.ts';
import type { IndexDocument, IndexFilter } from '../../../src/ports/product-index.ts';
import { toIndexDocument } from '../../../src/retrieval/to-index-document.ts';
import { addFrequencies } from '../../../src/text/shop-words.ts';
import { inBatches } from './engine.ts';
import type { ShelfFilter, ShelfProduct } from './shelf-product.ts';
import { toProduct } from './to-product.ts';

/** No offer of the shelf changes with time. */
export const SHELF_NOW_MS = 0;

const never = new AbortController().signal;

/**
 * Products as the product index takes them, as at a start.
 *
 * @param frequencies Products by term; added to.
 */
export async function* toDocuments(
  products: AsyncIterable<ShelfProduct>,
  embedder: EmbeddingModel,
  frequencies: Map<string, number>,
): AsyncIterable<IndexDocument> {
  for await (const batch of inBatches(products)) {
    const own = batch.map(toProduct);
    const vectors = await embedByLanguage(embedder, own, never);
    for (const [position, product] of own.entries()) {
      const vector = vectors[position] ?? new Float32Array(embedder.dimensions);
      const document = toIndexDocument(product, vector, SHELF_NOW_MS);
      addFrequencies(frequencies, Object.values(document.terms));
      yield document;
    }
  }
}

export const toFilters = (filter: ShelfFilter): IndexFilter[] => [
  { kind: 'price', minMinor: filter.minMinor, maxMinor: filter.maxMinor },
  { kind: 'attribute', attribute: filter.attribute, anyOf: filter.anyOf },
  { kind: 'availability', anyOf: filter.availability },
  { kind: 'category', anyOf: [filter.department] },
];
