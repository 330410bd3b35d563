import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import type { LearningProgress } from '../recommendation/learn-models.ts';
import type { Rollback, StoredVersion } from '../recommendation/model-store.ts';
import type { TrainReport } from '../recommendation/train-models.ts';

/** What training is doing, or how the last one of this process ended. */
export type TrainingJob =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly startedAtMs: number; readonly progress?: LearningProgress }
  | { readonly state: 'done'; readonly startedAtMs: number; readonly report: TrainReport }
  | {
      readonly state: 'failed';
      readonly startedAtMs: number;
      readonly failure: { readonly code: string; readonly message: string };
    };

export interface TrainingStatus {
  readonly job: TrainingJob;
  /** The newest first. */
  readonly versions: readonly StoredVersion[];
}

/** Where a merchant has the shop learn from behaviour while it is open. */
export interface TrainingDesk {
  read(): Promise<TrainingStatus>;
  /**
   * Begins to learn; the models serve from the next list after it ends, unless they are refused.
   *
   * @param force Puts them in force even when they are clearly worse.
   * @param noting Notes that it begins: what cannot be noted does not.
   * @throws {AssistantError} CONFLICT while it is learning already.
   */
  start(force: boolean, noting?: () => Promise<void>): Promise<TrainingJob>;
  /**
   * Puts the version before in force, from the next list on.
   *
   * @throws {AssistantError} CONFLICT when there is none, or while it is learning: what is learned then was judged against
   *   the version in force.
   */
  rollBack(also?: WriteAlong): Promise<Rollback>;
  /** Resolves when nothing is learned any more. */
  settled(): Promise<void>;
}

export function createTrainingDesk(options: {
  readonly train: (force: boolean, onProgress: (progress: LearningProgress) => void) => Promise<TrainReport>;
  readonly versions: () => Promise<readonly StoredVersion[]>;
  readonly rollBack: (also?: WriteAlong) => Promise<Rollback>;
  /** Brings what is in force in the database into answers. */
  readonly refresh: () => Promise<void>;
  readonly clock: () => number;
}): TrainingDesk {
  const { train, versions, refresh, clock } = options;
  let job: TrainingJob = { state: 'idle' };
  let running = Promise.resolve();

  function assertIdle(): void {
    if (job.state !== 'running') return;
    throw new AssistantError(
      'CONFLICT',
      'The shop is learning already; GET /v1/training tells how far it is',
      {
        details: { startedAtMs: job.startedAtMs },
      },
    );
  }

  async function learn(startedAtMs: number, force: boolean): Promise<void> {
    try {
      const report = await train(force, (progress) => {
        job = { state: 'running', startedAtMs, progress };
      });
      await refresh();
      job = { state: 'done', startedAtMs, report };
    } catch (error) {
      const failure = isAssistantError(error)
        ? { code: error.code, message: error.message }
        : { code: 'INTERNAL', message: String(error) };
      job = { state: 'failed', startedAtMs, failure };
    }
  }

  return {
    read: async () => ({ job, versions: await versions() }),
    async start(force, noting) {
      assertIdle();
      const [before, startedAtMs] = [job, clock()];
      const begun: TrainingJob = { state: 'running', startedAtMs };
      job = begun;
      const noted = Promise.resolve(noting?.());
      running = noted.then(
        () => learn(startedAtMs, force),
        () => {
          job = before;
        },
      );
      await noted;
      return begun;
    },
    async rollBack(also) {
      assertIdle();
      const rollback = await options.rollBack(also);
      await refresh();
      return rollback;
    },
    settled: async () => await running,
  };
}
