import { describe, expect, it } from 'vitest';
import { type FakeModes, good, goodJson, status } from '../../support/fake-openai/server.ts';
import { colour, failure, fake, listen, model, never, red, request } from './openai-support.ts';

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
    const error = await failure(model(server, { parseTimeoutMs: 2_500 }).parse(request, colour, never));

    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', details: { timeoutMs: 2_500 } });
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

  it('says that time was over when the caller set it, without counting it against the endpoint', async () => {
    const server = await fake({ kind: 'hang' });
    const asked = model(server, { failuresToOpen: 1 });

    expect((await failure(asked.parse(request, colour, AbortSignal.timeout(60)))).code).toBe('MODEL_TIMEOUT');
    expect((await listen(asked.stream(request, AbortSignal.timeout(60)))).error?.code).toBe('MODEL_TIMEOUT');
    expect(asked.isAvailable()).toBe(true);
  });

  it('takes no longer than a request may', async () => {
    const asked = model(await fake({ kind: 'hang' }));
    const error = await failure(asked.parse({ ...request, deadlineMs: 60 }, colour, never));

    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', details: { timeoutMs: 60 } });
  });

  it('tells with a wrong answer what it cost', async () => {
    const error = await failure(model(await fake({ kind: 'wrong-shape' })).parse(request, colour, never));

    expect(error.details.usage).toEqual({ inputTokens: 120, outputTokens: 30 });
  });
});
