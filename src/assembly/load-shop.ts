import { setTimeout as wait } from 'node:timers/promises';
import { createRuleStore } from '../catalog/rule-store.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import { compileRules } from '../chat/compile-rules.ts';
import { createRankingBook, type RankingBook } from '../chat/ranking-book.ts';
import { rankingOf } from '../chat/weight-desk.ts';
import type { Settings } from '../config/config.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { SideCall } from '../ports/model-ledger.ts';
import { createRankerStore } from '../ranking/learned/ranker-store.ts';
import { createLessonBook } from '../ranking/lessons/lesson-book.ts';
import { createLessonStore } from '../ranking/lessons/lesson-store.ts';
import { NO_RULES } from '../ranking/rules/rule-book.ts';
import { createSellerLedger } from '../ranking/seller-ledger.ts';
import { createWeightStore } from '../ranking/weight-store.ts';
import type { RecommenderModels } from '../recommendation/recommender.ts';
import { createSynonyms } from '../retrieval/synonyms.ts';
import { type TriedSynonyms, triedSynonyms } from '../retrieval/tried-synonyms.ts';
import { createEmbedding, type Embedding } from './embedding.ts';
import { type LivingLibrary, openLivingLibrary } from './living-library.ts';
import { createModelWatch } from './model-watch.ts';
import type { IndexSettings } from './open-index.ts';
import type { OpenLibrary } from './open-library.ts';
import { type OpenShop, type OpenShopOptions, openShop } from './open-shop.ts';
import { outsideEmbeddingModel } from './outside-models.ts';

export interface LoadOptions {
  readonly database: Database;
  /** Of the database; what is saved beside it goes there. */
  readonly directory: string;
  readonly settings: Pick<
    Settings,
    | 'EMBEDDING_MODEL'
    | 'EMBEDDING_BASE_URL'
    | 'EMBEDDING_API_KEY'
    | 'EMBEDDING_QUERY_TIMEOUT_MS'
    | 'SENSITIVE_CATEGORIES'
  > &
    IndexSettings;
  readonly clock: () => number;
  /** Hears of every call to an embedding model outside. */
  readonly onEmbedding?: (call: SideCall) => void;
  /** Hears what takes long or went wrong. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
  /** Opens only when an outside model has embedded everything, or failed; else it does so while the shop is open. */
  readonly waitForVectors?: boolean;
  /** Pause before an outside model that failed is tried again, doubled each time up to an hour; 30 s when absent. */
  readonly retryAfterMs?: number;
}

