import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { meterChatModel, meterToolModel } from '../../../connectors/chat-model/metered.ts';
import { createScriptedChatModel } from '../../../connectors/chat-model/scripted.ts';
import type { TracedCall } from '../../../src/domain/trace.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { ChatModel, ChatRequest, TokenUsage } from '../../../src/ports/chat-model.ts';
import type { CallEstimate, ModelLedger } from '../../../src/ports/model-ledger.ts';
import type { ToolModel, ToolRequest } from '../../../src/ports/tool-model.ts';

const { signal } = new AbortController();
const FORM = { name: 'colour', schema: z.object({ colour: z.string() }) };
const REAL = { inputTokens: 12, outputTokens: 3 };
const PROMPT_TOKENS = 500;

/** Writes down what it is told; refuses when it is to. */
function bookkeeper({ isScarce = false, refuses = false } = {}) {
  const reserved: CallEstimate[] = [];
  const settled: (TokenUsage & { outcome: string })[] = [];
  const ledger: ModelLedger = {
    async reserve(estimate) {
      if (refuses) throw new AssistantError('BUDGET_EXCEEDED', 'Spent', { details: { budget: 'day' } });
      reserved.push(estimate);
      return { isScarce, settle: async (usage, outcome) => void settled.push({ ...usage, outcome }) };
    },
  };
  return { reserved, settled, options: { ledger, boundTokens: () => PROMPT_TOKENS } };
}

function asked() {
  const calls: TracedCall[] = [];
  const request: ChatRequest = {
    messages: [{ role: 'user', content: 'which colour?' }],
    maxTokens: 40,
    temperature: 0,
    purpose: 'understand',
    prompt: 'understand@1',
    spender: { conversationId: 'one', onCall: (call) => void calls.push(call) },
  };
  return { calls, request };
}

const failing = (details: Readonly<Record<string, unknown>>, code = 'MODEL_UNAVAILABLE' as const) =>
  createScriptedChatModel({ answers: [new AssistantError(code, 'It failed', { details })] });

async function drain(model: ChatModel, request: ChatRequest, atMost = Number.POSITIVE_INFINITY) {
  let text = '';
  for await (const chunk of model.stream(request, signal)) {
    if (chunk.type === 'text') text += chunk.text;
    if (text.length >= atMost) break;
  }
  return text;
}

