import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Taught } from '../ranking/lessons/teach-ranking.ts';
import { hearWorker } from './hear-worker.ts';
import type { LessonJob, LessonMessage } from './lesson-worker.ts';

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./lesson-worker${extname(import.meta.filename)}`, import.meta.url);

/** Learns from all corrections, but for one where one is named, in a thread of its own, from the database of a directory that this process owns. */
export function learnLessonsInWorker(
  directory: string,
  signal?: AbortSignal,
): (without?: string) => Promise<Taught> {
  return async (without) => {
    signal?.throwIfAborted();
    const job: LessonJob = { directory, ...(without === undefined ? {} : { without }) };
    const worker = new Worker(WORKER_FILE, { workerData: job, name: 'lessons' });
    return await hearWorker(worker, {
      hear: ({ taught }: LessonMessage) => taught,
      what: 'that learns from corrections',
      signal,
    });
  };
}
