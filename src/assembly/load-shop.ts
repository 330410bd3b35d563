import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { Settings } from '../config/config.ts';
import type { Degradation } from '../domain/turn.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { createSynonyms, type Synonyms } from '../retrieval/synonyms.ts';
import { createEmbedding } from './embedding.ts';
import type { IndexSettings } from './open-index.ts';
import { type OpenShop, type OpenShopOptions, openShop } from './open-shop.ts';
import { outsideEmbeddingModel } from './outside-models.ts';

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
/** Longer than any answer takes: what was begun on a shop that is replaced ends on it. */
const REPLACED_KEPT_MS = 60_000;

/** Loads the shop. With an outside model whose vectors are not all there it opens on the trained ones and switches later. */
export async function loadShop(options: LoadOptions): Promise<LoadedShop> {
  const { rules } = await createSynonymStore(options.database).current();
  const synonyms = createSynonyms(rules);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const opening: OpenShopOptions = { ...options, synonyms, signal };
  const model = outsideModel(options);
  const embedding = model && createEmbedding(opening, model);

  async function openAtOnce(): Promise<OpenShop> {
    if (embedding === undefined) return await openShop(opening);
    const whole = await embedding.openIfWhole();
    if (whole !== undefined) return whole;
    const embedded = options.waitForVectors === true ? await embedding.open() : undefined;
    return embedded ?? (await openShop(opening));
  }

  /** Turns that run keep the shop they began with. */
  async function switchOver(): Promise<void> {
    const next = await embedding?.open(() =>
      shops.flatMap(({ indexEngine }) => indexEngine.collection() ?? []),
    );
    if (next === undefined) return;
    shops.push(next);
    retirement = setTimeout(() => void retireReplaced(), REPLACED_KEPT_MS).unref();
  }

  async function retireReplaced(): Promise<void> {
    clearTimeout(retirement);
    for (const { index } of shops.splice(0, shops.length - 1)) await index.close();
    // A server that does not answer now keeps what is left over until the next start.
    await current()
      .indexEngine.tidy()
      .catch(() => undefined);
  }

  const first = await openAtOnce();
  const shops = [first];
  const current = (): OpenShop => shops.at(-1) ?? first;
  let retirement: NodeJS.Timeout | undefined;
  const isToSwitch = first.embedder !== model && options.waitForVectors !== true;
  const switched = isToSwitch ? switchOver() : Promise.resolve();
  return {
    current,
    synonyms,
    degraded: () => [...(embedding?.faults() ?? []), ...current().degraded],
    underWay: () => embedding?.underWay(),
    settled: () => switched,
    close: async () => {
      stop.abort();
      await switched;
      if (shops.length > 1) await retireReplaced();
      await Promise.all([current().index.close(), current().embedder.close(), model?.close()]);
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