describe('a call', () => {
  it('is made after what it may cost was set aside, and settled with what it cost, which its turn hears', async () => {
    const { reserved, settled, options } = bookkeeper();
    const { calls, request } = asked();
    const model = createScriptedChatModel({ answers: ['{"colour": "red"}'], usage: REAL });
    const { value, usage } = await meterChatModel(model, options).parse(request, FORM, signal);
    expect([value, usage]).toEqual([{ colour: 'red' }, REAL]);
    expect(reserved).toMatchObject([
      { model: 'scripted', purpose: 'understand', inputTokens: PROMPT_TOKENS, outputTokens: 40 },
    ]);
    expect(settled).toEqual([{ ...REAL, outcome: 'answered' }]);
    expect(calls).toMatchObject([
      { purpose: 'understand', prompt: 'understand@1', model: 'scripted', ...REAL },
    ]);
    expect(calls[0]?.failed).toBeUndefined();
  });

  it('is not made when a budget is spent', async () => {
    const { options } = bookkeeper({ refuses: true });
    const { calls, request } = asked();
    const model = createScriptedChatModel({ answers: ['{"colour": "red"}'] });
    const metered = meterChatModel(model, options);
    await expect(metered.parse(request, FORM, signal)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    await expect(drain(metered, request)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    expect(model.requests).toEqual([]);
    expect(calls).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, TokenUsage]>([
    ['timed out', { timeoutMs: 5 }, { inputTokens: PROMPT_TOKENS, outputTokens: 40 }],
    ['was given up', { aborted: true }, { inputTokens: PROMPT_TOKENS, outputTokens: 40 }],
    ['was cut', { cut: true }, { inputTokens: PROMPT_TOKENS, outputTokens: 40 }],
    ['met a fault of the endpoint', { status: 503 }, { inputTokens: 0, outputTokens: 0 }],
    ['was counted though it failed', { usage: REAL }, REAL],
    [
      'was counted by nobody',
      { usage: { ...REAL, isGuess: true } },
      { inputTokens: PROMPT_TOKENS, outputTokens: 40 },
    ],
    ['was refused', { status: 429 }, { inputTokens: 0, outputTokens: 0 }],
    ['was not sent, the circuit being open', { circuit: 'open' }, { inputTokens: 0, outputTokens: 0 }],
    ['was not sent, others waiting', { busy: true }, { inputTokens: 0, outputTokens: 0 }],
  ])('that %s costs what it may have cost', async (_how, details, cost) => {
    const { settled, options } = bookkeeper();
    const { calls, request } = asked();
    const metered = meterChatModel(failing(details), options);
    await expect(metered.parse(request, FORM, signal)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    await expect(drain(metered, request)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(settled).toEqual([
      { ...cost, outcome: 'failed' },
      { ...cost, outcome: 'failed' },
    ]);
    expect(calls.map(({ failed }) => failed)).toEqual(['MODEL_UNAVAILABLE', 'MODEL_UNAVAILABLE']);
  });
});

it('costs nothing when no connection came about', async () => {
  const { settled, options } = bookkeeper();
  const cause = Object.assign(new TypeError('connect'), { code: 'ECONNREFUSED' });
  const model = createScriptedChatModel({
    answers: [new AssistantError('MODEL_UNAVAILABLE', 'It cannot be reached', { cause })],
  });
  await expect(meterChatModel(model, options).parse(asked().request, FORM, signal)).rejects.toThrow();
  expect(settled).toEqual([{ inputTokens: 0, outputTokens: 0, outcome: 'failed' }]);
});

describe('a stream', () => {
  it('is settled with what the endpoint counted', async () => {
    const { settled, options } = bookkeeper();
    const model = createScriptedChatModel({ answers: ['a red scarf'], usage: REAL });
    expect(await drain(meterChatModel(model, options), asked().request)).toBe('a red scarf');
    expect(settled).toEqual([{ ...REAL, outcome: 'answered' }]);
  });

  it('that nobody counted costs what was set aside', async () => {
    const { settled, options } = bookkeeper();
    const model = createScriptedChatModel({ answers: ['a red scarf'], usage: { ...REAL, isGuess: true } });
    await drain(meterChatModel(model, options), asked().request);
    expect(settled).toEqual([{ inputTokens: PROMPT_TOKENS, outputTokens: 40, outcome: 'answered' }]);
  });

  it('that its reader leaves costs what was set aside: the model may have written on', async () => {
    const { settled, options } = bookkeeper();
    const model = createScriptedChatModel({ answers: ['a red scarf and more'], chunkLength: 5 });
    await drain(meterChatModel(model, options), asked().request, 10);
    expect(settled).toEqual([{ inputTokens: PROMPT_TOKENS, outputTokens: 40, outcome: 'answered' }]);
  });

  it('is to be half as long when a budget is nearly spent, an answer that is read by us is not', async () => {
    const { options } = bookkeeper({ isScarce: true });
    const model = createScriptedChatModel({ answers: ['{"colour": "red"}'] });
    const metered = meterChatModel(model, options);
    await drain(metered, asked().request);
    await metered.parse(asked().request, FORM, signal);
    expect(model.requests.map(({ maxTokens }) => maxTokens)).toEqual([20, 40]);
  });
});

describe('a run with tools', () => {
  const request: ToolRequest = {
    ...asked().request,
    purpose: 'plan',
    tools: [{ name: 'search', description: 'Searches', parameters: z.object({}), call: async () => [] }],
    mostCalls: 2,
    deadlineMs: 1_000,
  };
  const toolModel = (usage: TokenUsage): ToolModel => ({
    name: 'tools',
    run: async () => ({ text: 'done', calls: [], usage }),
    isAvailable: () => true,
    close: async () => {},
  });

  it('sets aside all steps, each of which reads the ones before it again', async () => {
    const { reserved, settled, options } = bookkeeper();
    await meterToolModel(toolModel(REAL), options).run(request, signal);
    expect(reserved).toMatchObject([
      { purpose: 'plan', inputTokens: 3 * 500 + 3 * 1_040, outputTokens: 120 },
    ]);
    expect(settled).toEqual([{ ...REAL, outcome: 'answered' }]);
  });

  it('that nobody counted costs what it may have cost', async () => {
    const { settled, options } = bookkeeper();
    await meterToolModel(toolModel({ inputTokens: 0, outputTokens: 0 }), options).run(request, signal);
    expect(settled).toMatchObject([{ inputTokens: 4_620, outputTokens: 120 }]);
  });
});
