import { createOpenAiChatModel, type OpenAiChatModelOptions } from '../../connectors/chat-model/openai.ts';
import {
  createOpenAiEmbeddingModel,
  type OpenAiEmbeddingModelOptions,
} from '../../connectors/embedding-model/openai.ts';
import type { Settings } from '../config/config.ts';
import type { ChatModel } from '../ports/chat-model.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';

type Place = 'model' | 'baseUrl' | 'apiKey';

/** The language model of the settings; undefined when none is named. Connects on first use. */
export function outsideChatModel(
  settings: Pick<Settings, 'CHAT_MODEL' | 'CHAT_BASE_URL' | 'CHAT_API_KEY'>,
  options: Omit<OpenAiChatModelOptions, Place>,
): ChatModel | undefined {
  const { CHAT_MODEL: name, CHAT_BASE_URL: baseUrl, CHAT_API_KEY: apiKey } = settings;
  return name === undefined
    ? undefined
    : createOpenAiChatModel({ ...options, ...placeOf(name, baseUrl, apiKey) });
}

/** The embedding model of the settings; undefined when none is named. Connects on first use. */
export function outsideEmbeddingModel(
  settings: Pick<Settings, 'EMBEDDING_MODEL' | 'EMBEDDING_BASE_URL' | 'EMBEDDING_API_KEY'>,
  options: Omit<OpenAiEmbeddingModelOptions, Place>,
): EmbeddingModel | undefined {
  const { EMBEDDING_MODEL: name, EMBEDDING_BASE_URL: baseUrl, EMBEDDING_API_KEY: apiKey } = settings;
  return name === undefined
    ? undefined
    : createOpenAiEmbeddingModel({ ...options, ...placeOf(name, baseUrl, apiKey) });
}

/** @param name "openai:<name>", as the configuration demands. */
function placeOf(name: string, baseUrl: string | undefined, apiKey: string | undefined) {
  return {
    model: name.replace(/^openai:/, ''),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}
