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

const NEXT_FORMAT = { 'json-schema': 'json-object', 'json-object': 'text', text: undefined } as const;

/**
 * The next wording to try after a refusal (400, 422).
 *
 * @param param The parameter the endpoint named, when it did; else the most modern feature is given up first.
 * @returns undefined when nothing is left to give up.
 */
export function simplifyDialect(
  dialect: RequestDialect,
  kind: 'parse' | 'stream',
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
  return dialect.streamUsage ? { ...dialect, streamUsage: false } : undefined;
}
