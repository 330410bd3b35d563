import { AssistantError } from '../../src/errors/assistant-error.ts';
import { toModelError } from './model-error.ts';

/** How a request is worded for an endpoint: OpenAI-compatible servers and model families differ in what they accept. */
export interface RequestDialect {
  readonly format: 'json-schema' | 'json-object' | 'text';
  /** Newer models refuse `max_tokens`, older servers do not know `max_completion_tokens`. */
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /** Reasoning models refuse a temperature. */
  readonly temperature: boolean;
  /** Token counts in a stream. */
  readonly streamUsage: boolean;
}

export type RequestKind = 'parse' | 'stream' | 'tools';

/** Sends in the dialect that was accepted last, and more simply after each refusal. */
export type Speak = <T>(kind: RequestKind, send: (dialect: RequestDialect) => Promise<T>) => Promise<T>;

const MAX_SIMPLIFICATIONS = 3;

/**
 * An endpoint that refuses a parameter (400, 422) is asked again more simply, at most `MAX_SIMPLIFICATIONS` times, and what it accepted
 * is kept for the next request.
 *
 * @throws {AssistantError} The first refusal when nothing simpler is accepted either; any other error at once.
 */
export function createDialect(start: RequestDialect): Speak {
  let accepted = start;
  return async (kind, send) => {
    let attempted = accepted;
    let refusal: AssistantError | undefined;
    for (let simplified = 0; simplified <= MAX_SIMPLIFICATIONS; simplified += 1) {
      try {
        const answer = await send(attempted);
        accepted = attempted;
        return answer;
      } catch (error) {
        const failure = toModelError(error);
        refusal ??= failure;
        if (failure.details.refused !== true) throw failure;
        const simpler = simplifyDialect(attempted, kind, failure.details.param);
        if (simpler === undefined) break;
        attempted = simpler;
      }
    }
    throw refusal ?? new AssistantError('MODEL_FAILED', 'The model endpoint refused the request');
  };
}

const NEXT_FORMAT = { 'json-schema': 'json-object', 'json-object': 'text', text: undefined } as const;

/**
 * The next wording to try after a refusal.
 *
 * @param param The parameter the endpoint named, when it did; else the most modern feature is given up first.
 * @returns undefined when nothing is left to give up.
 */
function simplifyDialect(
  dialect: RequestDialect,
  kind: RequestKind,
  param: unknown,
): RequestDialect | undefined {
  if (param === 'temperature') return dialect.temperature ? { ...dialect, temperature: false } : undefined;
  if (param === 'max_tokens' && dialect.tokenLimit === 'max_tokens') {
    return { ...dialect, tokenLimit: 'max_completion_tokens' };
  }
  if (param === 'max_completion_tokens' && dialect.tokenLimit === 'max_completion_tokens') {
    return { ...dialect, tokenLimit: 'max_tokens' };
  }
  if (kind === 'parse') {
    const format = NEXT_FORMAT[dialect.format];
    return format === undefined ? undefined : { ...dialect, format };
  }
  return kind === 'stream' && dialect.streamUsage ? { ...dialect, streamUsage: false } : undefined;
}
