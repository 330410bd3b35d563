import type { Database } from '../ports/database.ts';
import { type Judgement, judgeModels } from './judge-models.ts';
import { type ModelKind, trainPayloads } from './model-kinds.ts';
import { readLog } from './read-log.ts';
import { createTrainingData } from './training-data.ts';

export interface LearningTask {
  /** Ages are counted back from here, epoch milliseconds. */
  readonly nowMs: number;
  /** When the version in force was made; absent when there is none. */
  readonly knownUntilMs?: number;
}

export interface LearningProgress {
  readonly step: 'read' | 'judge' | 'train';
  /** Interactions read. */
  readonly done: number;
}

export interface LearningCounts {
  readonly interactions: number;
  readonly shoppers: number;
  /** Products with behaviour. */
  readonly products: number;
}

export interface LearnedModels extends LearningCounts {
  readonly judgement: Judgement;
  /** Every kind as it is stored; absent when there was nothing to learn from. */
  readonly payloads?: Readonly<Record<ModelKind, Uint8Array>>;
}

/** Whatever learns: in this thread or in another. */
export type Learn = (
  task: LearningTask,
  onProgress?: (progress: LearningProgress) => void,
) => Promise<LearnedModels>;

/**
 * Learns every kind of model from all interactions, and how well. It only reads, and keeps its thread busy: a server leaves it to
 * another (`learnInWorker`).
 * Cost: about 30 bytes of memory an interaction beside the models; the time of all trainings, the ridge's and the neighbours'
 * three times over.
 *
 * @throws {AssistantError} DATABASE_FAILED
 */
export async function learnModels(
  database: Pick<Database, 'query'>,
  { nowMs, knownUntilMs }: LearningTask,
  onProgress: (progress: LearningProgress) => void = () => undefined,
): Promise<LearnedModels> {
  const { log, catalogueSize } = await readLog(database, (done) => onProgress({ step: 'read', done }));
  const done = log.length;
  const counts = { interactions: done, shoppers: log.shopperCount, products: log.productIds.length };
  onProgress({ step: 'judge', done });
  const judgement = judgeModels(log, { knownUntilMs, catalogueSize });
  if (done === 0) return { ...counts, judgement };
  onProgress({ step: 'train', done });
  return { ...counts, judgement, payloads: trainPayloads(createTrainingData(log, { nowMs })) };
}
