import type { BaseMessage } from '@langchain/core/messages';
import type { ChatOpenAIFields } from '@langchain/openai';
import type { ConfigurableModel } from 'langchain/chat_models/universal';
import type { ChatMessage, TokenUsage } from '../../src/ports/chat-model.ts';
import { toDataUrl } from './data-url.ts';
import { forbidTracing } from './forbid-tracing.ts';
import { findProvider } from './langchain-providers.ts';
import { type OpenAiClientOptions, toClientOptions } from './openai-client.ts';
import { withReadableArguments } from './readable-arguments.ts';

export interface LangChainModelOptions {
  /** The word before the colon of the model's name. */
  readonly provider: string;
  readonly model: string;
  /** As the provider's package takes them ("baseUrl" of Ollama). */
  readonly options?: Readonly<Record<string, unknown>>;
  /** For OpenAI's package, which is then led through our client's limits. */
  readonly openAi?: OpenAiClientOptions & { readonly api?: 'chat' | 'responses' };
}

interface Manner {
  readonly maxTokens: number;
  /** Absent: the model's own. */
  readonly temperature?: number;
}

/** A model of LangChain for each manner of asking it, which its packages fix when it is made. */
export type OpenLangChainModel = (manner: Manner) => Promise<ConfigurableModel>;

/**
 * LangChain is loaded on first use (some 200 ms and 100 MB).
 *
 * @throws {AssistantError} CONFIGURATION_INVALID at once when the provider is unknown or its package is missing.
 */
export function createLangChainModel(settings: LangChainModelOptions): OpenLangChainModel {
  const provider = findProvider(settings.provider);
  const made = new Map<string, Promise<ConfigurableModel>>();

  async function make({ maxTokens, temperature }: Manner): Promise<ConfigurableModel> {
    await forbidTracing();
    const { initChatModel } = await import('langchain/chat_models/universal');
    return await initChatModel(settings.model, {
      modelProvider: provider.key,
      ...settings.options,
      ...(settings.openAi === undefined ? {} : openAiFields(settings.openAi)),
      maxRetries: 0,
      [provider.maxTokens]: maxTokens,
      ...(temperature === undefined ? {} : { temperature }),
    });
  }

  return (manner) => {
    const key = `${manner.maxTokens} ${manner.temperature}`;
    const present = made.get(key);
    if (present !== undefined) return present;
    const model = make(manner);
    made.set(key, model);
    model.catch(() => made.delete(key));
    return model;
  };
}

function openAiFields(
  options: OpenAiClientOptions & { readonly api?: 'chat' | 'responses' },
): ChatOpenAIFields {
  const configuration = toClientOptions(options);
  return {
    apiKey: configuration.apiKey,
    configuration: { ...configuration, fetch: withReadableArguments(configuration.fetch) },
    useResponsesApi: options.api === 'responses',
    streamUsage: true,
    ...(options.api === 'responses' ? { modelKwargs: { store: false } } : {}),
  };
}

/** Messages as LangChain takes them. */
export async function toLangChainMessages(messages: readonly ChatMessage[]): Promise<BaseMessage[]> {
  const { AIMessage, HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  const classes = { system: SystemMessage, user: HumanMessage, assistant: AIMessage };
  return messages.map(({ role, content, images = [] }) => {
    if (role !== 'user' || images.length === 0) return new classes[role](content);
    const parts = images.map((image) => ({
      type: 'image_url',
      image_url: { url: toDataUrl(image), detail: 'low' },
    }));
    return new HumanMessage({ content: [{ type: 'text', text: content }, ...parts] });
  });
}

/** Tokens that LangChain's messages tell of; absent where the provider does not count. */
export function usageOf(message: object): TokenUsage | undefined {
  const usage: unknown = 'usage_metadata' in message ? message.usage_metadata : undefined;
  if (typeof usage !== 'object' || usage === null) return undefined;
  const [input, output] = [
    'input_tokens' in usage ? usage.input_tokens : undefined,
    'output_tokens' in usage ? usage.output_tokens : undefined,
  ];
  return typeof input === 'number' && typeof output === 'number'
    ? { inputTokens: input, outputTokens: output }
    : undefined;
}

export const addUsage = (one: TokenUsage, other: TokenUsage): TokenUsage => ({
  inputTokens: one.inputTokens + other.inputTokens,
  outputTokens: one.outputTokens + other.outputTokens,
});
