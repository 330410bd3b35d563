import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createOpenAiChatModel, type OpenAiChatModelOptions } from '../../../connectors/chat-model/openai.ts';
import type { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest } from '../../../src/ports/chat-model.ts';
import {
  type FakeModes,
  type FakeOpenAi,
  type FakeOpenAiOptions,
  good,
  goodJson,
  startFakeOpenAi,
  status,
} from '../../support/fake-openai/server.ts';

const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Understand.' },
    { role: 'user', content: 'a red scarf' },
  ],
  maxTokens: 200,
  temperature: 0,
};
const colour = { name: 'colour', schema: z.object({ colour: z.string(), sure: z.boolean() }) };
const red = { colour: 'red', sure: true };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((resource) => resource.close()));
});

async function fake(mode: FakeModes, options: Partial<FakeOpenAiOptions> = {}): Promise<FakeOpenAi> {
  const server = await startFakeOpenAi({ mode, ...options });
  opened.push(server);
  return server;
}

function model(server: { baseUrl: string }, options: Partial<OpenAiChatModelOptions> = {}): ChatModel {
  const created = createOpenAiChatModel({
    model: 'test-model',
    baseUrl: server.baseUrl,
    parseTimeoutMs: 2_000,
    replyTimeoutMs: 2_000,
    ...options,
  });
  opened.push(created);
  return created;
}

const never = new AbortController().signal;

async function failure(work: Promise<unknown>): Promise<AssistantError> {
  return work.then(
    (value) => expect.unreachable(`resolved with ${JSON.stringify(value)}`),
    (error: AssistantError) => error,
  );
}

async function listen(chunks: AsyncIterable<ChatChunk>) {
  let text = '';
  const usage = [];
  try {
    for await (const chunk of chunks) {
      if (chunk.type === 'text') text += chunk.text;
      else usage.push(chunk.usage);
    }
    return { text, usage };
  } catch (error) {
    return { text, usage, error: error as AssistantError };
  }
}

