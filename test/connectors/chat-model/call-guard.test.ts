import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallGuard, createCallGuard } from '../../../connectors/chat-model/call-guard.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

const never = new AbortController().signal;
const FAILURES_TO_OPEN = 5;

/** An endpoint that takes its time and fails, or does not, and counts who asks it. */
function endpoint(latencyMs: number) {
  const asked = { calls: 0, fails: false };
  const call = async (): Promise<string> => {
    asked.calls += 1;
    const fails = asked.fails;
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (fails) throw new AssistantError('MODEL_FAILED', 'It fails', { details: { status: 500 } });
    return 'answer';
  };
  return { asked, call };
}

const outcome = (guard: CallGuard, work: () => Promise<string>, signal = never) =>
  guard.run(work, { timeoutMs: 8_000, signal }).catch((error: AssistantError) => error.details);

/** Asks at a steady rate, each at its time whether those before have ended or not. */
async function askSteadily(guard: CallGuard, call: () => Promise<string>, calls: number, everyMs: number) {
  const under: ReturnType<typeof outcome>[] = [];
  for (let index = 0; index < calls; index += 1) {
    under.push(outcome(guard, call));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  return await Promise.all(under);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an outage', () => {
  it.each([1, 40, 45, 400, 1_900])(
    'of a minute at twenty calls a second reaches the endpoint five times and once in 15 s after, failing in %i ms',
    async (latencyMs) => {
      const { asked, call } = endpoint(latencyMs);
      const guard = createCallGuard({ maxConcurrent: 32 });
      asked.fails = true;
      // The first to fail is alone: what was under way before it is no call of a known outage.
      const first = outcome(guard, call);
      await vi.advanceTimersByTimeAsync(latencyMs);
      await askSteadily(guard, call, 1_200, 50);
      await first;

      expect(asked.calls).toBeGreaterThanOrEqual(FAILURES_TO_OPEN);
      expect(asked.calls).toBeLessThanOrEqual(FAILURES_TO_OPEN + 4);
    },
  );

  it('that begins with many calls under way reaches the endpoint with no other', async () => {
    const { asked, call } = endpoint(300);
    const guard = createCallGuard({ maxConcurrent: 32 });
    asked.fails = true;
    await Promise.all([
      ...Array.from({ length: 20 }, () => outcome(guard, call)),
      vi.advanceTimersByTimeAsync(1_000),
    ]);
    await askSteadily(guard, call, 100, 50);

    expect(asked.calls).toBe(20);
  });

  it('is over with the first success', async () => {
    const { asked, call } = endpoint(10);
    const guard = createCallGuard({ maxConcurrent: 32 });
    asked.fails = true;
    await askSteadily(guard, call, 20, 50);
    asked.fails = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await askSteadily(guard, call, 1, 0)).toEqual(['answer']);
    const answers = await askSteadily(guard, call, 60, 1);

    expect(answers.every((answer) => answer === 'answer')).toBe(true);
  });
});

describe('a healthy endpoint', () => {
  it('is asked as often as wished', async () => {
    const { asked, call } = endpoint(1_500);
    const answers = await askSteadily(createCallGuard({ maxConcurrent: 32 }), call, 200, 50);

    expect(new Set(answers)).toEqual(new Set(['answer']));
    expect(asked.calls).toBe(200);
  });

  it('that fails now and then goes on being asked', async () => {
    const { call } = endpoint(1_500);
    let index = 0;
    const flawed = async (): Promise<string> => {
      index += 1;
      const fails = index % 25 === 0;
      await call();
      if (fails) throw new AssistantError('MODEL_FAILED', 'Now and then', { details: { status: 400 } });
      return 'answer';
    };
    const answers = await askSteadily(createCallGuard({ maxConcurrent: 32 }), flawed, 400, 50);

    expect(answers.filter((answer) => answer === 'answer').length).toBeGreaterThan(360);
  });
});

it('does not take a probe that was given up for a success', async () => {
  const { asked, call } = endpoint(60_000);
  const guard = createCallGuard({ maxConcurrent: 32, failuresToOpen: 1 });
  const fails = async () => {
    throw new AssistantError('MODEL_FAILED', 'No', { details: { status: 400 } });
  };
  await outcome(guard, fails);
  await vi.advanceTimersByTimeAsync(15_000);
  const leaving = new AbortController();
  const probe = outcome(guard, call, leaving.signal);
  await vi.advanceTimersByTimeAsync(10);
  leaving.abort();

  expect(await probe).toEqual({ aborted: true });
  expect(await outcome(guard, call)).toEqual({ circuit: 'open' });
  expect(asked.calls).toBe(1);
});
