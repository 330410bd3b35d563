import { parentPort } from 'node:worker_threads';
import type { Library } from '../knowledge/library.ts';
import type { ShopDocument } from '../knowledge/shop-document.ts';
import type { LibraryQuestion } from '../knowledge/weighed-answer.ts';
import { fillLibrary } from './open-library.ts';
import { workInThread } from './work-in-thread.ts';

export interface LibraryJob {
  readonly documents: readonly ShopDocument[];
}

export type LibraryCall = 'ask' | 'appraise' | 'weigh';

export interface AskedLibrary {
  readonly number: number;
  readonly call: LibraryCall;
  readonly question: LibraryQuestion;
}

export type LibraryMessage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly answer: Awaited<ReturnType<Library[LibraryCall]>>;
    };

/** Whoever waits no more ends the thread. */
const NEVER = new AbortController().signal;

await workInThread<LibraryJob, LibraryMessage>(async ({ documents }, say) => {
  const library = await fillLibrary(documents, NEVER);
  const answer = async ({ number, call, question }: AskedLibrary): Promise<void> =>
    say({ kind: 'answer', number, answer: await library[call](question, NEVER) });
  let turn = Promise.resolve();
  parentPort?.on('message', (asked: AskedLibrary) => {
    turn = turn.then(() => answer(asked));
  });
  say({ kind: 'ready' });
});
