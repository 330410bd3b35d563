import type { RankingBook } from '../chat/ranking-book.ts';
import { createWeightDesk, type WeightDesk } from '../chat/weight-desk.ts';
import type { Database } from '../ports/database.ts';
import { createRankerStore } from '../ranking/learned/ranker-store.ts';
import { createWeightStore } from '../ranking/weight-store.ts';
import { learnRankerInWorker } from './learn-ranker-in-worker.ts';

/** The desk of an open shop, or of a command: then nothing is served, and the next start takes over what was changed. */
export function openWeightDesk(options: {
  readonly database: Database;
  readonly directory: string;
  readonly clock: () => number;
  /** Absent for a command. */
  readonly book?: RankingBook;
  readonly signal?: AbortSignal;
}): WeightDesk {
  const { database, directory, clock, book, signal } = options;
  return createWeightDesk({
    store: createWeightStore(database),
    rankers: createRankerStore(database),
    learn: learnRankerInWorker(directory, signal),
    clock,
    ...(book === undefined ? { origin: 'command' } : { origin: 'api', book }),
  });
}
