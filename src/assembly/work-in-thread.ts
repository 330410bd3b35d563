import { parentPort, workerData } from 'node:worker_threads';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { WorkerFailure } from './hear-worker.ts';

/** Says something to the thread that waits; memory that is handed over is gone here. */
export type Say<Message> = (message: Message, handedOver?: ArrayBuffer[]) => void;

/**
 * What a file that runs as a thread of its own consists of: `work` with the job it was started with. Failures are told.
 *
 * @throws {AssistantError} INTERNAL in the main thread.
 */
export async function workInThread<Job, Message>(
  work: (job: Job, say: Say<Message>) => Promise<void>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new AssistantError('INTERNAL', 'This file runs as a worker thread only');
  const say = (message: Message | WorkerFailure, handedOver: ArrayBuffer[] = []) =>
    port.postMessage(message, handedOver);
  await work(workerData as Job, say).catch((error: unknown) => {
    const code = isAssistantError(error) ? error.code : 'INTERNAL';
    say({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  });
}
