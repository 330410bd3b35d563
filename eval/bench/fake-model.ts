import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UNDERSTOOD_WISH } from '../../test/support/understood-wish.ts';

/** How the model behaves: what it does instead of a good answer, if anything. */
export type FakeFault =
  | 'hang'
  | 'cut'
  | 'stall'
  | 'empty'
  | 'html'
  | 'huge'
  | 'wrong-json'
  | 'wrong-shape'
  | 'error-in-body'
  | 429
  | 500
  | 529
  | 401;

export interface FakeModelBehaviour {
  /** Time before the first byte, milliseconds. */
  readonly delayMs: number;
  readonly fault?: FakeFault;
  /** Which calls have the fault: every so many; all of them when absent. */
  readonly faultEvery?: number;
}

export interface FakeModel {
  /** "http://127.0.0.1:<port>/v1". */
  readonly baseUrl: string;
  /** Calls until now. */
  calls(): number;
  /** Begins to behave otherwise, and to count anew. */
  behave(behaviour: FakeModelBehaviour): void;
  /** Refuses connections until it accepts them again. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
}

const USAGE = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 };
const HUGE = 1_000_000;

/** A double of an OpenAI-compatible endpoint that understands every message as a wish for a warm scarf, and words no reply that could be said. */
export async function startFakeModel(first: FakeModelBehaviour): Promise<FakeModel> {
  let behaviour = first;
  let calls = 0;
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      calls += 1;
      const { delayMs, fault, faultEvery = 1 } = behaviour;
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      answer(body, response, fault !== undefined && calls % faultEvery === 0 ? fault : undefined);
    });
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const refuse = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls: () => calls,
    behave(next) {
      behaviour = next;
      calls = 0;
    },
    refuse,
    accept: () => listen(server, port),
    async close() {
      if (server.listening) await refuse();
    },
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));

async function readBody(request: IncomingMessage): Promise<{ readonly stream?: boolean }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text === '' ? '{}' : text) as { stream?: boolean };
}

const UNDERSTOOD = JSON.stringify(UNDERSTOOD_WISH);
const WORDS = 'Here is what I found for you. The first one would be my choice.';

function answer({ stream = false }: { stream?: boolean }, response: ServerResponse, fault?: FakeFault): void {
  if (fault === 'hang') return;
  if (typeof fault === 'number') {
    send(response, fault, { error: { message: 'no', type: 'fake_error' } });
    return;
  }
  if (fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Captive portal</h1>');
    return;
  }
  if (fault === 'error-in-body') {
    send(response, 200, { error: { message: 'quota is used up', code: 'insufficient_quota' } });
    return;
  }
  const text = textOf(fault, stream);
  if (stream) streamWords(response, text, fault);
  else if (fault === 'cut' || fault === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":"fake","choices":[');
    if (fault === 'cut') response.destroy();
  } else send(response, 200, completion(text));
}

function textOf(fault: FakeFault | undefined, stream: boolean): string {
  if (fault === 'empty') return '';
  if (fault === 'huge') return 'lorem ipsum '.repeat(HUGE / 12);
  if (fault === 'wrong-json') return '{"commands": [{"type": "find", ';
  if (fault === 'wrong-shape') return '{"surprise": [1, 2, 3]}';
  return stream ? WORDS : UNDERSTOOD;
}

const completion = (text: string) => ({
  id: 'fake',
  object: 'chat.completion',
  created: 0,
  model: 'fake',
  choices: [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text, refusal: null } },
  ],
  usage: USAGE,
});

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function streamWords(response: ServerResponse, text: string, fault?: FakeFault): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (delta: object, finishReason: string | null) =>
    response.write(
      `data: ${JSON.stringify({
        id: 'fake',
        object: 'chat.completion.chunk',
        created: 0,
        model: 'fake',
        choices: [{ index: 0, delta, finish_reason: finishReason }],
      })}\n\n`,
    );
  const isBroken = fault === 'cut' || fault === 'stall';
  event({ role: 'assistant', content: isBroken ? text.slice(0, 20) : text }, null);
  if (fault === 'cut') setTimeout(() => response.destroy(), 5);
  if (isBroken) return;
  event({}, 'stop');
  response.write(`data: ${JSON.stringify({ choices: [], usage: USAGE })}\n\n`);
  response.end('data: [DONE]\n\n');
}
