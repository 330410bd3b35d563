import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import {
  type LearnedModels,
  type LearningProgress,
  type LearningTask,
  learnModels,
} from '../recommendation/learn-models.ts';
import { trainInWorker } from './train-in-worker.ts';
import { type Say, workInThread } from './work-in-thread.ts';

export interface LearningJob {
  /** Of the database, which this process owns. */
  readonly directory: string;
  readonly task: LearningTask;
}

/** Nothing follows `done`. */
export type LearningMessage =
  | { readonly kind: 'progress'; readonly progress: LearningProgress }
  | { readonly kind: 'done'; readonly learned: LearnedModels };

/** A thread of its own: reads the interactions and judges what they teach, while one more thread learns from all of them. */
await workInThread(async ({ directory, task }: LearningJob, say: Say<LearningMessage>) => {
  const database = openSqliteReader(directory);
  try {
    const learned = await learnModels(database, task, {
      onProgress: (progress) => say({ kind: 'progress', progress }),
      train: trainInWorker,
    });
    const handedOver = Object.values(learned.payloads ?? {}).map(({ buffer }) => buffer);
    say({ kind: 'done', learned }, handedOver);
  } finally {
    await database.close();
  }
});
