import { expect, it } from 'vitest';
import * as z from 'zod';
import { createAnswerCache } from '../../../connectors/chat-model/answer-cache.ts';
import { createScriptedChatModel } from '../../../connectors/chat-model/scripted.ts';
import { colour, failure, never, red, request } from './openai-support.ts';

const about = (content: string, shareable = true) => ({
  ...request,
  messages: [{ role: 'user' as const, content }],
  shareable,
});

it('asks once for what anybody may know, and the second answer uses no tokens', async () => {
  const model = createScriptedChatModel({ answers: [JSON.stringify(red)] });
  const cached = createAnswerCache(model, { most: 10 });
  const first = await cached.parse(about('scarves'), colour, never);
  const second = await cached.parse(about('scarves'), colour, never);

  expect([first.value, second.value]).toEqual([red, red]);
  expect([first.usage.inputTokens, second.usage.inputTokens]).toEqual([10, 0]);
  expect(model.requests).toHaveLength(1);
});

it('keeps nothing that was not said to be shareable', async () => {
  const model = createScriptedChatModel({ answers: [JSON.stringify(red)] });
  const cached = createAnswerCache(model, { most: 10 });
  await cached.parse(about('my scarf', false), colour, never);
  await cached.parse(about('my scarf', false), colour, never);
  await cached.parse(request, colour, never);
  await cached.parse(about('my scarf'), colour, never);

  expect(model.requests).toHaveLength(4);
});

it('keeps no answer that was wrong', async () => {
  const model = createScriptedChatModel({ answers: ['{"colour": 1}', JSON.stringify(red)] });
  const cached = createAnswerCache(model, { most: 10 });
  await failure(cached.parse(about('scarves'), colour, never));

  expect((await cached.parse(about('scarves'), colour, never)).value).toEqual(red);
});

it('tells other words, other schemas and other settings apart', async () => {
  const model = createScriptedChatModel({ answers: [JSON.stringify(red)] });
  const cached = createAnswerCache(model, { most: 10 });
  await cached.parse(about('scarves'), colour, never);
  await cached.parse(about('Scarves'), colour, never);
  await cached.parse({ ...about('scarves'), maxTokens: 7 }, colour, never);
  await cached.parse(about('scarves'), { ...colour, schema: z.looseObject({}) }, never);

  expect(model.requests).toHaveLength(4);
});

it('keeps those used last, and none when it may keep none', async () => {
  const model = createScriptedChatModel({ answers: [JSON.stringify(red)] });
  const cached = createAnswerCache(model, { most: 2 });
  for (const word of ['a', 'b', 'a', 'c', 'a', 'b']) await cached.parse(about(word), colour, never);
  expect(model.requests.map(({ messages }) => messages[0]?.content)).toEqual(['a', 'b', 'c', 'b']);

  const nothing = createAnswerCache(model, { most: 0 });
  for (const word of ['a', 'a']) await nothing.parse(about(word), colour, never);
  expect(model.requests).toHaveLength(6);
});
