import { expect, it } from 'vitest';
import { type ModelReply, wordReply } from '../../src/chat/word-reply.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import type { TurnEvent } from '../../src/domain/turn.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createReplier } from '../../src/reply/replier.ts';

const replier = createReplier();
const product = {
  reasons: [],
  view: {
    productId: 'scarf',
    title: 'Plain scarf',
    category: [],
    price: { amountMinor: 2_000, currency: 'USD', formatted: '$20.00' },
    availability: 'in-stock' as const,
    attributes: {},
  },
};
const PLAN: ReplyPlan = {
  locale: 'en-US',
  language: 'en',
  steps: [
    {
      act: 'show',
      mode: 'new',
      need: { query: 'scarf', constraints: [] },
      products: [product],
      total: 1,
      relaxed: [],
      unknown: [],
      exhausted: false,
    },
  ],
};
const usage = { inputTokens: 7, outputTokens: 3 };
const timeout = new AssistantError('MODEL_TIMEOUT', 'No words in time');

async function word(
  modelReply: ModelReply | undefined,
  { plan = PLAN, signal = new AbortController().signal } = {},
) {
  const heard: string[] = [];
  const emit = (event: TurnEvent) => {
    if (event.type === 'reply-delta') heard.push(event.text);
  };
  const rooms = modelReply === undefined ? { replier } : { replier, modelReply };
  return { worded: await wordReply(rooms, plan, emit, { signal }), heard: heard.join('') };
}

it('says the template when there is no model', async () => {
  const { worded, heard } = await word(undefined);
  expect(worded).toMatchObject({ ...replier.compose(PLAN), by: 'embedded', degraded: [] });
  expect(heard).toBe(worded.text);
});

it('says what the model says, as it says it', async () => {
  const { worded, heard } = await word(async (_plan, draft, { onDelta }) => {
    onDelta('Take this ');
    onDelta('one.');
    return { text: 'Take this one.', claims: draft.claims, usage };
  });
  expect(worded).toMatchObject({ text: 'Take this one.', by: 'model', usage, degraded: [] });
  expect(heard).toBe('Take this one.');
});

it('says the template when the model fails before its first words, and why', async () => {
  const { worded, heard } = await word(async () => {
    throw timeout;
  });
  expect(worded).toMatchObject({
    text: replier.compose(PLAN).text,
    by: 'embedded',
    degraded: [{ component: 'chat-model', reason: 'MODEL_TIMEOUT' }],
  });
  expect(heard).toBe(worded.text);
});

it('keeps what was read when the model fails after its first words, and claims nothing that was not said', async () => {
  const { worded, heard } = await word(async (_plan, _draft, { onDelta }) => {
    onDelta('The Plain scarf');
    throw timeout;
  });
  expect(worded).toMatchObject({ text: 'The Plain scarf', by: 'model' });
  expect(worded.degraded).toEqual([{ component: 'chat-model', reason: 'MODEL_TIMEOUT' }]);
  expect(heard).toBe(worded.text);
  expect(worded.claims.every(({ text }) => worded.text.includes(text))).toBe(true);
});

it('tells that the template finished what the model had begun', async () => {
  const { worded } = await word(async () => ({
    text: 'Both.',
    claims: [],
    usage,
    interrupted: 'MODEL_TIMEOUT',
  }));
  expect(worded).toMatchObject({
    by: 'model',
    degraded: [{ component: 'chat-model', reason: 'MODEL_TIMEOUT' }],
  });
});

it('names a fault that is none of ours without its words', async () => {
  const { worded } = await word(async () => {
    throw new RangeError('secret of the vendor');
  });
  expect(worded.degraded).toEqual([{ component: 'chat-model', reason: 'INTERNAL' }]);
});

it('says nothing more once the turn was given up', async () => {
  const given = new AbortController();
  const heard: string[] = [];
  const gone: ModelReply = async () => {
    given.abort();
    throw timeout;
  };
  await expect(
    wordReply({ replier, modelReply: gone }, PLAN, (event) => heard.push(event.type), given),
  ).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(heard).toEqual([]);
});

it('does not ask the model for words that must not vary', async () => {
  const handoff: ReplyPlan = { ...PLAN, steps: [{ act: 'handoff', reason: 'complaint' }] };
  const { worded } = await word(() => expect.unreachable(), { plan: handoff });
  expect(worded.by).toBe('embedded');
});

it('says first what is in a picture, in the words of the template, and leaves the rest to the model', async () => {
  const seen = { act: 'picture', outcome: 'seen', words: 'plain scarf' } as const;
  const plan = { ...PLAN, steps: [seen, ...PLAN.steps] };
  let asked: ReplyPlan | undefined;
  const { worded, heard } = await word(
    async (given, _draft, { onDelta }) => {
      asked = given;
      onDelta('Take this one.');
      return { text: 'Take this one.', claims: [], usage };
    },
    { plan },
  );
  expect(heard).toBe('In the picture I see: plain scarf. Take this one.');
  expect(worded).toMatchObject({ text: heard, by: 'model' });
  expect(asked?.steps).toEqual(PLAN.steps);

  const failed = await word(async () => await Promise.reject(timeout), { plan });
  expect(failed.heard).toBe(replier.compose(plan).text);
  expect(failed.worded).toMatchObject({ text: failed.heard, by: 'embedded' });
});
