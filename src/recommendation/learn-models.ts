import type { Database } from '../ports/database.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { type Judgement, judgeModels } from './judge-models.ts';
import { type Payloads, trainPayloads } from './model-kinds.ts';
import { readLog } from './read-log.ts';
import { createTrainingData } from './training-data.ts';

export interface LearningTask {
  /** Ages are counted back from here, epoch milliseconds. */
  readonly nowMs: number;
  /** When the version in force was made; absent when there is none. */
  readonly knownUntilMs?: number;
}

export interface LearningProgress {
  readonly step: 'read' | 'learn';
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
  readonly payloads?: Payloads;
}

/** Whatever learns: in this thread or in another. */
export type Learn = (
  task: LearningTask,
  onProgress?: (progress: LearningProgress) => void,
) => Promise<LearnedModels>;

export interface LearningOptions {
  readonly onProgress?: ((progress: LearningProgress) => void) | undefined;
  /** Learns every kind from a whole log, beside the judging when it is another thread that does it; this one when absent. */
  readonly train?: (log: InteractionColumns, nowMs: number) => Promise<Payloads>;
}

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
  { onProgress = () => undefined, train = trainHere }: LearningOptions = {},
): Promise<LearnedModels> {
  const { log, catalogueSize } = await readLog(database, (done) => onProgress({ step: 'read', done }));
  const counts = {
    interactions: log.length,
    shoppers: log.shopperCount,
    products: log.productIds.length,
  };
  onProgress({ step: 'learn', done: log.length });
  const judge = async () => judgeModels(log, { knownUntilMs, catalogueSize });
  if (log.length === 0) return { ...counts, judgement: await judge() };
  const [payloads, judgement] = await Promise.all([train(log, nowMs), judge()]);
  return { ...counts, judgement, payloads };
}

const trainHere = async (log: InteractionColumns, nowMs: number): Promise<Payloads> =>
  trainPayloads(createTrainingData(log, { nowMs }));
