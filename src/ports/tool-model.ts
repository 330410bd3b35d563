import type * as z from 'zod';
import type { ChatRequest, TokenUsage } from './chat-model.ts';

/** Something a model may ask for. What it answers is data: the driver fences it before the model reads it. */
export interface ModelTool {
  /** Lower case, words joined by "_". */
  readonly name: string;
  readonly description: string;
  readonly parameters: z.ZodType;
  /**
   * @param given Of the shape of `parameters`; what has another shape is answered with what is wrong, and `call` is not called.
   * @returns JSON. An AssistantError becomes an answer the model reads; anything else ends the run.
   */
  call(given: unknown, signal: AbortSignal): Promise<unknown>;
}

export interface ToolCall {
  readonly name: string;
  readonly given: unknown;
  /** False for a tool that is not allowed, a shape that is wrong, or an error. */
  readonly accepted: boolean;
}

export interface ToolRequest extends ChatRequest {
  /** Those of this state of the conversation, no other. */
  readonly tools: readonly ModelTool[];
  /** Calls in the whole run; the run ends with what there is then. */
  readonly mostCalls: number;
  /** Of the whole run, milliseconds. */
  readonly deadlineMs: number;
  /** True as soon as nothing more is wanted: the model is then not asked again, not even for words. */
  readonly isSettled?: () => boolean;
}

/** A model that works in several steps with tools. Errors as of `ChatModel`. */
export interface ToolModel {
  readonly name: string;
  run(
    request: ToolRequest,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly calls: readonly ToolCall[]; readonly usage: TokenUsage }>;
  isAvailable(): boolean;
  close(): Promise<void>;
}
