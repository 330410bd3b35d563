import type { ChatModel } from '../../src/ports/chat-model.ts';
import type { Prompt } from '../../src/ports/prompt.ts';
import { createChatCompletions } from './chat-completions.ts';
import { createGuardedModel, type GuardedModelOptions } from './guarded-model.ts';
import { createJsonForms } from './json-form.ts';
import { createModelGuard, type ModelGuardOptions } from './model-guard.ts';
import { createLazyOpenAiClient, type OpenAiPlace } from './openai-client.ts';
import { createResponses } from './responses.ts';

export interface OpenAiChatModelOptions extends OpenAiPlace, GuardedModelOptions, ModelGuardOptions {
  /** As the endpoint calls it ("gpt-5-mini"). */
  readonly model: string;
  /** `prompts/json-only.md`. */
  readonly jsonOnly: Prompt;
  /** Chat completions are what most endpoints have; `responses` is OpenAI's younger interface. */
  readonly api?: 'chat' | 'responses';
  readonly maxResponseBytes?: number;
  /** Further fields of the request body, for what an endpoint offers beyond ("reasoning_effort"). */
  readonly extraBody?: Readonly<Record<string, unknown>>;
}

/** A language model behind OpenAI's client, which speaks with any endpoint that has one of its interfaces. */
export function createOpenAiChatModel(options: OpenAiChatModelOptions): ChatModel {
  const createEndpoint = options.api === 'responses' ? createResponses : createChatCompletions;
  const endpoint = createEndpoint({
    name: `openai:${options.model}`,
    model: options.model,
    client: createLazyOpenAiClient({ maxResponseBytes: 4_000_000, ...options }),
    jsonForm: createJsonForms(options.jsonOnly),
    isOpenAi: options.baseUrl === undefined,
    ...(options.extraBody === undefined ? {} : { extraBody: options.extraBody }),
  });
  return createGuardedModel(endpoint, options.guard ?? createModelGuard(options), options);
}
