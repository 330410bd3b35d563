import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { Shop } from '../chat/shop.ts';
import type { Settings } from '../config/config.ts';
import type { Product } from '../domain/product.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { IndexDocument, ProductIndex } from '../ports/product-index.ts';
import { WEIGHTS_VERSION } from '../ranking/weights.ts';
import { loadModels } from '../recommendation/model-store.ts';
import { createRecommender } from '../recommendation/recommender.ts';
import { productEmbeddingText } from '../retrieval/product-embedding-text.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { createSynonyms, type Synonyms } from '../retrieval/synonyms.ts';
import { toIndexDocument } from '../retrieval/to-index-document.ts';
import { addFrequencies, createShopWords } from '../text/shop-words.ts';
import { buildVocabulary } from '../understanding/vocabulary.ts';
import { type IndexEngine, type IndexSettings, openIndex } from './open-index.ts';
import { outsideEmbeddingModel } from './outside-models.ts';
import { createPageBook } from './page-book.ts';
import { createPriceClock } from './price-clock.ts';
import { embedCatalogue } from './product-vectors.ts';
import { embedByLanguage, trainedEmbedder } from './text-vectors.ts';

export interface LoadOptions {
  readonly database: Database;
  readonly settings: Pick<
    Settings,
    'EMBEDDING_MODEL' | 'EMBEDDING_BASE_URL' | 'EMBEDDING_API_KEY' | 'EMBEDDING_QUERY_TIMEOUT_MS'
  > &
    IndexSettings;
  readonly clock: () => number;
  /** Hears what takes long or went wrong. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface LoadedShop extends Shop {
  readonly embedder: EmbeddingModel;
  readonly indexEngine: IndexEngine;
  /** What the searches go by; changed while it is open. */
  readonly synonyms: Synonyms;
  readonly degraded: readonly Degradation[];
  close(): Promise<void>;
}

const EMBEDDING_TIMEOUT_MS = 10_000;
/** Products embedded at once. */
const BATCH = 500;

/** Everything derived from the published catalogue, made from the store: vocabulary, vectors, index, recommenders. */
export async function loadShop(options: LoadOptions): Promise<LoadedShop> {
  const { database, clock } = options;
  const store = createCatalogueStore(database);
  const [markets, models, version, { rules }] = await Promise.all([
    store.markets(),
    loadModels(database),
    store.version(),
    createSynonymStore(database).current(),
  ]);
  const synonyms = createSynonyms(rules);
  const { embedder, vectorsOf, degraded } = await openEmbedder(options);
  const loadedAtMs = clock();
  const toDocuments = async (products: readonly Product[], nowMs: number) => {
    const vectors = await vectorsOf(products);
    return products.map((product, position) =>
      toIndexDocument(product, vectors[position] ?? new Float32Array(embedder.dimensions), nowMs),
    );
  };
  const fill = (image: ProductIndex) =>
    readCatalogue(store.all(), image, loadedAtMs, (products) => toDocuments(products, loadedAtMs));
  const opened = await openIndex(options, fill);
  const { index, engine: indexEngine } = opened;
  const { vocabulary, pages, priceClock, frequencies } = opened.filled;
  /** Products whose change of price the index did not take: the next call brings them again. */
  const unwritten: string[] = [];
  const recommender = createRecommender(models);
  const learned = Object.entries(recommender.versions).map(([kind, number]) => `${kind}:${number}`);
  return {
    store,
    markets,
    vocabulary,
    index,
    retriever: createRetriever({
      index,
      embedder,
      toFilters: (constraint) => vocabulary.toFilters(constraint),
      catalogueLanguages: vocabulary.languages,
      shopWords: createShopWords(frequencies),
      synonyms,
    }),
    recommender,
    productAt: pages.find,
    refreshPrices: async (nowMs) => {
      const due = [...new Set([...unwritten.splice(0), ...priceClock.due(nowMs)])];
      if (due.length === 0) return;
      try {
        await index.upsert(await toDocuments([...(await store.products(due)).values()], nowMs));
      } catch (error) {
        unwritten.push(...due);
        throw error;
      }
    },
    rankingVersion: [`catalogue:${version?.version ?? 0}`, `weights:${WEIGHTS_VERSION}`, ...learned].join(
      ' ',
    ),
    embedder,
    indexEngine,
    synonyms,
    degraded: [...degraded, ...opened.degraded],
    close: async () => {
      await Promise.all([index.close(), embedder.close()]);
    },
  };
}

/**
 * The catalogue is read once: on its way to the vocabulary every product is handed over to the index.
 *
 * @throws {AssistantError} what the index throws, before what came of it.
 */
async function readCatalogue(
  catalogue: AsyncIterable<Product>,
  index: ProductIndex,
  nowMs: number,
  toDocuments: (products: readonly Product[]) => Promise<IndexDocument[]>,
) {
  const pages = createPageBook();
  const priceClock = createPriceClock(nowMs);
  const frequencies = new Map<string, number>();
  const { readable, writable } = new TransformStream<IndexDocument[], IndexDocument[]>();
  const passOn = async function* (): AsyncIterable<Product> {
    const writer = writable.getWriter();
    try {
      for await (const products of inBatches(catalogue)) {
        yield* products;
        for (const product of products) {
          pages.add(product);
          priceClock.add(product);
        }
        const documents = await toDocuments(products);
        for (const { terms } of documents) addFrequencies(frequencies, Object.values(terms));
        await writer.write(documents);
      }
    } finally {
      await writer.close();
    }
  };
  const [written, vocabulary] = await Promise.allSettled([
    index.replaceAll(oneByOne(readable)),
    buildVocabulary(passOn()),
  ]);
  if (written.status === 'rejected') throw written.reason;
  if (vocabulary.status === 'rejected') throw vocabulary.reason;
  return { vocabulary: vocabulary.value, pages, priceClock, frequencies };
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

interface OpenedEmbedder {
  readonly embedder: EmbeddingModel;
  readonly vectorsOf: (products: readonly Product[]) => Promise<Float32Array[]>;
  readonly degraded: readonly Degradation[];
}

/** The configured endpoint when it answers; else the vectors trained on the catalogue, which need nobody. */
async function openEmbedder({
  database,
  settings,
  clock,
  note,
  signal,
}: LoadOptions): Promise<OpenedEmbedder> {
  const store = createCatalogueStore(database);
  const faults: Degradation[] = [];
  const model = outsideEmbeddingModel(settings, {
    timeoutMs: EMBEDDING_TIMEOUT_MS,
    queryTimeoutMs: settings.EMBEDDING_QUERY_TIMEOUT_MS,
    batchSize: 128,
    concurrency: 4,
  });
  if (model !== undefined) {
    try {
      note(`Embedding the catalogue with ${model.name}`);
      const embedded = await embedCatalogue(
        { database, model, products: () => store.all(), textOf: productEmbeddingText, atMs: clock() },
        signal,
      );
      return {
        embedder: model,
        vectorsOf: async (products) => products.map((product) => embedded.vectorOf(product)),
        degraded: [],
      };
    } catch (error) {
      if (!isAssistantError(error)) throw error;
      await model.close();
      note(`${model.name} does not work (${error.message}); using the vectors trained on the catalogue`);
      faults.push({ component: 'embedding-model', reason: error.code });
    }
  }
  const embedder = await trainedEmbedder(database, store, { clock, note });
  return {
    embedder,
    vectorsOf: async (products) => await embedByLanguage(embedder, products, signal),
    degraded: faults,
  };
}
