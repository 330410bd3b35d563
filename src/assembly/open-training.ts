import { createTrainingDesk, type TrainingDesk } from '../chat/training-desk.ts';
import type { Database } from '../ports/database.ts';
import { listVersions, rollBackModels } from '../recommendation/model-store.ts';
import { trainModels } from '../recommendation/train-models.ts';
import { learnInWorker } from './learn-in-worker.ts';
import type { LoadedShop } from './load-shop.ts';

/** The desk that has an open shop learn in threads of their own; `close` ends them. */
export function openTraining(options: {
  readonly database: Database;
  readonly directory: string;
  readonly shop: Pick<LoadedShop, 'refreshModels'>;
  /** Learns how to rank from what was chosen of lists, and puts it in force when it is better. */
  readonly learnRanking?: () => Promise<unknown>;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}): { readonly desk: TrainingDesk; close(): Promise<void> } {
  const { database, clock } = options;
  const stop = new AbortController();
  const learn = learnInWorker(options.directory, AbortSignal.any([options.signal, stop.signal]));
  const desk = createTrainingDesk({
    async train(force, onProgress) {
      const report = await trainModels({ database, clock, force, learn, onProgress });
      await options.learnRanking?.();
      return report;
    },
    versions: () => listVersions(database),
    rollBack: (also) => rollBackModels(database, also),
    refresh: options.shop.refreshModels,
    clock,
  });
  return {
    desk,
    async close() {
      stop.abort();
      await desk.settled();
    },
  };
}
