import type { ServerResponse } from 'node:http';
import { textOf } from './chat-completions.ts';
import type { AnsweringMode, RecordedRequest } from './mode.ts';

const USAGE = { input_tokens: 120, output_tokens: 30, total_tokens: 150 };
const PIECE = 5;

/** Answers `POST /responses`, whole or as server-sent events, in the way of the mode. */
export async function answerResponses(
  request: RecordedRequest,
  mode: AnsweringMode,
  response: ServerResponse,
): Promise<void> {
  const text = textOf(mode, request);
  if (mode.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, mode.delayMs));
  const whole = {
    id: 'resp_fake',
    object: 'response',
    created_at: 0,
    model: request.body.model,
    status: 'completed',
    error: null,
    output: [
      { id: 'rs_fake', type: 'reasoning', summary: [] },
      {
        id: 'msg_fake',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: text === '' ? [] : [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: USAGE,
  };
  const error = { code: 'server_error', message: 'quota of the project is used up' };
  if (request.body.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(mode.kind === 'error-in-body' ? { error } : whole));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const send = (event: { readonly type: string }) =>
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const stopsEarly = mode.kind === 'cut-stream' || mode.kind === 'drip-then-stall';
  const said = stopsEarly ? text.slice(0, mode.afterCharacters) : text;
  send({ type: 'response.created', ...{ response: { ...whole, status: 'in_progress', usage: null } } });
  if (mode.kind === 'error-in-body') {
    send({ type: 'response.failed', ...{ response: { ...whole, status: 'failed', error } } });
    response.end();
    return;
  }
  const piece = mode.kind === 'huge' ? 4_096 : PIECE;
  for (let from = 0; from < said.length; from += piece) {
    send({ type: 'response.output_text.delta', ...{ delta: said.slice(from, from + piece) } });
  }
  if (mode.kind === 'drip-then-stall') return;
  if (mode.kind === 'cut-stream') {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  send({ type: 'response.completed', ...{ response: whole } });
  response.end();
}