export interface LoadedShop {
  /** The shop as it answers now. Who takes it keeps it to the end of an answer: model and index fit together in it. */
  current(): OpenShop;
  /** What the searches go by; changed while it is open. */
  readonly synonyms: TriedSynonyms;
  /** What lists are ranked by; changed while it is open. */
  readonly ranking: RankingBook;
  /** Resolves when answers are made by the models of behaviour that are in force in the database. */
  refreshModels(): Promise<void>;
  /** Resolves when questions are answered from the documents that stand in the database. */
  readonly refreshDocuments: LivingLibrary['refresh'];
  degraded(): readonly Degradation[];
  /** What is being done meanwhile ("openai:x is embedding: 1,200 of 50,000 products"); undefined when nothing is. */
  underWay(): string | undefined;
  /** Resolves when the first attempt at what is under way is over. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const EMBEDDING_TIMEOUT_MS = 10_000;
/** Longer than any answer takes: what was begun on a shop that is replaced ends on it. */
const REPLACED_KEPT_MS = 60_000;
const RETRY_AFTER_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Loads the shop. With an outside model whose vectors are not all there it opens on the trained ones and switches later. */
export async function loadShop(options: LoadOptions): Promise<LoadedShop> {
  const { rules } = await createSynonymStore(options.database).current();
  const synonyms = triedSynonyms(createSynonyms(rules));
  const { changes } = await createWeightStore(options.database).current();
  const ranking = createRankingBook({
    sellers: createSellerLedger(),
    ...(await rankingOf(changes, createRankerStore(options.database))),
    lessons: createLessonBook((await createLessonStore(options.database).current()).lessons),
    rules: NO_RULES,
  });
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const library = await openLivingLibrary({ ...options, signal });
  const opening: OpenShopOptions = { ...options, synonyms, ranking, library, signal };
  const model = outsideModel(options);
  const embedding = model && createEmbedding(opening, model);

  async function openAtOnce(): Promise<OpenShop> {
    if (embedding === undefined) return await openShop(opening);
    const whole = await embedding.openIfWhole();
    if (whole !== undefined) return whole;
    const embedded = options.waitForVectors === true ? await embedding.open() : undefined;
    return embedded ?? (await openShop(opening));
  }

  /** Behind the products: who asks for neither waits for them. Where it fails, the next start goes on with what is kept. */
  async function embedPassages(documents: OpenLibrary, embedder: EmbeddingModel): Promise<void> {
    try {
      await documents.embedWith(embedder, options.clock);
    } catch (error) {
      if (signal.aborted) return;
      if (!isAssistantError(error)) throw error;
      options.note(
        `${embedder.name} has not embedded the documents (${error.message}); asking them by words`,
      );
    }
  }

  const first = await openAtOnce();
  ranking.replace({
    rules: compileRules(await createRuleStore(options.database).current(), first.vocabulary),
  });
  const succession = createSuccession(first);
  const watch = createModelWatch({
    ...options,
    known: () => succession.current().recommender.versions,
    take: succession.replaceModels,
  });
  const isToSwitch = first.embedder !== model && options.waitForVectors !== true;

  /** Turns that run keep the shop they began with. */
  async function switchTo({ open }: Embedding): Promise<boolean> {
    const next = await open(succession.collections);
    if (next !== undefined) succession.add(next);
    // It was opened with the models of then.
    await watch.refresh();
    return next !== undefined;
  }

  /** What was embedded is kept, so that an endpoint that fails now and then is through one day. */
  async function tryAgain(chosen: Embedding): Promise<void> {
    let pauseMs = options.retryAfterMs ?? RETRY_AFTER_MS;
    do {
      await wait(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    } while (!signal.aborted && !(await switchTo(chosen)));
  }

  const passages = model === undefined ? Promise.resolve() : embedPassages(library, model);
  if (options.waitForVectors === true) await passages;
  const attempt = isToSwitch && embedding !== undefined ? switchTo(embedding) : Promise.resolve(true);
  const switched = attempt.then(async (isDone) => {
    if (!isDone && embedding !== undefined) await tryAgain(embedding);
  });
  return {
    current() {
      watch.look();
      library.look();
      return succession.current();
    },
    synonyms,
    ranking,
    refreshModels: watch.refresh,
    refreshDocuments: library.refresh,
    degraded: () => [embedding?.fault() ?? [], succession.current().degraded].flat(),
    underWay: () => embedding?.underWay(),
    settled: async () => void (await Promise.all([attempt, passages])),
    close: async () => {
      stop.abort();
      await Promise.all([switched, passages]);
      await watch.close();
      await succession.close();
      await library.close();
      await model?.close();
    },
  };
}

/** The shop in force and those it replaced, which stay until nothing that was begun on them can still run. */
function createSuccession(first: OpenShop) {
  const shops = [first];
  const current = (): OpenShop => shops.at(-1) ?? first;
  let retirement: NodeJS.Timeout | undefined;

  async function retire(): Promise<void> {
    clearTimeout(retirement);
    const replaced = shops.splice(0, shops.length - 1);
    for (const { index } of replaced) await index.close();
    // A server that does not answer now keeps what is left over until the next start.
    if (replaced.length > 0)
      await current()
        .indexEngine.tidy()
        .catch(() => undefined);
  }

  return {
    current,
    add(next: OpenShop): void {
      shops.push(next);
      retirement = setTimeout(() => void retire(), REPLACED_KEPT_MS).unref();
    },
    /** What was begun keeps the models it began with. */
    replaceModels(models: RecommenderModels): void {
      shops[shops.length - 1] = current().withModels(models);
    },
    /** On an index server. */
    collections: () => shops.flatMap(({ indexEngine }) => indexEngine.collection() ?? []),
    close: async () => {
      await retire();
      await Promise.all([current().index.close(), current().embedder.close()]);
    },
  };
}

function outsideModel({ settings, onEmbedding }: LoadOptions): EmbeddingModel | undefined {
  return outsideEmbeddingModel(settings, {
    timeoutMs: EMBEDDING_TIMEOUT_MS,
    queryTimeoutMs: settings.EMBEDDING_QUERY_TIMEOUT_MS,
    batchSize: 128,
    concurrency: 4,
    ...(onEmbedding === undefined ? {} : { onCall: onEmbedding }),
  });
}
