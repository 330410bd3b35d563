import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { columnBuffers, takeApart } from '../../connectors/product-index/embedded/image-parts.ts';
import { buildSegments } from '../../connectors/product-index/embedded/segments.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { deriveShop, type VectorSource } from './derive-shop.ts';
import { keepImage } from './image-store.ts';

/** What a worker is started with. */
export interface WorkerJob {
  readonly directory: string;
  readonly vectors: VectorSource;
  readonly nowMs: number;
  /** Fingerprint of the code that derives: of the thread that asks. */
  readonly code: string;
  readonly catalogueHash: string;
}

/** What a worker says. Nothing follows `done` or `failed`. */
export type WorkerMessage =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'progress'; readonly products: number }
  /** The derivation in parts, its memory handed over. */
  | {
      readonly kind: 'done';
      readonly frame: Uint8Array;
      readonly columns: ReturnType<typeof takeApart>['columns'];
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** A thread of its own: derives the shop from the store, saves the image and hands it over. */
async function work(job: WorkerJob, say: (message: WorkerMessage, handedOver?: ArrayBuffer[]) => void) {
  const note = (text: string) => say({ kind: 'note', text });
  const database = openSqliteReader(job.directory);
  try {
    const derived = await deriveShop({
      ...job,
      database,
      lay: buildSegments,
      note,
      onProgress: (products) => say({ kind: 'progress', products }),
      signal: new AbortController().signal,
    });
    await keepImage({ ...job, note }, derived.image);
    const parts = takeApart(derived);
    say({ kind: 'done', ...parts }, columnBuffers(parts));
  } finally {
    await database.close();
  }
}

const port = parentPort;
if (port === null) throw new AssistantError('INTERNAL', 'This file runs as a worker thread only');
const say = (message: WorkerMessage, handedOver: ArrayBuffer[] = []) => port.postMessage(message, handedOver);
await work(workerData as WorkerJob, say).catch((error: unknown) => {
  const code = isAssistantError(error) ? error.code : 'INTERNAL';
  say({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
});
