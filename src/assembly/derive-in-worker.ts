import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { putTogether } from '../../connectors/product-index/embedded/image-parts.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Derivation } from './derive-shop.ts';
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
  const { promise, resolve, reject } = Promise.withResolvers<Derivation>();
  const worker = new Worker(WORKER_FILE, { workerData: job, name: 'index' });
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'note') note(message.text);
    else if (message.kind === 'progress') onProgress?.(message.products);
    else if (message.kind === 'failed') reject(new AssistantError(message.code, message.message));
    else resolve(putTogether({ ...message, frame: Buffer.from(message.frame) }) as Derivation);
  });
  worker.on('error', (cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    reject(new AssistantError('INTERNAL', `The thread that builds the index broke off: ${why}`, { cause }));
  });
  worker.on('exit', (code) => {
    reject(new AssistantError('INTERNAL', `The thread that builds the index ended with ${code}`));
  });
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
