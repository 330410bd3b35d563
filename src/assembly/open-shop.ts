import {
  decodeTextVectors,
  type TextVectorModel,
} from '../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../connectors/product-index/embedded.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import type { RankingBook, RankingInForce } from '../chat/ranking-book.ts';
import type { Shop } from '../chat/shop.ts';
import type { Settings } from '../config/config.ts';
import type { Degradation } from '../domain/turn.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { Library } from '../knowledge/library.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { createSensitivity } from '../ranking/sensitive-products.ts';
import { loadModels } from '../recommendation/model-store.ts';
import { createRecommender, type RecommenderModels } from '../recommendation/recommender.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import type { Synonyms } from '../retrieval/synonyms.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { createShopWords } from '../text/shop-words.ts';
import { withGlossary } from '../understanding/vocabulary/glossary.ts';
import { vocabularyOf } from '../understanding/vocabulary.ts';
import { createArrivalBook } from './arrival-book.ts';
import { createBehaviourIndexing } from './behaviour-indexing.ts';
import { codeFingerprint } from './code-fingerprint.ts';
import { deriveShop, type VectorSource } from './derive-shop.ts';
import { indexOptions } from './index-options.ts';
import { keepTextVectors, keptTextVectors } from './kept-text-vectors.ts';
import { obtainImage, type PublishedCatalogue } from './obtain-image.ts';
import { type IndexEngine, type IndexSettings, openIndex } from './open-index.ts';
import { createPageBook } from './page-book.ts';
import { createPriceClock } from './price-clock.ts';
import { vectorHash, vectorOf } from './product-vectors.ts';
import { type BuildImageOptions, type ShopImage, toDocuments } from './shop-image.ts';
import { embedByLanguage } from './text-vectors.ts';
import { createVectorReader } from './vector-store.ts';

/** The shop with one model of vectors and one index: they come and go together. */
export interface OpenShop extends Shop {
  readonly embedder: EmbeddingModel;
  readonly indexEngine: IndexEngine;
  readonly degraded: readonly Degradation[];
  /** The same shop with other models of behaviour; all else is shared. */
  withModels(models: RecommenderModels): OpenShop;
}

export interface OpenShopOptions {
  readonly database: Database;
  readonly directory: string;
  readonly settings: IndexSettings & Pick<Settings, 'SENSITIVE_CATEGORIES'>;
  readonly synonyms: Synonyms;
  readonly ranking: RankingBook;
  /** The shop's documents, to be asked. */
  readonly library?: Library;
  readonly clock: () => number;
  readonly note: (text: string) => void;
  readonly onProgress?: (products: number) => void;
  readonly signal: AbortSignal;
  /** Collections of an index server that stay, as a shop that is replaced still reads them. None when absent. */
  readonly spared?: () => readonly string[];
  /** All of whose vectors are kept; absent: those trained on the catalogue. */
  readonly model?: EmbeddingModel;
}

const NOTHING_PUBLISHED: PublishedCatalogue = { version: 0, contentHash: '', products: 0 };

/** Everything derived from the published catalogue: vocabulary, vectors, index, recommenders. */
export async function openShop(options: OpenShopOptions): Promise<OpenShop> {
  const { database, clock } = options;
  const store = createCatalogueStore(database);
  const [markets, models, catalogue = NOTHING_PUBLISHED] = await Promise.all([
    store.markets(),
    loadModels(database),
    store.version(),
  ]);
  const { embedder, index, engine, image, degraded } = await openEngines(options, catalogue);
  const vectorsOf = vectorsFor(options, embedder);
  const vocabulary = withGlossary(vocabularyOf(image.counts), {
    meanings: (phrase) => options.synonyms.commonMeanings(phrase),
  });
  const refreshPrices = priceRefresher(image, async (productIds, nowMs) => {
    const products = [...(await store.products(productIds)).values()];
    await index.upsert(await toDocuments(products, vectorsOf, nowMs));
  });
  // What an index does not take now is brought again before the next answer.
  await refreshPrices(clock()).catch((error: unknown) => {
    if (!isAssistantError(error)) throw error;
    options.note(`Prices that changed since the index was made are not in it yet (${error.message})`);
  });
  const shopWords = createShopWords(image.frequencies, image.words);
  const lasting = {
    store,
    markets,
    vocabulary,
    index,
    retriever: createRetriever({
      index,
      embedder,
      toFilters: (constraint) => vocabulary.toFilters(constraint),
      catalogueLanguages: vocabulary.languages,
      shopWords,
      synonyms: options.synonyms,
    }),
    usedIn: shopWords.frequency,
    library: options.library,
    productAt: createPageBook(image.pages).find,
    arrivals: createArrivalBook(image.builtAtMs, image.arrivals).newest,
    refreshPrices,
    isSensitive: createSensitivity(options.settings.SENSITIVE_CATEGORIES),
    ranking: options.ranking,
    embedder,
    indexEngine: engine,
    degraded,
  };
  const indexing =
    engine.collection() === undefined ? undefined : createBehaviourIndexing(index, options.note);
  const withModels = (learned: RecommenderModels): OpenShop => ({
    ...lasting,
    recommender: createRecommender(learned),
    isBehaviourIndexed: indexing?.begin(learned) ?? (() => false),
    withModels,
    get rankingVersion() {
      return [
        `catalogue:${catalogue.version}`,
        ...nameRanking(options.ranking.current()),
        `vectors:${embedder.name}`,
        ...Object.entries(learned.versions ?? {}).map(([kind, number]) => `${kind}:${number}`),
      ].join(' ');
    },
  });
  return withModels(models);
}