describe('parse', () => {
  it('asks for the JSON schema and gives the value with the tokens used', async () => {
    const server = await fake(goodJson(red));

    expect(await model(server).parse(request, colour, never)).toEqual({
      value: red,
      usage: { inputTokens: 120, outputTokens: 30 },
    });
    expect(server.requests[0]?.body).toMatchObject({
      model: 'test-model',
      max_tokens: 200,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'colour', strict: true } },
    });
  });

  it('sends the key, and no Authorization at all without one', async () => {
    const guarded = await fake(goodJson(red), { apiKey: 'secret-key' });
    await model(guarded, { apiKey: 'secret-key' }).parse(request, colour, never);
    const open = await fake(goodJson(red));
    await model(open).parse(request, colour, never);

    expect(guarded.requests).toHaveLength(1);
    expect(open.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('never tells the key, also when the endpoint echoes it', async () => {
    const server = await fake(goodJson(red), { apiKey: 'another' });
    const error = await failure(model(server, { apiKey: 'sk-topsecret' }).parse(request, colour, never));

    expect(error).toMatchObject({
      code: 'MODEL_FAILED',
      details: { status: 401, vendorCode: 'invalid_api_key' },
    });
    expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)} ${error.stack}`).not.toContain(
      'sk-topsecret',
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['a fenced block', `Sure!\n\`\`\`json\n${JSON.stringify(red)}\n\`\`\``],
    ['words around it', `Here you are: ${JSON.stringify(red)} - anything else?`],
  ])('reads JSON in %s', async (_, text) => {
    expect((await model(await fake(good(text))).parse(request, colour, never)).value).toEqual(red);
  });

  it('asks more simply when JSON schema is refused, and remembers it', async () => {
    const server = await fake(({ body }) =>
      JSON.stringify(body.response_format ?? null).includes('json_schema') ? status(400) : goodJson(red),
    );
    const asked = model(server);
    await asked.parse(request, colour, never);
    await asked.parse(request, colour, never);

    const formats = server.requests.map(({ body }) => Object(body.response_format).type);
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object']);
    expect(JSON.stringify(server.requests[1]?.body.messages)).toContain('JSON Schema');
  });

  it('gives up a parameter that the endpoint names', async () => {
    const server = await fake(({ body }) => {
      if ('temperature' in body) return status(400, { error: { param: 'temperature' } });
      return 'max_tokens' in body ? status(400, { error: { param: 'max_tokens' } }) : goodJson(red);
    });
    await model(server).parse(request, colour, never);

    expect(server.requests.at(-1)?.body).toMatchObject({
      max_completion_tokens: 200,
      response_format: { type: 'json_schema' },
    });
  });

  it('reports the first refusal when nothing simpler is accepted either', async () => {
    const server = await fake(status(400, { error: { code: 'context_length_exceeded' } }));
    const error = await failure(model(server).parse(request, colour, never));

    expect(error).toMatchObject({
      code: 'MODEL_FAILED',
      details: { status: 400, vendorCode: 'context_length_exceeded' },
    });
    expect(server.requests).toHaveLength(3);
  });

  it.each<[string, FakeModes, string]>([
    ['text that is not JSON', { kind: 'broken-json' }, 'MODEL_INVALID_ANSWER'],
    ['JSON of another shape', { kind: 'wrong-shape' }, 'MODEL_INVALID_ANSWER'],
    ['a page of HTML', { kind: 'html' }, 'MODEL_INVALID_ANSWER'],
    ['an error with status 200', { kind: 'error-in-body' }, 'MODEL_INVALID_ANSWER'],
    ['an empty answer', { kind: 'empty' }, 'MODEL_INVALID_ANSWER'],
    ['a megabyte of words', { kind: 'huge', characters: 1_000_000 }, 'MODEL_INVALID_ANSWER'],
    ['more bytes than are read', { kind: 'huge', characters: 5_000_000 }, 'MODEL_UNAVAILABLE'],
    ['status 404', status(404), 'MODEL_FAILED'],
    [
      'a connection cut in the answer',
      { kind: 'cut-stream', answer: '{}', afterCharacters: 40 },
      'MODEL_UNAVAILABLE',
    ],
  ])('refuses %s', async (_, mode, code) => {
    const error = await failure(model(await fake(mode)).parse(request, colour, never));

    expect(error.code).toBe(code);
    expect(String(error.details.answer ?? '').length).toBeLessThanOrEqual(500);
  });

  it.each([[status(500)], [status(503)], [status(429)], [status(429, { retryAfter: '0' })]])(
    'tries once more after %o',
    async (fault) => {
      const server = await fake([fault, goodJson(red)]);

      expect((await model(server).parse(request, colour, never)).value).toEqual(red);
      expect(server.requests).toHaveLength(2);
    },
  );

  it.each([
    ['a wait longer than five seconds', status(429, { retryAfter: '6' })],
    ['a wait longer than the deadline', status(429, { retryAfter: '3' })],
  ])('does not try again after %s', async (_, fault) => {
    const server = await fake(fault);

    expect((await failure(model(server).parse(request, colour, never))).code).toBe('MODEL_RATE_LIMITED');
    expect(server.requests).toHaveLength(1);
  });

  it('stops at the deadline, leaves the connection and does not try again', async () => {
    const server = await fake({ kind: 'hang' });
    const error = await failure(model(server, { parseTimeoutMs: 60 }).parse(request, colour, never));

    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', details: { timeoutMs: 60 } });
    await expect.poll(() => server.abandoned()).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it('says that nothing listens', async () => {
    const server = await fake(goodJson(red));
    await server.close();

    expect((await failure(model(server).parse(request, colour, never))).code).toBe('MODEL_UNAVAILABLE');
  });

  it('stops when the caller does, without counting it against the endpoint', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server, { failuresToOpen: 1 });
    const turn = new AbortController();
    const pending = failure(asked.parse(request, colour, turn.signal));
    await expect.poll(() => server.requests.length).toBe(1);
    turn.abort();

    expect(await pending).toMatchObject({ code: 'MODEL_UNAVAILABLE', details: { aborted: true } });
    expect(asked.isAvailable()).toBe(true);
  });
});

describe('the circuit', () => {
  it('opens after failures in a row, asks nobody while open, and closes after a good probe', async () => {
    const server = await fake(status(500));
    const asked = model(server, { failuresToOpen: 4, circuitOpenMs: 150 });
    const codes = [];
    for (let call = 0; call < 6; call += 1) {
      codes.push((await failure(asked.parse(request, colour, never))).details.circuit ?? 'closed');
    }
    expect(codes).toEqual(['closed', 'closed', 'open', 'open', 'open', 'open']);
    expect(server.requests).toHaveLength(4);
    expect(asked.isAvailable()).toBe(false);

    server.setMode(goodJson(red));
    await expect.poll(() => asked.isAvailable()).toBe(true);
    expect((await asked.parse(request, colour, never)).value).toEqual(red);
    expect((await asked.parse(request, colour, never)).value).toEqual(red);
  });

  it('lets one probe through; others are refused meanwhile, not kept waiting', async () => {
    const server = await fake(status(500));
    const asked = model(server, { failuresToOpen: 2, circuitOpenMs: 50, parseTimeoutMs: 400 });
    await failure(asked.parse(request, colour, never));
    const before = server.requests.length;
    server.setMode({ kind: 'hang' });
    await expect.poll(() => asked.isAvailable()).toBe(true);
    const probe = failure(asked.parse(request, colour, never));
    await expect.poll(() => server.requests.length).toBe(before + 1);

    expect((await failure(asked.parse(request, colour, never))).details).toEqual({ circuit: 'open' });
    expect((await probe).code).toBe('MODEL_TIMEOUT');
  });

  it('is not opened by answers of the wrong form, which a shopper could provoke', async () => {
    const asked = model(await fake({ kind: 'broken-json' }), { failuresToOpen: 2 });
    for (let call = 0; call < 3; call += 1) await failure(asked.parse(request, colour, never));

    expect(asked.isAvailable()).toBe(true);
  });

  it('refuses what does not fit into the waiting room', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server, { maxConcurrent: 1, parseTimeoutMs: 200 });
    const errors = await Promise.all(
      Array.from({ length: 5 }, () => failure(asked.parse(request, colour, never))),
    );

    expect(errors.filter((error) => error.details.busy === true)).toHaveLength(2);
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });

  it('refuses after close and ends what is in flight', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server);
    const pending = failure(asked.parse(request, colour, never));
    await expect.poll(() => server.requests.length).toBe(1);
    await asked.close();

    expect((await pending).code).toBe('MODEL_UNAVAILABLE');
    expect((await failure(asked.parse(request, colour, never))).code).toBe('MODEL_UNAVAILABLE');
    expect(asked.isAvailable()).toBe(false);
  });
});

