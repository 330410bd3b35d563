import { expect, it } from 'vitest';
import * as z from 'zod';
import { createScriptedChatModel } from '../../../connectors/chat-model/scripted.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

const request = {
  messages: [{ role: 'user' as const, content: 'hello' }],
  maxTokens: 10,
  temperature: 0,
  purpose: 'reply' as const,
};
const shape = { name: 'greeting', schema: z.object({ hello: z.string() }) };
const signal = new AbortController().signal;

it('says its answers in order, the last one again', async () => {
  const model = createScriptedChatModel({ answers: ['{"hello":"a"}', '{"hello":"b"}'] });
  const said = [];
  for (let call = 0; call < 3; call += 1) said.push((await model.parse(request, shape, signal)).value.hello);

  expect(said).toEqual(['a', 'b', 'b']);
  expect(model.requests).toHaveLength(3);
});

it('streams the text in pieces with the usage last', async () => {
  const model = createScriptedChatModel({ answers: () => 'warm scarf', chunkLength: 4 });
  const chunks = await Array.fromAsync(model.stream(request, signal));

  expect(chunks).toEqual([
    { type: 'text', text: 'warm' },
    { type: 'text', text: ' sca' },
    { type: 'text', text: 'rf' },
    { type: 'usage', usage: { inputTokens: 10, outputTokens: 5 } },
  ]);
});

it.each([
  ['the error of the script', new AssistantError('MODEL_TIMEOUT', 'late'), 'MODEL_TIMEOUT'],
  ['an answer of another shape', '{"bye":1}', 'MODEL_INVALID_ANSWER'],
  ['an answer that is not JSON', 'hello', 'MODEL_INVALID_ANSWER'],
])('fails with %s', async (_, answer, code) => {
  await expect(
    createScriptedChatModel({ answers: [answer] }).parse(request, shape, signal),
  ).rejects.toMatchObject({ code });
});
