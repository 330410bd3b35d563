import * as z from 'zod';
import { createGuardedModel } from '../../connectors/chat-model/guarded-model.ts';
import { createJsonForms } from '../../connectors/chat-model/json-form.ts';
import { createLangChainEndpoint } from '../../connectors/chat-model/langchain.ts';
import { createLangChainAgent } from '../../connectors/chat-model/langchain-agent.ts';
import { createLangChainModel } from '../../connectors/chat-model/langchain-model.ts';
import { createModelGuard } from '../../connectors/chat-model/model-guard.ts';
import { createModeration } from '../../connectors/chat-model/moderation.ts';
import { createOpenAiChatModel } from '../../connectors/chat-model/openai.ts';
import {
  createOpenAiEmbeddingModel,
  type OpenAiEmbeddingModelOptions,
} from '../../connectors/embedding-model/openai.ts';
import type { Settings } from '../config/config.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ChatModel } from '../ports/chat-model.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { SideCall } from '../ports/model-ledger.ts';
import type { Moderation } from '../ports/moderation.ts';
import type { Prompt } from '../ports/prompt.ts';
import type { ToolModel } from '../ports/tool-model.ts';

/** One language model, asked in two ways under one guard. */
export interface OutsideModel {
  readonly chat: ChatModel;
  readonly tools: ToolModel;
}

type ModelSettings = Pick<
  Settings,
  | 'CHAT_MODEL'
  | 'CHAT_API'
  | 'CHAT_BASE_URL'
  | 'CHAT_API_KEY'
  | 'CHAT_OPTIONS'
  | 'CHAT_PARSE_TIMEOUT_MS'
  | 'CHAT_REPLY_TIMEOUT_MS'
  | 'CHAT_CIRCUIT_OPEN_MS'
  | 'CHAT_MODERATION'
>;

/** Longest body of an answer that is read. */
const MAX_RESPONSE_BYTES = 4_000_000;

/** What CHAT_OPTIONS may say of an "openai:" model; `body` holds further fields of a request. */
const openAiOptionsSchema = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  apiKey: z.string().min(1).optional(),
  api: z.enum(['chat', 'responses']).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The language models of the settings, in their order. Each connects, and loads what it is built of, on first use.
 *
 * @param jsonOnly `prompts/json-only.md`.
 * @throws {AssistantError} CONFIGURATION_INVALID for a provider that is unknown or whose package is not installed, and for options that are
 *   not of an "openai:" model.
 */
export function outsideChatModels(settings: ModelSettings, jsonOnly: Prompt): OutsideModel[] {
  return settings.CHAT_MODEL.map((name) => openOutsideModel(name, settings, jsonOnly));
}

function openOutsideModel(name: string, settings: ModelSettings, jsonOnly: Prompt): OutsideModel {
  const [provider = '', model = ''] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  const guard = createModelGuard({ circuitOpenMs: settings.CHAT_CIRCUIT_OPEN_MS });
  const timeouts = {
    parseTimeoutMs: settings.CHAT_PARSE_TIMEOUT_MS,
    replyTimeoutMs: settings.CHAT_REPLY_TIMEOUT_MS,
  };
  const options = { ...settings.CHAT_OPTIONS[provider], ...settings.CHAT_OPTIONS[name] };
  if (provider === 'openai' || provider === 'langchain-openai') {
    const { body, ...place } = openAiPlace(options, settings);
    const openAi = { ...place, maxResponseBytes: MAX_RESPONSE_BYTES };
    const open = createLangChainModel({ provider: 'langchain-openai', model, openAi });
    const chat =
      provider === 'openai'
        ? createOpenAiChatModel({ ...openAi, ...timeouts, model, jsonOnly, guard, extraBody: body })
        : createGuardedModel(
            createLangChainEndpoint({ name, open, jsonForm: createJsonForms(jsonOnly) }),
            guard,
            timeouts,
          );
    return { chat, tools: createLangChainAgent({ name, open, guard }) };
  }
  const open = createLangChainModel({ provider, model, options });
  const endpoint = createLangChainEndpoint({ name, open, jsonForm: createJsonForms(jsonOnly) });
  return {
    chat: createGuardedModel(endpoint, guard, timeouts),
    tools: createLangChainAgent({ name, open, guard }),
  };
}

/** Longest wait for the judgement of a message; it is made while the message is understood. */
const MODERATION_TIMEOUT_MS = 1_500;

/** The moderation of the settings' OpenAI-compatible endpoint; undefined when it is not to be asked. */
export function outsideModeration(
  settings: ModelSettings,
  onCall: (call: SideCall) => void,
): Moderation | undefined {
  if (!settings.CHAT_MODERATION) return undefined;
  const { baseUrl, apiKey } = openAiPlace(settings.CHAT_OPTIONS.openai ?? {}, settings);
  return createModeration({
    timeoutMs: MODERATION_TIMEOUT_MS,
    onCall,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}

function openAiPlace(options: Readonly<Record<string, unknown>>, settings: ModelSettings) {
  const parsed = openAiOptionsSchema.safeParse(options);
  if (!parsed.success) {
    throw new AssistantError(
      'CONFIGURATION_INVALID',
      'FLOORWALKER_CHAT_OPTIONS: an "openai:" model takes baseUrl, apiKey, api ("chat" or "responses") and body',
    );
  }
  const { baseUrl = settings.CHAT_BASE_URL, apiKey = settings.CHAT_API_KEY } = parsed.data;
  return {
    api: parsed.data.api ?? settings.CHAT_API,
    body: parsed.data.body ?? {},
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

/** The embedding model of the settings; undefined when none is named. Connects on first use. */
export function outsideEmbeddingModel(
  settings: Pick<Settings, 'EMBEDDING_MODEL' | 'EMBEDDING_BASE_URL' | 'EMBEDDING_API_KEY'>,
  options: Omit<OpenAiEmbeddingModelOptions, 'model' | 'baseUrl' | 'apiKey'>,
): EmbeddingModel | undefined {
  const { EMBEDDING_MODEL: name, EMBEDDING_BASE_URL: baseUrl, EMBEDDING_API_KEY: apiKey } = settings;
  if (name === undefined) return undefined;
  return createOpenAiEmbeddingModel({
    ...options,
    model: name.replace(/^openai:/, ''),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}
