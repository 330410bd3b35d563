import { createRandom } from '../../domain/random.ts';
import type { Database } from '../../ports/database.ts';
import { measureExamination } from './examination.ts';
import { learnRanker, type RankerReport } from './learn-ranker.ts';
import type { RankerModel } from './learned-ranker.ts';
import type { RankerStore } from './ranker-store.ts';
import { readChoiceLists, readShowings } from './read-choices.ts';

/** What there is to learn. Plain values: a thread of its own can be given it. */
export interface RankerTask {
  /** Lists made by these weights are learned from. */
  readonly weightsVersion: string;
  /** The ranker in force beside them. */
  readonly inForce?: RankerModel;
}

/** Absent model: there was too little to learn from. */
export interface LearnedResult {
  readonly report: RankerReport;
  readonly model?: RankerModel;
}

export type LearnFromLog = (task: RankerTask) => Promise<LearnedResult>;

const SEED = 1;

/**
 * Reads the log of lists and what was chosen of them, and learns from it (`learnRanker`).
 * Cost: some seconds of one thread for 10,000 choices, which are the most that are read.
 *
 * @throws {AssistantError} DATABASE_FAILED
 */
export async function learnFromLog(
  database: Pick<Database, 'query'>,
  { weightsVersion, inForce }: RankerTask,
): Promise<LearnedResult> {
  return learnRanker(await readChoiceLists(database, weightsVersion), {
    examination: measureExamination(await readShowings(database)),
    random: createRandom(SEED),
    ...(inForce === undefined ? {} : { inForce }),
  });
}

/** Learns a ranker beside weights and stores it with its report; it is in force when it was adopted. */
export async function trainRanker(options: {
  readonly store: RankerStore;
  readonly learn: LearnFromLog;
  readonly weightsVersion: string;
  readonly clock: () => number;
}): Promise<RankerReport> {
  const { store, weightsVersion, clock } = options;
  const inForce = await store.forWeights(weightsVersion);
  const { report, model } = await options.learn({
    weightsVersion,
    ...(inForce === undefined ? {} : { inForce: inForce.model }),
  });
  if (model !== undefined)
    await store.add({ createdAtMs: clock(), weightsVersion, report, model, active: report.adopted });
  return report;
}
