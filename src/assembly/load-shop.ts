import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { Settings } from '../config/config.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { createSynonyms, type Synonyms } from '../retrieval/synonyms.ts';
import type { IndexSettings } from './open-index.ts';
import { type OpenShop, type OpenShopOptions, openShop } from './open-shop.ts';
import { outsideEmbeddingModel } from './outside-models.ts';
import { type EmbedOptions, embedCatalogue, isEmbedded } from './product-vectors.ts';
import { createVectorStore } from './vector-store.ts';

export interface LoadOptions {
  readonly database: Database;
  /** Of the database; what is saved beside it goes there. */
  readonly directory: string;
  readonly settings: Pick<
    Settings,
    'EMBEDDING_MODEL' | 'EMBEDDING_BASE_URL' | 'EMBEDDING_API_KEY' | 'EMBEDDING_QUERY_TIMEOUT_MS'
  > &
    IndexSettings;
  readonly clock: () => number;
  /** Hears what takes long or went wrong. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
  /** Opens only when an outside model has embedded everything, or failed; else it does so while the shop is open. */
  readonly waitForVectors?: boolean;
}

export interface LoadedShop {
  /** The shop as it answers now. Who takes it keeps it to the end of an answer: model and index fit together in it. */
  current(): OpenShop;
  /** What the searches go by; changed while it is open. */
  readonly synonyms: Synonyms;
  degraded(): readonly Degradation[];
  /** What is being done meanwhile ("openai:x is embedding: 1,200 of 50,000 products"); undefined when nothing is. */
  underWay(): string | undefined;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const EMBEDDING_TIMEOUT_MS = 10_000;

/** Loads the shop. With an outside model whose vectors are not all there it opens on the trained ones and switches later. */
export async function loadShop(options: LoadOptions): Promise<LoadedShop> {
  const { database, note } = options;
  const { rules } = await createSynonymStore(database).current();
  const synonyms = createSynonyms(rules);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const opening: OpenShopOptions = { ...options, synonyms, signal };
  const degraded: Degradation[] = [];
  const model = outsideModel(options);
  const embedding = model === undefined ? undefined : embedOptions(options, model, signal);
  let underWay: string | undefined;

  /** Embeds what is missing and opens the shop with it; what fails leaves everything as it is. */
  async function openEmbedded(chosen: EmbedOptions): Promise<OpenShop | undefined> {
    const { name } = chosen.model;
    try {
      const total = await createCatalogueStore(database).count();
      const tell = (doing: string) => (done: number) => {
        underWay = `${name} ${doing}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} products`;
      };
      tell('is embedding')(0);
      await embedCatalogue({ ...chosen, onProgress: tell('is embedding') });
      tell('is being indexed')(0);
      return await openShop({ ...opening, model: chosen.model, onProgress: tell('is being indexed') });
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!isAssistantError(error)) throw error;
      note(`${name} does not work (${error.message}); using the vectors trained on the catalogue`);
      degraded.push({ component: 'embedding-model', reason: error.code });
      await chosen.model.close();
      return undefined;
    } finally {
      underWay = undefined;
    }
  }

  async function openAtOnce(): Promise<OpenShop> {
    if (embedding === undefined) return await openShop(opening);
    if (await isEmbedded(embedding)) return await openShop({ ...opening, model: embedding.model });
    note(`Embedding the catalogue with ${embedding.model.name}`);
    if (options.waitForVectors === true) return (await openEmbedded(embedding)) ?? (await openShop(opening));
    return await openShop(opening);
  }

  async function switchTo(chosen: EmbedOptions): Promise<void> {
    const next = await openEmbedded(chosen);
    if (next === undefined) return;
    shop = next;
    note(`${chosen.model.name} is in force: the whole catalogue is embedded`);
  }

  let shop = await openAtOnce();
  const opened = new Set([shop]);
  const isSwitching = embedding !== undefined && shop.embedder !== embedding.model && degraded.length === 0;
  const switched = isSwitching ? switchTo(embedding).then(() => void opened.add(shop)) : Promise.resolve();
  return {
    current: () => shop,
    synonyms,
    degraded: () => [...degraded, ...shop.degraded],
    underWay: () => underWay,
    settled: () => switched,
    close: async () => {
      stop.abort();
      await switched;
      await Promise.all([...opened].map(({ index }) => index.close()));
      await Promise.all([shop.embedder.close(), model?.close()]);
    },
  };
}

function outsideModel({ settings }: LoadOptions): EmbeddingModel | undefined {
  return outsideEmbeddingModel(settings, {
    timeoutMs: EMBEDDING_TIMEOUT_MS,
    queryTimeoutMs: settings.EMBEDDING_QUERY_TIMEOUT_MS,
    batchSize: 128,
    concurrency: 4,
  });
}

function embedOptions(
  { database, clock }: LoadOptions,
  model: EmbeddingModel,
  signal: AbortSignal,
): EmbedOptions {
  const { all } = createCatalogueStore(database);
  return { store: createVectorStore(database, model.name), model, products: all, clock, signal };
}
