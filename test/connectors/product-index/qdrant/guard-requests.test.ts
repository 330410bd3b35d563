import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  createRequestGuard,
  type RequestGuardOptions,
} from '../../../../connectors/product-index/qdrant/guard-requests.ts';
import { AssistantError } from '../../../../src/errors/assistant-error.ts';

const LONG_MS = 60_000;
const reading = { timeoutMs: LONG_MS, repeatable: true };
const writing = { timeoutMs: LONG_MS, repeatable: false };

/** A guard with work that does one thing after another, the last one for ever. */
function guarded(steps: readonly (Error | string)[], options: RequestGuardOptions = {}) {
  const guard = createRequestGuard(options);
  let calls = 0;
  const work = async () => {
    const step = steps[Math.min(calls, steps.length - 1)];
    calls += 1;
    if (step instanceof Error) throw step;
    return step;
  };
  return { guard, work, calls: () => calls };
}
const down = new AssistantError('INDEX_UNAVAILABLE', 'busy', { details: { status: 503 } });
const lost = new AssistantError('INDEX_UNAVAILABLE', 'gone', { details: { connection: 'lost' } });
const refused = new AssistantError('INDEX_FAILED', 'no', { details: { status: 400 } });

describe('the guard of requests', () => {
  it('repeats a read once when the connection is lost, and a change never', async () => {
    const read = guarded([lost, 'answer']);
    expect(await read.guard.run(read.work, reading)).toBe('answer');
    const write = guarded([lost, 'answer']);
    await expect(write.guard.run(write.work, writing)).rejects.toBe(lost);
    const gone = guarded([lost]);
    await expect(gone.guard.run(gone.work, reading)).rejects.toBe(lost);
    expect([read.calls(), write.calls(), gone.calls()]).toEqual([2, 1, 2]);
  });

  it('repeats nothing that was answered', async () => {
    const busy = guarded([down, 'answer']);
    await expect(busy.guard.run(busy.work, reading)).rejects.toBe(down);
    expect(busy.calls()).toBe(1);
  });

  it('asks a server that failed so often in a row no more, and says why', async () => {
    const { guard, work, calls } = guarded([down], { failuresToOpen: 3, openMs: LONG_MS });
    for (let failure = 0; failure < 3; failure += 1)
      await expect(guard.run(work, reading)).rejects.toBe(down);
    expect(guard.isAvailable()).toBe(false);
    await expect(guard.run(work, reading)).rejects.toMatchObject({
      code: 'INDEX_UNAVAILABLE',
      details: { circuit: 'open' },
    });
    expect(calls()).toBe(3);
  });

  it('lets one request through when the pause is over, and all when it was answered', async () => {
    const { guard, work } = guarded([down, 'answer'], { failuresToOpen: 1, openMs: 0 });
    await expect(guard.run(work, reading)).rejects.toBe(down);
    let finish = () => {};
    const probe = guard.run(() => new Promise<string>((resolve) => (finish = () => resolve('up'))), reading);
    await pause(0);
    await expect(guard.run(work, reading)).rejects.toMatchObject({ details: { circuit: 'open' } });
    finish();
    expect(await probe).toBe('up');
    expect(guard.isAvailable()).toBe(true);
    expect(await guard.run(work, reading)).toBe('answer');
  });

  it('counts neither a refusal nor a shopper who left against the server', async () => {
    const { guard, work } = guarded([refused], { failuresToOpen: 1, openMs: LONG_MS });
    await expect(guard.run(work, reading)).rejects.toBe(refused);
    const leaving = new AbortController();
    const waiting = guard.run((signal) => untilAborted(signal), { ...reading, signal: leaving.signal });
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(guard.isAvailable()).toBe(true);
  });

  it('gives up when the time is over, at work or in the queue', async () => {
    const { guard } = guarded([], { maxConcurrent: 1 });
    const working = guard.run(() => pause(500), { timeoutMs: LONG_MS, repeatable: false });
    const queued = guard.run(async () => 'never', { timeoutMs: 20, repeatable: true });
    await expect(queued).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE', details: { timeoutMs: 20 } });
    await working;
    const slow = guard.run((signal) => untilAborted(signal), { timeoutMs: 20, repeatable: true });
    await expect(slow).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE', details: { timeoutMs: 20 } });
  });

  it('keeps so many in flight, lets so many wait, and refuses the rest at once', async () => {
    const { guard } = guarded([], { maxConcurrent: 2, maxWaiting: 3 });
    let inFlight = 0;
    let most = 0;
    const work = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await pause(5);
      inFlight -= 1;
    };
    const runs = await Promise.allSettled(Array.from({ length: 7 }, () => guard.run(work, reading)));
    expect(most).toBe(2);
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(runs.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array.from({ length: 2 }, () => ({ reason: { code: 'INDEX_UNAVAILABLE', details: { busy: true } } })),
    );
  });
});

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
