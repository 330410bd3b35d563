import type * as z from 'zod';
import type { TracedCall } from '../domain/trace.ts';

export const CHAT_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture as it is sent to a model. */
export interface ChatImage {
  readonly mediaType: (typeof CHAT_IMAGE_TYPES)[number];
  readonly base64: string;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** What is looked at with the words; of user messages only, and only for models that take pictures. */
  readonly images?: readonly ChatImage[];
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The endpoint did not count: it may have been more. */
  readonly isGuess?: boolean;
}

/** What a call is for: budgets and reports are by purpose. */
export type ModelPurpose = 'understand' | 'see' | 'translate' | 'reply' | 'plan' | 'orders' | 'check';

/** On whose behalf a model is asked. */
export interface Spender {
  readonly conversationId: string;
  /** An IPv4 address, or the first 64 bits of an IPv6 one; absent where there is none, as in the terminal. */
  readonly addressPrefix?: string;
  /** Hears of every call that was made for it. */
  readonly onCall?: (call: TracedCall) => void;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly maxTokens: number;
  readonly temperature: number;
  readonly purpose: ModelPurpose;
  /** Absent: the shop itself. */
  readonly spender?: Spender;
  /** "reply@4": the prompt with its version; absent where there is none. */
  readonly prompt?: string;
  /** True when no word of the prompt is of a person: the answer may be kept for others. */
  readonly shareable?: boolean;
  /** Longest wait for the answer, or for the first words of a stream, where it is shorter than the model's own. */
  readonly deadlineMs?: number;
}

export type ChatChunk =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'usage'; readonly usage: TokenUsage };

/**
 * A language model. Retries, timeouts and the circuit breaker are inside; every failure is an AssistantError:
 * MODEL_TIMEOUT, MODEL_UNAVAILABLE (also while the circuit is open, `details.circuit: 'open'`), MODEL_RATE_LIMITED,
 * MODEL_INVALID_ANSWER (not JSON, or not of the schema; `details.answer` holds the first 500 characters), MODEL_FAILED.
 */
export interface ChatModel {
  /** As configured, "openai:gpt-5-mini". */
  readonly name: string;
  /** One answer of the schema's shape. */
  parse<T>(
    request: ChatRequest,
    schema: { readonly name: string; readonly schema: z.ZodType<T> },
    signal: AbortSignal,
  ): Promise<{ readonly value: T; readonly usage: TokenUsage }>;
  /** Text as it is written; ends with one `usage` chunk. Throws mid-way when the stream is cut. */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatChunk>;
  /** True while calls are let through. */
  isAvailable(): boolean;
  close(): Promise<void>;
}
