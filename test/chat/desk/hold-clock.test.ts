import { expect, it, onTestFinished, vi } from 'vitest';
import { openHoldClock } from '../../../src/chat/desk/hold-clock.ts';

/** Replies held until a moment, by conversation. */
async function held(untilMs: Record<string, number>, settleOne?: (id: string) => void) {
  const waiting = new Map(Object.entries(untilMs));
  const settled: string[] = [];
  const notes: string[] = [];
  let nowMs = 1_000;
  const clock = await openHoldClock({
    drafts: {
      due: async (atMs) =>
        [...waiting].flatMap(([conversationId, until]) =>
          until <= atMs ? [{ conversationId, messageId: conversationId }] : [],
        ),
      nextAtMs: async () => (waiting.size === 0 ? undefined : Math.min(...waiting.values())),
    },
    async settle(conversationId) {
      settleOne?.(conversationId);
      waiting.delete(conversationId);
      settled.push(conversationId);
    },
    clock: () => nowMs,
    note: (text) => notes.push(text),
  });
  onTestFinished(() => clock.close());
  return {
    ...{ clock, settled, notes, waiting },
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

it('settles what is due, and nothing before', async () => {
  const { clock, settled, pass } = await held({ one: 2_000, two: 5_000 });
  await clock.check();
  expect(settled).toEqual([]);
  pass(1_000);
  await clock.check();
  await clock.check();
  expect(settled).toEqual(['one']);
  pass(4_000);
  await clock.check();
  expect(settled).toEqual(['one', 'two']);
});

it('hears of what is held from now on', async () => {
  const { clock, settled, waiting, pass } = await held({});
  waiting.set('late', 3_000);
  clock.at(3_000);
  pass(2_000);
  await clock.check();
  expect(settled).toEqual(['late']);
});

it('settles by itself what another process left behind', async () => {
  const { settled } = await held({ left: 500 });
  await vi.waitFor(() => expect(settled).toEqual(['left']), { timeout: 10_000 });
});

it('says what went wrong and tries again', async () => {
  let tries = 0;
  const { clock, settled, notes } = await held({ one: 500 }, () => {
    tries += 1;
    if (tries === 1) throw new RangeError('the store is away');
  });
  await clock.check();
  expect(notes).toEqual([expect.stringContaining('the store is away')]);
  await clock.check();
  expect(settled).toEqual(['one']);
});
