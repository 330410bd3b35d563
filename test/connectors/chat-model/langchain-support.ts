import { onTestFinished } from 'vitest';
import {
  createGuardedModel,
  type GuardedModelOptions,
} from '../../../connectors/chat-model/guarded-model.ts';
import { createJsonForms } from '../../../connectors/chat-model/json-form.ts';
import { createLangChainEndpoint } from '../../../connectors/chat-model/langchain.ts';
import { createLangChainAgent } from '../../../connectors/chat-model/langchain-agent.ts';
import { createLangChainModel } from '../../../connectors/chat-model/langchain-model.ts';
import { createModelGuard, type ModelGuardOptions } from '../../../connectors/chat-model/model-guard.ts';
import type { ChatModel } from '../../../src/ports/chat-model.ts';
import type { ToolModel } from '../../../src/ports/tool-model.ts';
import { jsonOnly } from './openai-support.ts';

type Options = Partial<GuardedModelOptions> & ModelGuardOptions;

/** A fake endpoint through LangChain's own client, as a chat model and as a model with tools. */
export function throughLangChain(
  server: { readonly baseUrl: string },
  options: Options = {},
): { readonly chat: ChatModel; readonly tools: ToolModel } {
  const guard = createModelGuard(options);
  const name = 'langchain-openai:test-model';
  const open = createLangChainModel({
    provider: 'langchain-openai',
    model: 'test-model',
    openAi: { baseUrl: server.baseUrl, maxResponseBytes: 4_000_000 },
  });
  const chat = createGuardedModel(
    createLangChainEndpoint({ name, open, jsonForm: createJsonForms(jsonOnly) }),
    guard,
    { parseTimeoutMs: 15_000, replyTimeoutMs: 15_000, ...options },
  );
  onTestFinished(() => chat.close());
  return { chat, tools: createLangChainAgent({ name, open, guard }) };
}
