import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LearnFromLog } from '../ranking/learned/train-ranker.ts';
import { hearWorker } from './hear-worker.ts';
import type { RankerJob, RankerMessage } from './ranker-worker.ts';

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./ranker-worker${extname(import.meta.filename)}`, import.meta.url);

/** Learns a ranker in a thread of its own from the database of a directory that this process owns. */
export function learnRankerInWorker(directory: string, signal?: AbortSignal): LearnFromLog {
  return async (task) => {
    signal?.throwIfAborted();
    const job: RankerJob = { directory, task };
    const worker = new Worker(WORKER_FILE, { workerData: job, name: 'ranking' });
    return await hearWorker(worker, {
      hear: ({ learned }: RankerMessage) => learned,
      what: 'that learns how to rank',
      signal,
    });
  };
}
