import type { Database } from '../ports/database.ts';
import type { Judgement } from './judge-models.ts';
import { type Learn, type LearningCounts, type LearningProgress, learnModels } from './learn-models.ts';
import { activeVersion, storeModels } from './model-store.ts';

export interface TrainOptions {
  readonly database: Database;
  readonly clock: () => number;
  /** Puts the new version in force even if it is refused: a shop may have changed for good. */
  readonly force?: boolean;
  /** Who does the work; this thread when absent. */
  readonly learn?: Learn;
  readonly onProgress?: (progress: LearningProgress) => void;
}

export interface TrainReport extends Omit<Judgement, 'refusal'>, LearningCounts {
  /** Of the stored models; 0 when there was nothing to learn from. */
  readonly version: number;
  readonly activated: boolean;
  /** Why it is not in force, or would not be but for `force`. */
  readonly reason?: string;
  readonly seconds: number;
}

/**
 * Learns all models from all interactions with products of the catalogue, stores them as a new version, and puts it in force
 * unless it is clearly worse than the one before (the rule stands at `judgeModels`). Costs what `learnModels` costs.
 *
 * @throws {AssistantError} DATABASE_FAILED
 */
export async function trainModels(options: TrainOptions): Promise<TrainReport> {
  const { database, clock, force = false } = options;
  const learn = options.learn ?? ((task, onProgress) => learnModels(database, task, { onProgress }));
  const startedMs = clock();
  const active = await activeVersion(database);
  const { judgement, payloads, ...counts } = await learn(
    { nowMs: startedMs, ...(active === undefined ? {} : { knownUntilMs: active.createdAtMs }) },
    options.onProgress,
  );
  const { refusal, ...judged } = judgement;
  const seconds = (): number => (clock() - startedMs) / 1000;
  if (payloads === undefined) {
    const reason = 'there are no interactions with products of the catalogue';
    return { version: 0, activated: false, reason, ...judged, ...counts, seconds: seconds() };
  }
  const activated = refusal === undefined || force;
  const version = await storeModels(database, {
    payloads,
    createdAtMs: startedMs,
    active: activated,
    report: { ...judged, ...counts },
  });
  return {
    version,
    activated,
    ...(refusal === undefined ? {} : { reason: refusal }),
    ...judged,
    ...counts,
    seconds: seconds(),
  };
}
