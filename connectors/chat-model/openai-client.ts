import type { OpenAI } from 'openai';

/** Where a model is asked. */
export interface OpenAiPlace {
  /** Of an OpenAI-compatible endpoint, with its version path ("http://127.0.0.1:11434/v1"); absent: OpenAI's own. */
  readonly baseUrl?: string;
  /** Absent: no Authorization header is sent, as local endpoints like it. */
  readonly apiKey?: string;
}

export interface OpenAiClientOptions extends OpenAiPlace {
  /** A longer body is cut off with an error. */
  readonly maxResponseBytes: number;
}

/**
 * The vendor's client, imported on first use (some 80 ms and 34 MB that an embedded shop never pays). Nothing is read from
 * the process environment, nothing is logged, nothing is retried and no redirect is followed: that is ours to decide.
 */
export function createLazyOpenAiClient(options: OpenAiClientOptions): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined;
  return () => {
    client ??= import('openai').then(({ OpenAI }) => new OpenAI(toClientOptions(options)));
    return client;
  };
}

/** As the vendor's client and what is built on it take them; whatever it would read of the environment is set. */
export function toClientOptions(options: OpenAiClientOptions) {
  return {
    apiKey: options.apiKey ?? 'none',
    baseURL: options.baseUrl ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off' as const,
    maxRetries: 0,
    ...(options.apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    fetch: (url: Parameters<typeof fetch>[0], init?: RequestInit) =>
      limitedFetch(url, init, options.maxResponseBytes),
  };
}

async function limitedFetch(
  url: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  maxBytes: number,
): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  let received = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > maxBytes)
        controller.error(new RangeError(`The response is longer than ${maxBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(limit), response);
}
