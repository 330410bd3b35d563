import type { ServerResponse } from 'node:http';
import { countedUsage } from './counted-usage.ts';
import type { AnsweringMode, FakeMode, RecordedRequest, Script } from './mode.ts';

const USAGE = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };
/** Characters of a streamed event; odd, so that words and code points are split over events. */
const PIECE = 5;

const usageOf = (mode: FakeMode, request: RecordedRequest, text: string) =>
  mode.kind === 'good' && mode.counts === true ? countedUsage(request, text) : USAGE;

const say = (script: Script, request: RecordedRequest): string =>
  typeof script === 'string' ? script : script(request);

/** Answers `POST /chat/completions`, whole or as server-sent events, in the way of the mode. */
export async function answerChat(
  request: RecordedRequest,
  mode: AnsweringMode,
  response: ServerResponse,
): Promise<void> {
  const text = textOf(mode, request);
  if (mode.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, mode.delayMs));
  if (request.body.stream === true) return stream(text, mode, request, response);
  const body =
    mode.kind === 'error-in-body'
      ? { error: { message: 'quota of the project is used up', code: 'insufficient_quota' } }
      : {
          id: 'chatcmpl-fake',
          object: 'chat.completion',
          created: 0,
          model: request.body.model,
          choices: [
            {
              index: 0,
              finish_reason: mode.kind === 'calls-tools' ? 'tool_calls' : 'stop',
              message: { role: 'assistant', content: text, refusal: null, ...toolCallsOf(mode) },
            },
          ],
          usage: usageOf(mode, request, text),
        };
  const json = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json' });
  if (mode.kind === 'cut-stream' || mode.kind === 'drip-then-stall') {
    response.write(json.slice(0, mode.afterCharacters));
    if (mode.kind === 'cut-stream') setTimeout(() => response.destroy(), 5);
    return;
  }
  response.end(json);
}

const toolCallsOf = (mode: FakeMode) =>
  mode.kind === 'calls-tools'
    ? {
        tool_calls: mode.calls.map(({ name, given, id = 'call_fake' }) => ({
          id,
          type: 'function',
          function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
        })),
      }
    : {};

export function textOf(mode: FakeMode, request: RecordedRequest): string {
  switch (mode.kind) {
    case 'broken-json':
      return '{"commands": [{"type": "find", "query": ';
    case 'wrong-shape':
      return '{"surprise": [1, 2, 3]}';
    case 'huge':
      return 'lorem ipsum '.repeat(Math.ceil(mode.characters / 12)).slice(0, mode.characters);
    case 'good':
    case 'slow':
    case 'cut-stream':
    case 'drip-then-stall':
      return say(mode.answer, request);
    default:
      return '';
  }
}

function stream(text: string, mode: FakeMode, request: RecordedRequest, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const send = (payload: unknown) => response.write(`data: ${JSON.stringify(payload)}\n\n`);
  const event = (delta: Record<string, unknown>, finishReason: string | null) =>
    send({
      id: 'chatcmpl-fake',
      object: 'chat.completion.chunk',
      created: 0,
      model: request.body.model,
      choices: [{ index: 0, delta, finish_reason: finishReason }],
    });
  if (mode.kind === 'error-in-body') {
    send({ error: { message: 'quota of the project is used up', code: 'insufficient_quota' } });
    response.end();
    return;
  }
  const stopsEarly = mode.kind === 'cut-stream' || mode.kind === 'drip-then-stall';
  const said = stopsEarly ? text.slice(0, mode.afterCharacters) : text;
  const piece = mode.kind === 'huge' ? 4_096 : PIECE;
  event({ role: 'assistant', content: '' }, null);
  for (let from = 0; from < said.length; from += piece) {
    event({ content: said.slice(from, from + piece) }, null);
  }
  if (mode.kind === 'drip-then-stall') return;
  if (mode.kind === 'cut-stream') {
    // After the words are on the wire, so that the client has them before the connection breaks.
    setTimeout(() => response.destroy(), 20);
    return;
  }
  event({}, 'stop');
  if (asksForUsage(request))
    send({
      id: 'chatcmpl-fake',
      object: 'chat.completion.chunk',
      choices: [],
      usage: usageOf(mode, request, text),
    });
  response.end('data: [DONE]\n\n');
}

function asksForUsage({ body }: RecordedRequest): boolean {
  const options = body.stream_options;
  return (
    typeof options === 'object' &&
    options !== null &&
    'include_usage' in options &&
    options.include_usage === true
  );
}
