import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstAnswer } from '../../../connectors/chat-model/first-answer.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { never } from './openai-support.ts';

/** Attempts that are ended by hand. */
function attempts(count: number) {
  const begun: { resolve(value: string): void; reject(error: unknown): void; signal: AbortSignal }[] = [];
  const discarded: string[] = [];
  return {
    begun,
    discarded,
    count,
    discard: (late: string) => void discarded.push(late),
    start(_index: number, signal: AbortSignal): Promise<string> {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      begun.push({ resolve, reject, signal });
      return promise;
    },
  };
}

const fault = (message: string) => new AssistantError('MODEL_FAILED', message);

it('starts the next where one fails, and tells the last error when none is left', async () => {
  const tried = attempts(2);
  const answer = firstAnswer({ ...tried, signal: never });
  tried.begun[0]?.reject(fault('first'));
  await expect.poll(() => tried.begun.length).toBe(2);
  tried.begun[1]?.reject(fault('second'));

  await expect(answer).rejects.toThrow('second');
});

it('starts a slow one a second time, once, and the first answer ends the other', async () => {
  const tried = attempts(1);
  const answer = firstAnswer({ ...tried, signal: never, hedge: { afterMs: 1, isAllowed: () => true } });
  await expect.poll(() => tried.begun.length).toBe(2);
  tried.begun[1]?.resolve('hedge');

  expect(await answer).toBe('hedge');
  expect(tried.begun.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  tried.begun[0]?.resolve('late');
  await expect.poll(() => tried.discarded).toEqual(['late']);
});

it('waits for the one that still runs when the other fails', async () => {
  const tried = attempts(1);
  const answer = firstAnswer({ ...tried, signal: never, hedge: { afterMs: 1, isAllowed: () => true } });
  await expect.poll(() => tried.begun.length).toBe(2);
  tried.begun[1]?.reject(fault('hedge'));
  tried.begun[0]?.resolve('first');

  expect(await answer).toBe('first');
});

it('starts nothing beside another that may not be', async () => {
  const tried = attempts(1);
  let asked = 0;
  const isAllowed = () => {
    asked += 1;
    return false;
  };
  const answer = firstAnswer({ ...tried, signal: never, hedge: { afterMs: 1, isAllowed } });
  await expect.poll(() => asked).toBe(1);
  tried.begun[0]?.resolve('first');

  expect(await answer).toBe('first');
  expect(tried.begun).toHaveLength(1);
});

it('starts nothing more once the caller has left', async () => {
  const tried = attempts(3);
  const turn = new AbortController();
  const answer = firstAnswer({ ...tried, signal: turn.signal });
  turn.abort();
  tried.begun[0]?.reject(fault('given up'));

  await expect(answer).rejects.toThrow('given up');
  expect(tried.begun).toHaveLength(1);
});

it('gives the first success of any sequence of failures, asking no more than it must', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (successes) => {
      let started = 0;
      const answer = firstAnswer({
        count: successes.length,
        signal: never,
        async start(index) {
          started += 1;
          if (successes[index] === true) return index;
          throw fault(String(index));
        },
      });
      const first = successes.indexOf(true);
      await (first < 0
        ? expect(answer).rejects.toThrow(String(successes.length - 1))
        : expect(answer).resolves.toBe(first));
      expect(started).toBe(first < 0 ? successes.length : first + 1);
    }),
  );
});
