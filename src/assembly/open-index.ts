import { randomUUID } from 'node:crypto';
import { createQdrantProductIndex, type QdrantProductIndex } from '../../connectors/product-index/qdrant.ts';
import type { Settings } from '../config/config.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { indexOptions, type ScoringSettings } from './index-options.ts';

export interface IndexSettings
  extends ScoringSettings,
    Pick<
      Settings,
      'QDRANT_URL' | 'QDRANT_API_KEY' | 'QDRANT_COLLECTION' | 'QDRANT_TIMEOUT_MS' | 'QDRANT_WRITE_TIMEOUT_MS'
    > {}

/** What holds the products, for people and for readiness. */
export interface IndexEngine {
  readonly name: string;
  /** Whether it answered when last asked. One that did not is asked again, so that a later look tells of its recovery. */
  answers(): boolean;
  /** Where the products lie on a server; undefined in process. */
  collection(): string | undefined;
  /** Removes from a server what this index took the place of. */
  tidy(): Promise<void>;
}

export interface OpenedIndex<Filled> {
  readonly index: ProductIndex;
  readonly engine: IndexEngine;
  readonly filled: Filled;
  readonly degraded: readonly Degradation[];
}

interface OpenIndexOptions {
  readonly settings: IndexSettings;
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
  /** Collections that stay on the server, as an index that is replaced still reads them. None when absent. */
  readonly spared?: () => readonly string[];
}

const FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INDEX_UNAVAILABLE', 'INDEX_FAILED']);

/** The Qdrant server of the settings; undefined when none is named. Connects on first use. */
export function outsideProductIndex(
  settings: IndexSettings,
  spared: () => readonly string[] = () => [],
): QdrantProductIndex | undefined {
  const { QDRANT_URL: url, QDRANT_API_KEY: apiKey, QDRANT_COLLECTION: collection } = settings;
  if (url === undefined) return undefined;
  return createQdrantProductIndex({
    url,
    collection,
    timeoutMs: settings.QDRANT_TIMEOUT_MS,
    writeTimeoutMs: settings.QDRANT_WRITE_TIMEOUT_MS,
    newId: randomUUID,
    spared,
    ...indexOptions(settings),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}

/** "Qdrant at search.example:6333, collection shop" */
export function describeQdrant({
  QDRANT_URL: url = '',
  QDRANT_COLLECTION: collection,
}: IndexSettings): string {
  return `Qdrant at ${URL.parse(url)?.host ?? ''}, collection ${collection}`;
}

interface Filling<Filled> {
  readonly fillOutside: (index: ProductIndex) => Promise<Filled>;
  readonly openEmbedded: () => Promise<{ readonly index: ProductIndex; readonly filled: Filled }>;
}

/** The configured server when it can be filled; else the embedded index, which needs nobody. */
export async function openIndex<Filled>(
  { settings, note, signal, spared }: OpenIndexOptions,
  { fillOutside, openEmbedded }: Filling<Filled>,
): Promise<OpenedIndex<Filled>> {
  const degraded: Degradation[] = [];
  const outside = outsideProductIndex(settings, spared);
  if (outside !== undefined) {
    const name = describeQdrant(settings);
    try {
      const version = await outside.version(signal);
      note(`Filling ${name} (version ${version})`);
      const filled = await fillOutside(outside);
      return { index: outside, engine: serverEngine(name, outside, signal), filled, degraded };
    } catch (error) {
      if (!isAssistantError(error) || !FAULTS.has(error.code)) throw error;
      await outside.close();
      note(`${name} does not work (${error.message}); using the embedded index`);
      degraded.push({ component: 'product-index', reason: error.code });
    }
  }
  const name =
    outside === undefined ? 'embedded, in process' : 'embedded, in process, since Qdrant did not work';
  return { ...(await openEmbedded()), engine: { ...IN_PROCESS, name }, degraded };
}

const IN_PROCESS: Omit<IndexEngine, 'name'> = {
  answers: () => true,
  collection: () => undefined,
  tidy: async () => {},
};

const serverEngine = (name: string, outside: QdrantProductIndex, signal: AbortSignal): IndexEngine => ({
  name,
  answers: () => answers(outside, signal),
  collection: outside.collection,
  tidy: outside.tidy,
});

function answers(outside: QdrantProductIndex, signal: AbortSignal): boolean {
  const isAvailable = outside.isAvailable();
  // What comes of it is seen at the next look.
  if (!isAvailable) void outside.version(signal).catch(() => undefined);
  return isAvailable;
}
