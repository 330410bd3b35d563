import { expect, it } from 'vitest';
import { openModelTime } from '../../src/chat/model-time.ts';

const aborted = (signal: AbortSignal) => expect.poll(() => signal.aborted, { timeout: 2_000 }).toBe(true);

it('ends with the turn, when nobody waits any more, or when it is over', async () => {
  const [turn, leaving] = [new AbortController(), new AbortController()];
  const never = new AbortController().signal;
  const ofTurn = openModelTime({ signal: turn.signal, timeoutMs: 60_000 });
  const ofLeaving = openModelTime({ signal: never, unheard: leaving.signal });
  const ofTime = openModelTime({ signal: never, timeoutMs: 5 });
  expect([ofTurn.aborted, ofLeaving.aborted]).toEqual([false, false]);
  turn.abort();
  leaving.abort();

  expect([ofTurn.aborted, ofLeaving.aborted]).toEqual([true, true]);
  await aborted(ofTime);
  expect(ofTime.reason).toMatchObject({ name: 'TimeoutError' });
});

it('has no end of its own when none is set', () => {
  expect(openModelTime({ signal: new AbortController().signal }).aborted).toBe(false);
});
