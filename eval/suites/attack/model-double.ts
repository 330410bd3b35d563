import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model is asked for: a message in commands, a reply in words, or a step with tools. */
export type Asked = 'understand' | 'reply' | 'tools';

export interface ModelRequest {
  readonly asked: Asked;
  /** All that the model is told, in order. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export interface SaidCall {
  readonly name: string;
  /** JSON as the model writes it, when it is a string. */
  readonly given: unknown;
}

export interface ModelAnswer {
  readonly text: string;
  /** Characters of one streamed event; 0: all in one. */
  readonly piece?: number;
  readonly calls?: readonly SaidCall[];
}

export interface ModelDouble extends AsyncDisposable {
  /** "http://127.0.0.1:<port>/v1". */
  readonly baseUrl: string;
  /** Requests since it was told how to answer. */
  heard(): readonly ModelRequest[];
  answerWith(answer: (request: ModelRequest) => ModelAnswer): void;
}

const USAGE = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 };

/** An OpenAI-compatible endpoint on loopback whose every answer is given by whoever attacks. */
export async function startModelDouble(): Promise<ModelDouble> {
  let heard: ModelRequest[] = [];
  let answer: (request: ModelRequest) => ModelAnswer = () => ({ text: '' });
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then(({ request, model }) => {
      heard.push(request);
      const said = answer(request);
      if (request.asked === 'reply') stream(said, model, response);
      else sendWhole(said, model, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    heard: () => heard,
    answerWith(next) {
      answer = next;
      heard = [];
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ChatBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly tools?: readonly unknown[];
  readonly messages?: readonly { readonly role?: string; readonly content?: unknown }[];
}

async function readRequest(incoming: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as ChatBody;
  const messages = (body.messages ?? []).map(({ role = 'user', content }) => ({
    role,
    content: typeof content === 'string' ? content : JSON.stringify(content ?? ''),
  }));
  const asked: Asked = body.stream === true ? 'reply' : body.tools === undefined ? 'understand' : 'tools';
  return { request: { asked, messages }, model: body.model ?? 'double' };
}

function sendWhole({ text, calls = [] }: ModelAnswer, model: string, response: ServerResponse): void {
  const toolCalls = calls.map(({ name, given }, index) => ({
    id: `call_${index + 1}`,
    type: 'function',
    function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
  }));
  const message = { role: 'assistant', content: text, refusal: null };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'double',
      object: 'chat.completion',
      created: 0,
      model,
      choices: [
        toolCalls.length === 0
          ? { index: 0, finish_reason: 'stop', message }
          : { index: 0, finish_reason: 'tool_calls', message: { ...message, tool_calls: toolCalls } },
      ],
      usage: USAGE,
    }),
  );
}

function stream({ text, piece = 0 }: ModelAnswer, model: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const send = (choices: readonly unknown[], extra: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'double', object: 'chat.completion.chunk', created: 0, model, choices, ...extra })}\n\n`,
    );
  const event = (delta: object, finishReason: string | null = null) =>
    send([{ index: 0, delta, finish_reason: finishReason }]);
  event({ role: 'assistant', content: '' });
  const length = piece === 0 ? Math.max(1, text.length) : piece;
  for (let from = 0; from < text.length; from += length) event({ content: text.slice(from, from + length) });
  event({}, 'stop');
  send([], { usage: USAGE });
  response.end('data: [DONE]\n\n');
}
