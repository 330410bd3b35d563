import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import type { Settings } from '../config/config.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { diagnoseCommerce } from './diagnose-commerce.ts';
import { diagnoseDocuments } from './diagnose-documents.ts';
import { diagnoseIdentity } from './diagnose-identity.ts';
import { diagnoseWidget } from './diagnose-widget.ts';
import { inspectImage } from './image-store.ts';
import { describeQdrant, outsideProductIndex } from './open-index.ts';
import { outsideChatModels, outsideEmbeddingModel } from './outside-models.ts';

export interface Diagnosis {
  readonly subject: string;
  readonly state: 'ok' | 'remark' | 'fault';
  readonly detail: string;
  /** What to do about it. */
  readonly remedy?: string;
}

interface DiagnoseOptions {
  readonly settings: Settings;
  readonly directory: string;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** Looks at everything a shop depends on; every fault comes with its remedy. Configuration faults throw before this. */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis[]> {
  const { settings } = options;
  return [
    { subject: 'configuration', state: 'ok', detail: 'every setting is valid' },
    {
      subject: 'runtime',
      state: 'ok',
      detail: `Node ${process.versions.node}, SQLite ${process.versions.sqlite}`,
    },
    ...(await diagnoseWidget(options.directory)),
    ...(await diagnoseData(options)),
    ...(await diagnoseChatModels(settings, options.signal)),
    await diagnoseEmbeddingModel(settings, options.signal),
    await diagnoseProductIndex(settings, options.signal),
    await diagnoseCommerce(settings, options.signal),
    ...(await diagnoseIdentity(settings)),
  ];
}

async function diagnoseData({ directory, settings }: DiagnoseOptions): Promise<Diagnosis[]> {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
    return [
      {
        subject: 'data',
        state: 'fault',
        detail: `${directory} is no directory`,
        remedy: 'name another with --data, or with FLOORWALKER_DATA',
      },
    ];
  }
  if (!existsSync(join(directory, DATABASE_FILE))) {
    return [
      {
        subject: 'data',
        state: 'remark',
        detail: `${directory} is empty`,
        remedy: 'floorwalker serve makes a demo shop; floorwalker import catalog FILE brings yours',
      },
    ];
  }
  let database: Database | undefined;
  try {
    database = await openSqliteDatabase({ directory });
    const { present } = await database.schemaVersion();
    return [
      { subject: 'data', state: 'ok', detail: `${directory}, schema ${present}` },
      ...(await diagnoseCatalogue(database)),
      await diagnoseDocuments(database),
      ...(settings.QDRANT_URL === undefined ? [await diagnoseSavedIndex(directory, database)] : []),
    ];
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    // A running server is no fault: it owns the data, and its readiness tells the rest.
    if (error.code === 'DATA_IN_USE')
      return [
        {
          subject: 'data',
          state: 'remark',
          detail: error.message,
          remedy: 'ask the running server: GET /readyz',
        },
      ];
    return [
      {
        subject: 'data',
        state: 'fault',
        detail: error.message,
        remedy: `floorwalker restore FILE --data ${directory}`,
      },
    ];
  } finally {
    await database?.close();
  }
}

