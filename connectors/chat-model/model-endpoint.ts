import type * as z from 'zod';
import type { ChatRequest, TokenUsage } from '../../src/ports/chat-model.ts';

/** The form an answer is to have. */
export interface AnswerForm {
  readonly name: string;
  readonly schema: z.ZodType;
}

export interface WrittenAnswer {
  readonly text: string;
  /** Absent where the endpoint does not count. */
  readonly usage?: TokenUsage | undefined;
}

/** A piece of a stream. */
export interface WrittenPiece {
  /** May be empty. */
  readonly text: string;
  /** The endpoint said that the answer is whole. */
  readonly finished: boolean;
  /** Tokens so far, the last one counts. */
  readonly usage?: TokenUsage | undefined;
}

/** One way to reach a language model, without deadline, retry or circuit. Errors as of `toModelError`. */
export interface ModelEndpoint {
  /** As configured, "openai:gpt-5-mini". */
  readonly name: string;
  /** A whole answer, meant to be JSON of the form. Never empty. */
  answer(request: ChatRequest, form: AnswerForm, signal: AbortSignal): Promise<WrittenAnswer>;
  /** Resolves when the endpoint has accepted the request. */
  write(request: ChatRequest, signal: AbortSignal): Promise<AsyncIterator<WrittenPiece>>;
}
