import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { putTogether } from '../../connectors/product-index/embedded/image-parts.ts';
import type { Derivation } from './derive-shop.ts';
import { hearWorker } from './hear-worker.ts';
import type { WorkerJob, WorkerMessage } from './shop-worker.ts';

interface WorkerListeners {
  readonly note: (text: string) => void;
  readonly onProgress?: ((products: number) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./shop-worker${extname(import.meta.filename)}`, import.meta.url);

/**
 * Derives the shop in a thread of its own and saves its image; the caller's thread answers meanwhile. Ends the thread when
 * the signal is aborted.
 *
 * @throws {AssistantError} what the thread failed with; INTERNAL when it ended without a word. The signal's reason when
 *   aborted.
 */
export async function deriveInWorker(job: WorkerJob, listeners: WorkerListeners): Promise<Derivation> {
  const { note, onProgress, signal } = listeners;
  signal.throwIfAborted();
  const worker = new Worker(WORKER_FILE, { workerData: job, name: 'index' });
  return await hearWorker(worker, {
    hear(message: WorkerMessage) {
      if (message.kind === 'note') note(message.text);
      else if (message.kind === 'progress') onProgress?.(message.products);
      else return putTogether({ ...message, frame: Buffer.from(message.frame) }) as Derivation;
      return undefined;
    },
    what: 'that builds the index',
    signal,
  });
}
