import { describe, expect, it } from 'vitest';
import { type FakeModes, good, status } from '../../support/fake-openai/server.ts';
import { fake, listen, model, never, request } from './openai-support.ts';

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
      usage: [{ inputTokens: 6, outputTokens: 2, isGuess: true }],
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
    const asked = model(server, { stallTimeoutMs: 2_500 });

    expect(await listen(asked.stream(request, never))).toMatchObject({
      text: words.slice(0, 10),
      error: { code: 'MODEL_TIMEOUT', details: { timeoutMs: 2_500 } },
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
