import { expect, onTestFinished } from 'vitest';
import * as z from 'zod';
import { createOpenAiChatModel, type OpenAiChatModelOptions } from '../../../connectors/chat-model/openai.ts';
import { loadPrompt } from '../../../prompts/load-prompt.ts';
import type { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest } from '../../../src/ports/chat-model.ts';
import {
  type FakeModes,
  type FakeOpenAi,
  type FakeOpenAiOptions,
  startFakeOpenAi,
} from '../../support/fake-openai/server.ts';

export const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Understand.' },
    { role: 'user', content: 'a red scarf' },
  ],
  maxTokens: 200,
  temperature: 0,
  purpose: 'reply',
};
export const colour = { name: 'colour', schema: z.object({ colour: z.string(), sure: z.boolean() }) };
export const red = { colour: 'red', sure: true };

export const jsonOnly = await loadPrompt('json-only');

/** An endpoint, closed when the test ends. */
export async function fake(mode: FakeModes, options: Partial<FakeOpenAiOptions> = {}): Promise<FakeOpenAi> {
  const server = await startFakeOpenAi({ mode, ...options });
  onTestFinished(() => server.close());
  return server;
}

export function model(server: { baseUrl: string }, options: Partial<OpenAiChatModelOptions> = {}): ChatModel {
  const created = createOpenAiChatModel({
    model: 'test-model',
    baseUrl: server.baseUrl,
    parseTimeoutMs: 2_000,
    replyTimeoutMs: 2_000,
    jsonOnly,
    ...options,
  });
  onTestFinished(() => created.close());
  return created;
}

export const never = new AbortController().signal;

export async function failure(work: Promise<unknown>): Promise<AssistantError> {
  return work.then(
    (value) => expect.unreachable(`resolved with ${JSON.stringify(value)}`),
    (error: AssistantError) => error,
  );
}

export async function listen(chunks: AsyncIterable<ChatChunk>) {
  let text = '';
  const usage = [];
  try {
    for await (const chunk of chunks) {
      if (chunk.type === 'text') text += chunk.text;
      else usage.push(chunk.usage);
    }
    return { text, usage };
  } catch (error) {
    return { text, usage, error: error as AssistantError };
  }
}
