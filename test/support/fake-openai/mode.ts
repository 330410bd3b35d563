/** What the fake was asked for: the parsed body of a request. */
export interface RecordedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Text to answer with. */
export type Script = string | ((request: RecordedRequest) => string);

/** How the endpoint behaves. */
export type FakeMode =
  /** Answers the script's text. Also "hostile": the text is whatever an attacker would have the model say. */
  /** `counts`: tells the tokens it really has, not always the same. */
  | { readonly kind: 'good'; readonly answer: Script; readonly counts?: boolean }
  /** Answers after a while; in a stream, before the first event. */
  | { readonly kind: 'slow'; readonly answer: Script; readonly delayMs: number }
  /** Accepts and never answers. */
  | { readonly kind: 'hang' }
  /** Content that is not JSON. */
  | { readonly kind: 'broken-json' }
  /** JSON that is not of the schema. */
  | { readonly kind: 'wrong-shape' }
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Header value. */
      readonly retryAfter?: string;
      readonly error?: Readonly<Record<string, unknown>>;
    }
  /** 200 with a page of HTML. */
  | { readonly kind: 'html' }
  /** Some words, then the TCP connection is cut. */
  | { readonly kind: 'cut-stream'; readonly answer: Script; readonly afterCharacters: number }
  /** Some words, then nothing. */
  | { readonly kind: 'drip-then-stall'; readonly answer: Script; readonly afterCharacters: number }
  /** An answer of that many characters. */
  | { readonly kind: 'huge'; readonly characters: number }
  /** 200 whose body is an error object, as some gateways do. */
  | { readonly kind: 'error-in-body' }
  /** Nothing said: no choices' text at all. */
  | { readonly kind: 'empty' }
  /** Asks for tools, all at once, under the ids given or always the same. */
  | { readonly kind: 'calls-tools'; readonly calls: readonly FakeToolCall[] };

export interface FakeToolCall {
  readonly name: string;
  /** JSON as the model writes it, when it is a string. */
  readonly given: unknown;
  readonly id?: string;
}

/** Modes that come to an answer. */
export type AnsweringMode = Exclude<FakeMode, { readonly kind: 'hang' | 'status' | 'html' }>;

/** One behaviour for all requests, one per request in order (the last again for the rest), or one by request. */
export type FakeModes = FakeMode | readonly FakeMode[] | ((request: RecordedRequest) => FakeMode);

export const good = (answer: Script): FakeMode => ({ kind: 'good', answer });
export const goodJson = (value: unknown): FakeMode => good(JSON.stringify(value));
export const callsTools = (...calls: FakeToolCall[]): FakeMode => ({ kind: 'calls-tools', calls });
export const status = (
  code: number,
  extra: { retryAfter?: string; error?: Record<string, unknown> } = {},
): FakeMode => ({
  kind: 'status',
  status: code,
  ...extra,
});
