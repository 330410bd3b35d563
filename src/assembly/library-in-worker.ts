import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TriedLibrary } from '../chat/desk/as-it-would-be.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ShopDocument } from '../knowledge/shop-document.ts';
import type { LibraryQuestion } from '../knowledge/weighed-answer.ts';
import type { WorkerFailure } from './hear-worker.ts';
import type { LibraryCall, LibraryJob, LibraryMessage } from './library-worker.ts';

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./library-worker${extname(import.meta.filename)}`, import.meta.url);

type Answer = Extract<LibraryMessage, { kind: 'answer' }>['answer'];

/**
 * Documents that are kept nowhere, asked in a thread of their own: to open them takes half a second for a thousand passages, which the thread
 * that answers shoppers does not have. The thread ends with `close`, or when the signal is aborted.
 *
 * @throws {AssistantError} what the thread failed with, also whoever asks. The signal's reason when aborted.
 */
export async function openLibraryInWorker(
  documents: readonly ShopDocument[],
  signal: AbortSignal,
): Promise<TriedLibrary> {
  signal.throwIfAborted();
  const job: LibraryJob = { documents };
  const worker = new Worker(WORKER_FILE, { workerData: job, name: 'documents' });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  const opening = Promise.withResolvers<void>();
  let last = 0;
  let broken: unknown;

  function breakOff(reason: unknown): void {
    broken ??= reason;
    opening.reject(broken);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
    void worker.terminate();
  }

  const abort = () => breakOff(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  worker.on('message', (message: LibraryMessage | WorkerFailure) => {
    if (message.kind === 'ready') opening.resolve();
    else if (message.kind === 'failed') breakOff(new AssistantError(message.code, message.message));
    else {
      waiting.get(message.number)?.resolve(message.answer);
      waiting.delete(message.number);
    }
  });
  worker.on('error', (cause) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    breakOff(
      new AssistantError('INTERNAL', `The thread that is asked documents broke off: ${why}`, { cause }),
    );
  });
  worker.on('exit', () =>
    breakOff(new AssistantError('INTERNAL', 'The thread that is asked documents ended')),
  );

  /** The thread answers a question as the library does that it holds. */
  const ask =
    <Asked extends Answer>(call: LibraryCall) =>
    async (question: LibraryQuestion): Promise<Asked> => {
      if (broken !== undefined) throw broken;
      last += 1;
      const answer = Promise.withResolvers<Answer>();
      waiting.set(last, answer);
      worker.postMessage({ number: last, call, question });
      return (await answer.promise) as Asked;
    };

  await opening.promise;
  return {
    isEmpty: documents.length === 0,
    ask: ask('ask'),
    appraise: ask('appraise'),
    weigh: ask('weigh'),
    async close() {
      signal.removeEventListener('abort', abort);
      worker.removeAllListeners('exit');
      await worker.terminate();
    },
  };
}