const nameRanking = ({ weights, ranker }: RankingInForce): string[] => [
  `weights:${weights.version}`,
  ...(ranker === undefined ? [] : [`ranker:${ranker.kind}-${ranker.version}`]),
];

/** @param write Brings products to an index with the prices of a moment. */
function priceRefresher(
  { builtAtMs, priceChanges }: ShopImage,
  write: (productIds: readonly string[], nowMs: number) => Promise<void>,
): (nowMs: number) => Promise<void> {
  const priceClock = createPriceClock(builtAtMs, priceChanges);
  /** Products whose change of price the index did not take: the next call brings them again. */
  const unwritten: string[] = [];
  return async (nowMs) => {
    const due = [...new Set([...unwritten.splice(0), ...priceClock.due(nowMs)])];
    if (due.length === 0) return;
    try {
      await write(due, nowMs);
    } catch (error) {
      unwritten.push(...due);
      throw error;
    }
  };
}

interface Engines {
  readonly embedder: EmbeddingModel;
  readonly index: ProductIndex;
  readonly engine: IndexEngine;
  readonly image: ShopImage;
  readonly degraded: readonly Degradation[];
}

async function openEngines(options: OpenShopOptions, catalogue: PublishedCatalogue): Promise<Engines> {
  const { database, model, note } = options;
  const [code, nowMs] = [codeFingerprint(), options.clock()];
  const vectors: VectorSource =
    model === undefined ? { kind: 'trained' } : { kind: 'kept', model: model.name };
  const before = model ?? (await keptEmbedder(database, code, note));
  const deriving = { ...options, vectors, code, nowMs };
  const { index, engine, filled, degraded } = await openIndex(options, {
    async fillOutside(outside) {
      const lay: BuildImageOptions['lay'] = async (documents) => {
        await outside.replaceAll(documents);
        return [];
      };
      return await deriveShop({ ...deriving, lay });
    },
    async openEmbedded() {
      const derived = await obtainImage({ ...deriving, catalogue, vectorsName: before?.name });
      const { segments } = derived.image;
      return {
        index: createEmbeddedProductIndex({ ...indexOptions(options.settings), segments }),
        filled: derived,
      };
    },
  });
  const { image, fresh } = filled;
  if (fresh !== undefined) await keepTextVectors(database, fresh, catalogue.version, nowMs);
  const embedder = fresh === undefined ? before : toEmbedder(decodeTextVectors(fresh.payload));
  if (embedder?.name !== image.vectorsName)
    throw new AssistantError('INTERNAL', `The vectors of the index are of ${image.vectorsName}`);
  return { embedder, index, engine, image, degraded };
}

const toEmbedder = (model: TextVectorModel): EmbeddingModel =>
  createTrainedEmbeddingModel(model, analyzeTerms);

async function keptEmbedder(
  database: Database,
  code: string,
  note: (text: string) => void,
): Promise<EmbeddingModel | undefined> {
  const kept = await keptTextVectors(database, code, note);
  return kept === undefined ? undefined : toEmbedder(kept.model);
}

/** Vectors of a few products, one after the other. */
function vectorsFor(
  { database, model, signal }: OpenShopOptions,
  embedder: EmbeddingModel,
): BuildImageOptions['vectorsOf'] {
  if (model === undefined) return (products) => embedByLanguage(embedder, products, signal);
  const kept = createVectorReader(database, model.name);
  return async (products) => {
    const vectors = await kept.read(new Set(products.map(vectorHash)));
    return products.map((product) => vectorOf(product, vectors));
  };
}
