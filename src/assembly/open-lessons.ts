import { type LessonDesk, openLessonDesk } from '../chat/desk/lesson-desk.ts';
import { type CorrectionBook, createCorrectionBook } from '../desk/correction-book.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import type { Database } from '../ports/database.ts';
import { createLessonStore, type KeptLessons } from '../ranking/lessons/lesson-store.ts';
import { learnLessonsInWorker } from './learn-lessons-in-worker.ts';
import type { LoadedShop } from './load-shop.ts';

export interface Lessons {
  readonly desk: LessonDesk;
  /** The desk hears of what is written in it. */
  readonly book: CorrectionBook;
}

/** Corrections of an open shop, and what its lists learn from them in a thread of its own. */
export async function openLessons(options: {
  readonly database: Database;
  readonly directory: string;
  readonly shop: Pick<LoadedShop, 'current' | 'ranking'>;
  readonly clock: () => number;
  /** Hears what could not be learned. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}): Promise<Lessons> {
  const { database, directory, shop, clock, note, signal } = options;
  const corrections = createCorrectionBook(database);
  const desk = await openLessonDesk({
    ...{ database, corrections, clock, note },
    store: createLessonStore(database),
    audit: createAuditLog(database),
    ranking: shop.ranking,
    shop: shop.current,
    learnAll: learnLessonsInWorker(directory, signal),
  });
  const book: CorrectionBook = {
    ...corrections,
    async write(write, correction) {
      await corrections.write(write, correction);
      desk.heed();
    },
  };
  return { desk, book };
}

/** Learns from all corrections for a shop that is not open; the next start takes over what was learned. */
export const relearnLessons = async (options: {
  readonly database: Database;
  readonly directory: string;
  readonly clock: () => number;
}): Promise<KeptLessons> =>
  await createLessonStore(options.database).replace(
    await learnLessonsInWorker(options.directory)(),
    options.clock(),
  );
