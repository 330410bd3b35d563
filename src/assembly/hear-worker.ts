import type { Worker } from 'node:worker_threads';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

/** The last that a thread says when it cannot do its work. */
export interface WorkerFailure {
  readonly kind: 'failed';
  readonly code: ErrorCode;
  readonly message: string;
}

/**
 * Hears a thread to its end, and ends it: when it has said its result, failed, or the signal is aborted.
 *
 * @param hear Takes what the thread says on the way and gives the result when that is it.
 * @param what The thread in words ("that builds the index").
 * @throws {AssistantError} what the thread failed with; INTERNAL when it ended without a word. The signal's reason when
 *   aborted.
 */
export async function hearWorker<Message extends { readonly kind: string }, Result>(
  worker: Worker,
  options: {
    readonly hear: (message: Message) => Result | undefined;
    readonly what: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Result> {
  const { hear, what, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  worker.on('message', (message: Message | WorkerFailure) => {
    if (isFailure(message)) return reject(new AssistantError(message.code, message.message));
    const result = hear(message);
    if (result !== undefined) resolve(result);
  });
  worker.on('error', (cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    reject(new AssistantError('INTERNAL', `The thread ${what} broke off: ${why}`, { cause }));
  });
  worker.on('exit', (code) => {
    reject(new AssistantError('INTERNAL', `The thread ${what} ended with ${code}`));
  });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

const isFailure = (message: { readonly kind: string }): message is WorkerFailure => message.kind === 'failed';
