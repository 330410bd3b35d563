import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { createCorrectionBook } from '../desk/correction-book.ts';
import { type Taught, teachRanking } from '../ranking/lessons/teach-ranking.ts';
import { type Say, workInThread } from './work-in-thread.ts';

export interface LessonJob {
  /** Of the database, which this process owns. */
  readonly directory: string;
  /** A correction that is left out, as if it had been taken back. */
  readonly without?: string;
}

/** Nothing follows it. */
export interface LessonMessage {
  readonly kind: 'done';
  readonly taught: Taught;
}

/** A thread of its own: reads what agents corrected and what shoppers chose, and learns from it. */
await workInThread(async ({ directory, without }: LessonJob, say: Say<LessonMessage>) => {
  const database = openSqliteReader(directory);
  try {
    const corrections = await createCorrectionBook(database).all();
    const counting = corrections.filter(({ correctionId }) => correctionId !== without);
    say({ kind: 'done', taught: await teachRanking(database, counting) });
  } finally {
    await database.close();
  }
});
