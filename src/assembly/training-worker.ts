import type { InteractionColumns } from '../recommendation/interaction-columns.ts';
import { type Payloads, trainPayloads } from '../recommendation/model-kinds.ts';
import { createTrainingData } from '../recommendation/training-data.ts';
import { type Say, workInThread } from './work-in-thread.ts';

export interface TrainingJob {
  /** Its columns stand in shared memory. */
  readonly log: InteractionColumns;
  readonly nowMs: number;
}

export interface TrainingMessage {
  readonly kind: 'done';
  readonly payloads: Payloads;
}

/** A thread of its own: learns every kind of model. */
await workInThread(async ({ log, nowMs }: TrainingJob, say: Say<TrainingMessage>) => {
  const payloads = trainPayloads(createTrainingData(log, { nowMs }));
  say(
    { kind: 'done', payloads },
    Object.values(payloads).map(({ buffer }) => buffer),
  );
});