describe('stream', () => {
  const words = 'Ein warmer Schal für Sie: „Ärmelschal“ – 🧣 fertig.';

  it('gives the words as they come, whole code points, and the tokens last', async () => {
    expect(await listen(model(await fake(good(words))).stream(request, never))).toEqual({
      text: words,
      usage: [{ inputTokens: 120, outputTokens: 30 }],
    });
  });

  it('estimates the tokens when the endpoint does not count', async () => {
    const server = await fake(({ body }) =>
      'stream_options' in body ? status(400, { error: { param: 'stream_options' } }) : good('abcdefgh'),
    );

    expect(await listen(model(server).stream(request, never))).toEqual({
      text: 'abcdefgh',
      usage: [{ inputTokens: 6, outputTokens: 2 }],
    });
  });

  it('keeps what came and says that the stream was cut', async () => {
    const server = await fake({ kind: 'cut-stream', answer: words, afterCharacters: 15 });
    const heard = await listen(model(server).stream(request, never));

    expect(heard).toMatchObject({
      text: words.slice(0, 15),
      usage: [],
      error: { code: 'MODEL_UNAVAILABLE' },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('does not wait for a stream that stands still', async () => {
    const server = await fake({ kind: 'drip-then-stall', answer: words, afterCharacters: 10 });
    const asked = model(server, { stallTimeoutMs: 60 });

    expect(await listen(asked.stream(request, never))).toMatchObject({
      text: words.slice(0, 10),
      error: { code: 'MODEL_TIMEOUT', details: { timeoutMs: 60 } },
    });
    await expect.poll(() => server.abandoned()).toBe(1);
  });

  it('waits for first words only until the deadline', async () => {
    const server = await fake({ kind: 'slow', answer: words, delayMs: 1_000 });

    expect((await listen(model(server, { replyTimeoutMs: 60 }).stream(request, never))).error?.code).toBe(
      'MODEL_TIMEOUT',
    );
  });

  it('cuts an endless answer at the limit', async () => {
    const server = await fake({ kind: 'huge', characters: 1_000_000 });
    const heard = await listen(model(server, { maxAnswerCharacters: 3_000 }).stream(request, never));

    expect(heard.text).toHaveLength(3_000);
    expect(heard.usage).toHaveLength(1);
  });

  it.each<[string, FakeModes, string]>([
    ['a page of HTML', { kind: 'html' }, 'MODEL_INVALID_ANSWER'],
    ['no words', { kind: 'empty' }, 'MODEL_INVALID_ANSWER'],
    ['an error event', { kind: 'error-in-body' }, 'MODEL_FAILED'],
    ['status 500', status(500), 'MODEL_FAILED'],
    ['status 429', status(429), 'MODEL_RATE_LIMITED'],
  ])('refuses %s', async (_, mode, code) => {
    expect((await listen(model(await fake(mode)).stream(request, never))).error?.code).toBe(code);
  });

  it('tries once more when nothing was said yet', async () => {
    const server = await fake([status(502), good(words)]);

    expect((await listen(model(server).stream(request, never))).text).toBe(words);
  });

  it('frees the connection when the listener leaves early', async () => {
    const server = await fake({ kind: 'drip-then-stall', answer: words, afterCharacters: 20 });
    const asked = model(server, { maxConcurrent: 1 });
    for await (const _ of asked.stream(request, never)) break;
    server.setMode(good(words));

    expect((await listen(asked.stream(request, never))).text).toBe(words);
    expect(server.abandoned()).toBe(1);
  });

  it('counts broken streams against the endpoint', async () => {
    const server = await fake({ kind: 'cut-stream', answer: words, afterCharacters: 15 });
    const asked = model(server, { failuresToOpen: 3 });
    for (let call = 0; call < 3; call += 1) await listen(asked.stream(request, never));

    await expect.poll(() => asked.isAvailable()).toBe(false);
  });
});
