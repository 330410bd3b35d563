import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { type LearnedResult, learnFromLog, type RankerTask } from '../ranking/learned/train-ranker.ts';
import { type Say, workInThread } from './work-in-thread.ts';

export interface RankerJob {
  /** Of the database, which this process owns. */
  readonly directory: string;
  readonly task: RankerTask;
}

/** Nothing follows it. */
export interface RankerMessage {
  readonly kind: 'done';
  readonly learned: LearnedResult;
}

/** A thread of its own: reads what was chosen of served lists and learns a ranker from it. */
await workInThread(async ({ directory, task }: RankerJob, say: Say<RankerMessage>) => {
  const database = openSqliteReader(directory);
  try {
    say({ kind: 'done', learned: await learnFromLog(database, task) });
  } finally {
    await database.close();
  }
});
