import { describe, expect, it } from 'vitest';
import { createScriptedChatModel } from '../../connectors/chat-model/scripted.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createModelParser } from '../../src/understanding/model-parser.ts';
import { answer, command, context, repairPrompt, signal, vocabulary } from './model-parser-support.ts';

const fresh: DialogueState = {
  turn: 0,
  language: 'en',
  need: EMPTY_NEED,
  shown: [],
  seen: [],
  handedOff: false,
  opened: [],
};
const { pageProductId: _, ...elsewhere } = context;
const first = { ...elsewhere, state: fresh };

/** What a model is asked for a message. */
async function asked(utterance: string, over: Partial<typeof context> = {}) {
  const chatModel = createScriptedChatModel({
    answers: [JSON.stringify(answer(command('greet')))],
  });
  const prompt = await loadPrompt('understand');
  const parser = createModelParser({ chatModel, vocabulary, prompt, repairPrompt, deadlineMs: 1_000 });
  await parser.parse(utterance, { ...first, ...over }, signal);
  return chatModel.requests[0];
}

describe('the answer to a message may be kept for others', () => {
  it('when it opens a conversation and holds nothing of a person', async () => {
    expect((await asked('a red scarf'))?.shareable).toBe(true);
    expect((await asked('a red scarf', { state: { ...fresh, turn: 3 } }))?.shareable).toBe(true);
  });

  it.each([
    ['holds an address', 'write to anna@example.org', {}],
    ['holds a number', 'call me at 0171 2345678', {}],
    ['is long', 'a scarf '.repeat(11), {}],
    ['comes after others', 'and in blue?', { state: context.state }],
    ['comes from the page of a product', 'is it warm?', { pageProductId: 'p-1' }],
    ['answers a question', 'red', { state: { ...fresh, focus: 'p-1' } }],
  ])('not when it %s', async (_reason, utterance, over) => {
    expect((await asked(utterance, over))?.shareable).toBe(false);
  });
});

describe('the words an endpoint may keep', () => {
  const beginning = (request: Awaited<ReturnType<typeof asked>>) => request?.messages[0]?.content ?? '';

  it('are the same to the end of the vocabulary, whoever says whatever', async () => {
    const [one, other] = await Promise.all([
      asked('a red scarf'),
      asked('something else entirely', { state: context.state, pageProductId: 'p-1', turn: 7 }),
    ]);

    expect(beginning(one)).toBe(beginning(other));
    expect(beginning(one).length).toBeGreaterThan(1_000);
  });

  it('are the same up to what differs by market', async () => {
    const market = { ...context.market, currency: 'JPY' };
    const [one, other] = [beginning(await asked('a scarf')), beginning(await asked('a scarf', { market }))];
    const differs = [...one].findIndex((character, index) => character !== other[index]);

    expect(one).not.toBe(other);
    expect(one.slice(0, differs)).toContain('Fields that do not apply');
  });
});
