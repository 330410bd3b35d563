import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Segment } from '../../connectors/product-index/embedded/segment.ts';
import type { Product } from '../domain/product.ts';
import type { IndexDocument } from '../ports/product-index.ts';
import { productWords } from '../retrieval/product-words.ts';
import { toIndexDocument } from '../retrieval/to-index-document.ts';
import { addFrequencies } from '../text/shop-words.ts';
import { type CatalogueCounts, countCatalogue } from '../understanding/vocabulary/count-catalogue.ts';
import { createArrivalBook } from './arrival-book.ts';
import { createPageBook } from './page-book.ts';
import { createPriceClock, type PriceChange } from './price-clock.ts';

/** Everything derived from the texts and prices of one catalogue: plain data, to be saved and handed between threads. */
export interface ShopImage {
  /** Prices are those of this moment, epoch milliseconds. */
  readonly builtAtMs: number;
  /** Of the embedding model that made the vectors. */
  readonly vectorsName: string;
  /** Empty when the documents went to an index outside. */
  readonly segments: readonly Segment[];
  readonly counts: CatalogueCounts;
  /** Products by term. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Products by word of their names, not stemmed. */
  readonly words: ReadonlyMap<string, number>;
  /** Product ids by page. */
  readonly pages: ReadonlyMap<string, string>;
  /** When products were listed that were new at `builtAtMs` or later, epoch milliseconds. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Beginnings and ends of sales after `builtAtMs`. */
  readonly priceChanges: readonly PriceChange[];
}

export interface BuildImageOptions {
  readonly products: AsyncIterable<Product>;
  readonly nowMs: number;
  readonly vectorsName: string;
  readonly vectorsOf: (products: readonly Product[]) => Promise<readonly Float32Array[]>;
  /** Takes every document; gives the segments when it made some. */
  readonly lay: (documents: AsyncIterable<IndexDocument>) => Promise<readonly Segment[]>;
  /** Hears how many products were read, from time to time. */
  readonly onProgress?: ((products: number) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Products embedded at once, and read between two looks at what else waits; some 30 ms of work. */
const BATCH = 100;

/**
 * Reads the catalogue once: on its way into the counts every product is handed over to the index.
 *
 * @throws {AssistantError} what the index throws, before what came of it.
 */
export async function buildShopImage(options: BuildImageOptions): Promise<ShopImage> {
  const { nowMs, signal } = options;
  const book = createPageBook();
  const arrivals = createArrivalBook(nowMs);
  const priceClock = createPriceClock(nowMs);
  const frequencies = new Map<string, number>();
  const words = new Map<string, number>();
  const { readable, writable } = new TransformStream<IndexDocument[], IndexDocument[]>();
  const passOn = async function* (): AsyncIterable<Product> {
    const writer = writable.getWriter();
    let taken = 0;
    try {
      for await (const products of inBatches(options.products)) {
        signal.throwIfAborted();
        yield* products;
        for (const product of products) {
          book.add(product);
          arrivals.add(product);
          priceClock.add(product);
          addFrequencies(words, [productWords(product)]);
        }
        const documents = await toDocuments(products, options.vectorsOf, nowMs);
        for (const { terms } of documents) addFrequencies(frequencies, Object.values(terms));
        await writer.write(documents);
        await letOthersRun();
        taken += products.length;
        options.onProgress?.(taken);
      }
    } finally {
      await writer.close();
    }
  };
  const [laid, counted] = await Promise.allSettled([
    options.lay(oneByOne(readable)).catch(async (error: unknown) => {
      // Else the reader of the catalogue would wait for ever for somebody to take its documents.
      await readable.cancel(error).catch(() => undefined);
      throw error;
    }),
    countCatalogue(passOn()),
  ]);
  if (laid.status === 'rejected') throw laid.reason;
  if (counted.status === 'rejected') throw counted.reason;
  return {
    builtAtMs: nowMs,
    vectorsName: options.vectorsName,
    segments: laid.value,
    counts: counted.value,
    frequencies,
    words,
    pages: book.pages,
    arrivals: arrivals.listed,
    priceChanges: priceClock.changes,
  };
}

/** What an index is told of products, with the prices of a moment. */
export async function toDocuments(
  products: readonly Product[],
  vectorsOf: BuildImageOptions['vectorsOf'],
  nowMs: number,
): Promise<IndexDocument[]> {
  const vectors = await vectorsOf(products);
  return products.map((product, position) =>
    toIndexDocument(product, vectors[position] ?? new Float32Array(), nowMs),
  );
}

async function* inBatches(products: AsyncIterable<Product>): AsyncIterable<Product[]> {
  let batch: Product[] = [];
  for await (const product of products) {
    batch.push(product);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* oneByOne<T>(batches: AsyncIterable<readonly T[]>): AsyncIterable<T> {
  for await (const batch of batches) yield* batch;
}
