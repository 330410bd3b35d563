import { describe, expect, it, onTestFinished } from 'vitest';
import { createLangChainModel } from '../../../connectors/chat-model/langchain-model.ts';
import { type FakeModes, good, goodJson, status } from '../../support/fake-openai/server.ts';
import { throughLangChain } from './langchain-support.ts';
import { colour, failure, fake, listen, never, red, request } from './openai-support.ts';

const words = 'Ein warmer Schal für Sie: „Ärmelschal“ – 🧣 fertig.';

describe('a model of LangChain', () => {
  it('asks in the form of the schema and gives the value with the tokens used', async () => {
    const server = await fake(goodJson(red));

    expect(await throughLangChain(server).chat.parse(request, colour, never)).toEqual({
      value: red,
      usage: { inputTokens: 120, outputTokens: 30 },
    });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body).toMatchObject({ model: 'test-model', temperature: 0, max_tokens: 200 });
    expect(JSON.stringify(server.requests[0]?.body)).toContain('colour');
  });

  it('says the form in words where it is refused, and remembers that', async () => {
    const server = await fake(({ body }) =>
      'response_format' in body || 'tools' in body ? status(400) : goodJson(red),
    );
    const { chat } = throughLangChain(server);
    await chat.parse(request, colour, never);
    const before = server.requests.length;
    await chat.parse(request, colour, never);

    expect(server.requests.length - before).toBe(1);
    expect(JSON.stringify(server.requests.at(-1)?.body.messages)).toContain('JSON Schema');
  });

  it('gives the words as they come and the tokens last', async () => {
    const { chat } = throughLangChain(await fake(good(words)));

    expect(await listen(chat.stream(request, never))).toEqual({
      text: words,
      usage: [{ inputTokens: 120, outputTokens: 30 }],
    });
  });

  it.each<[string, FakeModes, string]>([
    ['text that is not JSON', { kind: 'broken-json' }, 'MODEL_INVALID_ANSWER'],
    ['JSON of another shape', { kind: 'wrong-shape' }, 'MODEL_INVALID_ANSWER'],
    ['a page of HTML', { kind: 'html' }, 'MODEL_'],
    ['an empty answer', { kind: 'empty' }, 'MODEL_INVALID_ANSWER'],
    ['status 401', status(401), 'MODEL_FAILED'],
    ['status 429', status(429), 'MODEL_RATE_LIMITED'],
    ['status 529', status(529), 'MODEL_FAILED'],
  ])('refuses %s', async (_, mode, code) => {
    const error = await failure(throughLangChain(await fake(mode)).chat.parse(request, colour, never));

    expect(error.code).toContain(code);
  });

  it('keeps what came before a stream was cut or stood still', async () => {
    const cut = await fake({ kind: 'cut-stream', answer: words, afterCharacters: 15 });
    const stalled = await fake({ kind: 'drip-then-stall', answer: words, afterCharacters: 15 });

    expect(await listen(throughLangChain(cut).chat.stream(request, never))).toMatchObject({
      text: words.slice(0, 15),
      error: { code: 'MODEL_UNAVAILABLE' },
    });
    expect(
      await listen(throughLangChain(stalled, { stallTimeoutMs: 2_500 }).chat.stream(request, never)),
    ).toMatchObject({ text: words.slice(0, 15), error: { code: 'MODEL_TIMEOUT' } });
  });

  it('tries once more after status 503, and leaves a hanging endpoint at the deadline', async () => {
    const server = await fake([status(503), goodJson(red)]);
    expect((await throughLangChain(server).chat.parse(request, colour, never)).value).toEqual(red);
    const hanging = await fake({ kind: 'hang' });
    const { chat } = throughLangChain(hanging, { parseTimeoutMs: 700 });

    expect((await failure(chat.parse(request, colour, never))).code).toBe('MODEL_TIMEOUT');
    await expect.poll(() => hanging.abandoned()).toBe(1);
  });

  it('tells nobody else, also when the environment asks for tracing', async () => {
    const spy = await fake(good(''));
    const before = { ...process.env };
    onTestFinished(() => {
      process.env = before;
    });
    Object.assign(process.env, {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_ENDPOINT: spy.baseUrl,
      LANGCHAIN_ENDPOINT: spy.baseUrl,
      LANGSMITH_API_KEY: 'lsv2-canary',
      LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
      OPENAI_API_KEY: 'canary',
      OPENAI_ORGANIZATION: 'canary',
      OPENAI_BASE_URL: spy.baseUrl,
    });
    const server = await fake(({ body }) => (body.stream === true ? good(words) : goodJson(red)));
    const { chat, tools } = throughLangChain(server);
    await chat.parse(request, colour, never);
    await listen(chat.stream(request, never));
    await tools.run({ ...request, tools: [], mostCalls: 2, deadlineMs: 15_000 }, never);
    await new Promise((resolve) => setTimeout(resolve, 500));

    expect(server.requests).toHaveLength(3);
    expect(JSON.stringify(server.requests)).not.toContain('canary');
    expect(spy.requests).toEqual([]);
  });
});

describe('the provider of a model', () => {
  it('is named with the package to install when that is missing', () => {
    const open = () => createLangChainModel({ provider: 'anthropic', model: 'claude-sonnet-4-5' });

    expect(open).toThrowError(
      expect.objectContaining({
        code: 'CONFIGURATION_INVALID',
        message: expect.stringContaining('npm install @langchain/anthropic'),
      }),
    );
  });

  it('must be one that is known', () => {
    const open = () => createLangChainModel({ provider: 'constructor', model: 'x' });

    expect(open).toThrowError(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining('ollama') }),
    );
  });
});