async function diagnoseCatalogue(database: Database): Promise<Diagnosis[]> {
  const store = createCatalogueStore(database);
  const counts = { products: 0, description: 0, image: 0, category: 0, brand: 0 };
  for await (const product of store.all()) {
    counts.products += 1;
    if (Object.values(product.texts).every(({ description }) => description === '')) counts.description += 1;
    if (product.imageUrl === undefined && product.variants.every(({ imageUrl }) => imageUrl === undefined))
      counts.image += 1;
    if (product.category.length === 0) counts.category += 1;
    if (product.brand === undefined) counts.brand += 1;
  }
  if (counts.products === 0)
    return [
      {
        subject: 'catalogue',
        state: 'fault',
        detail: 'no product',
        remedy: 'floorwalker import catalog FILE',
      },
    ];
  const markets = (await store.markets()).map(({ country }) => country).join(', ');
  const gaps = (['description', 'image', 'category', 'brand'] as const).filter((gap) => counts[gap] > 0);
  const interactions = await database.query
    .selectFrom('interactions')
    .select((builder) => builder.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const trained = await database.query
    .selectFrom('models')
    .select('version')
    .where('kind', '=', 'neighbours')
    .where('active', '=', 1)
    .executeTakeFirst();
  return [
    { subject: 'catalogue', state: 'ok', detail: `${counts.products} products, markets ${markets}` },
    ...gaps.map(
      (gap): Diagnosis => ({
        subject: 'catalogue',
        state: 'remark',
        detail: `${counts[gap]} of ${counts.products} products have no ${gap}`,
        remedy: `add it to the feed: answers are better with it`,
      }),
    ),
    trained === undefined
      ? {
          subject: 'behaviour',
          state: 'remark',
          detail: `${interactions.total} interactions, nothing learned yet`,
          remedy: 'floorwalker import events FILE, then floorwalker train',
        }
      : {
          subject: 'behaviour',
          state: 'ok',
          detail: `${interactions.total} interactions, version ${trained.version} in force`,
        },
  ];
}

const SAVED_INDEX: Readonly<Record<Awaited<ReturnType<typeof inspectImage>>, string>> = {
  absent: 'none: the next start builds it',
  fitting: 'of this catalogue and this version',
  outdated: 'of another catalogue or version: the next start builds it again',
  damaged: 'damaged: the next start builds it again',
};

async function diagnoseSavedIndex(directory: string, database: Database): Promise<Diagnosis> {
  const version = await createCatalogueStore(database).version();
  const state = await inspectImage(directory, version?.contentHash ?? '');
  return {
    subject: 'saved index',
    state: state === 'fitting' ? 'ok' : 'remark',
    detail: SAVED_INDEX[state],
    ...(state === 'damaged'
      ? { remedy: 'look after the disk; nothing is lost, the store holds everything' }
      : {}),
  };
}

const PROBE_TIMEOUT_MS = 5_000;

async function diagnoseChatModels(settings: Settings, signal: AbortSignal): Promise<Diagnosis[]> {
  if (settings.CHAT_MODEL.length === 0)
    return [
      {
        subject: 'chat model',
        state: 'ok',
        detail: 'none configured: embedded parser and templates answer',
      },
    ];
  const patient = {
    ...settings,
    CHAT_PARSE_TIMEOUT_MS: PROBE_TIMEOUT_MS,
    CHAT_REPLY_TIMEOUT_MS: PROBE_TIMEOUT_MS,
  };
  const jsonOnly = await loadPrompt('json-only');
  return await Promise.all(
    settings.CHAT_MODEL.map(async (name): Promise<Diagnosis> => {
      return await probe('chat model', name, async () => {
        for (const { chat } of outsideChatModels({ ...patient, CHAT_MODEL: [name] }, jsonOnly)) {
          const request = {
            messages: [{ role: 'user' as const, content: 'Say ok.' }],
            maxTokens: 16,
            temperature: 0,
            purpose: 'check' as const,
          };
          try {
            for await (const _ of chat.stream(request, signal)) break;
          } finally {
            await chat.close();
          }
        }
      });
    }),
  );
}

async function diagnoseEmbeddingModel(settings: Settings, signal: AbortSignal): Promise<Diagnosis> {
  const model = outsideEmbeddingModel(settings, {
    timeoutMs: PROBE_TIMEOUT_MS,
    batchSize: 1,
    concurrency: 1,
  });
  if (model === undefined)
    return { subject: 'text vectors', state: 'ok', detail: 'embedded, trained on the catalogue' };
  return await probe(
    'text vectors',
    model.name,
    async () => void (await model.embed(['scarf'], { kind: 'query', signal })),
  ).finally(() => model.close());
}

async function diagnoseProductIndex(settings: Settings, signal: AbortSignal): Promise<Diagnosis> {
  const index = outsideProductIndex(settings);
  if (index === undefined) return { subject: 'product index', state: 'ok', detail: 'embedded, in process' };
  return await probe('product index', describeQdrant(settings), async () => {
    await index.version(signal);
  }).finally(() => index.close());
}

async function probe(subject: string, name: string, call: () => Promise<void>): Promise<Diagnosis> {
  try {
    await call();
    return { subject, state: 'ok', detail: `${name} answers` };
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    return {
      subject,
      state: 'fault',
      detail: `${name}: ${error.message}`,
      remedy:
        error.code === 'CONFIGURATION_INVALID'
          ? 'correct the setting, or install what it needs: the shop does not start with it'
          : 'check the address, the key and the name; until then the embedded engine answers',
    };
  }
}
