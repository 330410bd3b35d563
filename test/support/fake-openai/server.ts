import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerChat } from './chat-completions.ts';
import { embeddingsBody, type FakeEmbeddingOptions } from './embeddings.ts';
import type { FakeMode, FakeModes, RecordedRequest } from './mode.ts';
import { answerResponses } from './responses.ts';

export * from './mode.ts';

export interface FakeOpenAiOptions {
  /** Behaviour of both interfaces. */
  readonly mode: FakeModes;
  /** Behaviour of `/embeddings` when its mode is good. */
  readonly embeddings?: Partial<FakeEmbeddingOptions>;
  /** Categories `/moderations` flags a text for, `mode`: it behaves like the rest; absent: there is none, as at most endpoints. */
  readonly flaggedFor?: 'mode' | ((text: string) => readonly string[]);
  /** Where an earlier one listened; a free one when absent. */
  readonly port?: number;
  /** The key it demands; else 401. */
  readonly apiKey?: string;
}

export interface FakeOpenAi {
  /** "http://127.0.0.1:<port>/v1". */
  readonly baseUrl: string;
  readonly port: number;
  /** Everything it was asked, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Connections whose client went away before the answer was whole. */
  abandoned(): number;
  setMode(mode: FakeModes): void;
  close(): Promise<void>;
}

/** A double of an OpenAI-compatible endpoint over real HTTP on a free loopback port. */
export async function startFakeOpenAi(options: FakeOpenAiOptions): Promise<FakeOpenAi> {
  const requests: RecordedRequest[] = [];
  let mode = options.mode;
  let answeredInMode = 0;
  let abandoned = 0;

  const server = createServer((incoming, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    void handle(incoming, response);
  });

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await record(incoming);
    requests.push(request);
    if (options.apiKey !== undefined && request.headers.authorization !== `Bearer ${options.apiKey}`) {
      return sendJson(response, 401, {
        error: {
          message: `Incorrect key: ${request.headers.authorization ?? 'none'}`,
          code: 'invalid_api_key',
          type: 'invalid_request_error',
        },
      });
    }
    if (request.path.endsWith('/moderations')) {
      const { flaggedFor } = options;
      if (flaggedFor === undefined) return sendJson(response, 404, { error: { message: 'no' } });
      if (flaggedFor !== 'mode') {
        const named = flaggedFor(String(request.body.input));
        const categories = Object.fromEntries(named.map((name) => [name, true]));
        return sendJson(response, 200, { results: [{ flagged: named.length > 0, categories }] });
      }
    }
    const current = modeFor(request);
    switch (current.kind) {
      case 'hang':
        return;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>Sign in</title><h1>Captive portal</h1>');
        return;
      case 'status':
        return sendJson(
          response,
          current.status,
          { error: { message: 'no', type: 'fake_error', ...current.error } },
          current.retryAfter === undefined ? {} : { 'retry-after': current.retryAfter },
        );
      default:
        if (request.path.endsWith('/responses')) return answerResponses(request, current, response);
        if (!request.path.endsWith('/embeddings')) return answerChat(request, current, response);
        if (current.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, current.delayMs));
        return sendJson(
          response,
          200,
          embeddingsBody(request, { dimensions: 8, encoding: 'request', ...options.embeddings }),
        );
    }
  }

  function modeFor(request: RecordedRequest): FakeMode {
    if (typeof mode === 'function') return mode(request);
    if (!('length' in mode)) return mode;
    const next = mode[Math.min(answeredInMode, mode.length - 1)];
    answeredInMode += 1;
    return next ?? { kind: 'empty' };
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    abandoned: () => abandoned,
    setMode(next) {
      mode = next;
      answeredInMode = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return { path: incoming.url ?? '', headers: incoming.headers, body: text === '' ? {} : JSON.parse(text) };
}

function sendJson(
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
