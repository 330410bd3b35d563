import { embedByLanguage } from '../../../src/assembly/text-vectors.ts';
import type { Product } from '../../../src/domain/product.ts';
import type { EmbeddingModel } from '../../../src/ports/embedding-model.ts';
import type { IndexDocument, IndexFilter } from '../../../src/ports/product-index.ts';
import { productWords } from '../../../src/retrieval/product-words.ts';
import { toIndexDocument } from '../../../src/retrieval/to-index-document.ts';
import { addFrequencies, createShopWords, type ShopWords } from '../../../src/text/shop-words.ts';
import { inBatches } from './engine.ts';
import type { ShelfFilter, ShelfProduct } from './shelf-product.ts';
import { toProduct } from './to-product.ts';

/** No offer of the shelf changes with time. */
const SHELF_NOW_MS = 0;

const never = new AbortController().signal;

/** What a shop learns of its words while its products go by. */
export interface WordCounts {
  add(product: Product, document: IndexDocument): void;
  /** Of the products so far. */
  shopWords(): ShopWords;
}

export function createWordCounts(): WordCounts {
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  return {
    add(product, document) {
      addFrequencies(terms, Object.values(document.terms));
      addFrequencies(words, [productWords(product)]);
    },
    shopWords: () => createShopWords(terms, words),
  };
}

/** Products as the product index takes them, as at a start; their words are counted on the way. */
export async function* toDocuments(
  products: AsyncIterable<ShelfProduct>,
  embedder: EmbeddingModel,
  counts: WordCounts,
): AsyncIterable<IndexDocument> {
  for await (const batch of inBatches(products)) {
    const own = batch.map(toProduct);
    const vectors = await embedByLanguage(embedder, own, never);
    for (const [position, product] of own.entries()) {
      const vector = vectors[position] ?? new Float32Array(embedder.dimensions);
      const document = toIndexDocument(product, vector, SHELF_NOW_MS);
      counts.add(product, document);
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
