import { describe, expect, it } from 'vitest';
import { Outbox } from '../../../src/console/conversation/outbox.ts';
import { type Answer, OFFLINE, type Problem } from '../../../src/console/problem.ts';
import { keptInMemory } from '../../support/kept-in-memory.ts';

const REFUSED: Problem = { code: 'INVALID_ARGUMENT', status: 400, detail: 'Too long', body: {} };

function outbox(answers: (Problem | undefined)[], kept = keptInMemory()) {
  const tries: string[] = [];
  const box = new Outbox({
    kept,
    onChange: () => {},
    onSent: async () => {},
    async send({ clientMessageId, text }): Promise<Answer<unknown>> {
      tries.push(`${clientMessageId} ${text}`);
      const problem = answers.shift();
      return problem === undefined ? { kind: 'ok', value: {} } : { kind: 'refused', problem };
    },
  });
  return { box, tries, kept };
}

describe('what an agent says', () => {
  it('goes from the outbox once the server has it', async () => {
    const { box, tries } = outbox([]);
    await box.say('Hello', 'id-1');
    expect(tries).toEqual(['id-1 Hello']);
    expect(box.messages).toEqual([]);
  });

  it('stays when the line was lost, and goes under the same id when it is back', async () => {
    const { box, tries } = outbox([OFFLINE]);
    await box.say('Hello', 'id-1');
    expect(box.messages).toMatchObject([{ text: 'Hello', isSending: false, problem: OFFLINE }]);
    await box.resendAll();
    expect(tries).toEqual(['id-1 Hello', 'id-1 Hello']);
    expect(box.messages).toEqual([]);
  });

  it('waits for what was said before it', async () => {
    const begun: string[] = [];
    const first = Promise.withResolvers<Answer<unknown>>();
    const box = new Outbox({
      kept: keptInMemory(),
      onChange: () => {},
      onSent: async () => {},
      async send({ text }) {
        begun.push(text);
        return text === 'One' ? await first.promise : { kind: 'ok', value: {} };
      },
    });
    const said = [box.say('One', 'id-1'), box.say('Two', 'id-2')];
    await expect.poll(() => begun).toEqual(['One']);
    expect(box.messages.map(({ isSending }) => isSending)).toEqual([true, true]);
    first.resolve({ kind: 'ok', value: {} });
    await Promise.all(said);
    expect(begun).toEqual(['One', 'Two']);
  });

  it('is not tried again by itself where it was refused for good', async () => {
    const { box, tries } = outbox([REFUSED]);
    await box.say('Hello', 'id-1');
    await box.resendAll();
    expect(tries).toHaveLength(1);
    box.drop('id-1');
    expect(box.messages).toEqual([]);
  });

  it('is there after a reload, in its order, and goes when the agent says so', async () => {
    const { box, kept } = outbox([OFFLINE, OFFLINE]);
    await box.say('One', 'id-1');
    await box.say('Two', 'id-2');
    const after = outbox([], kept);
    expect(after.box.messages.map(({ text }) => text)).toEqual(['One', 'Two']);
    await after.box.resendAll();
    expect(after.tries).toEqual([]);
    for (const { clientMessageId } of after.box.messages) await after.box.resend(clientMessageId);
    expect(after.tries).toEqual(['id-1 One', 'id-2 Two']);
    expect(outbox([], kept).box.messages).toEqual([]);
  });
});
