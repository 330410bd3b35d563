import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Learn } from '../recommendation/learn-models.ts';
import { hearWorker } from './hear-worker.ts';
import type { LearningJob, LearningMessage } from './learning-worker.ts';

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./learning-worker${extname(import.meta.filename)}`, import.meta.url);

/**
 * Learns in threads of their own from the database of a directory that this process owns; the caller's thread answers
 * meanwhile. Two threads work side by side: one judges, one learns what is stored.
 *
 * @param signal Ends the threads; its reason is thrown.
 */
export function learnInWorker(directory: string, signal?: AbortSignal): Learn {
  return async (task, onProgress) => {
    signal?.throwIfAborted();
    const job: LearningJob = { directory, task };
    const worker = new Worker(WORKER_FILE, { workerData: job, name: 'learning' });
    return await hearWorker(worker, {
      hear(message: LearningMessage) {
        if (message.kind === 'done') return message.learned;
        onProgress?.(message.progress);
        return undefined;
      },
      what: 'that learns from behaviour',
      signal,
    });
  };
}
