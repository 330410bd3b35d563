import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createModelChain } from '../../../connectors/chat-model/model-chain.ts';
import { createOpenAiChatModel, type OpenAiChatModelOptions } from '../../../connectors/chat-model/openai.ts';
import {
  callsTools,
  type FakeModes,
  type FakeOpenAi,
  goodJson,
  startFakeOpenAi,
  status,
} from '../../support/fake-openai/server.ts';
import { throughLangChain } from './langchain-support.ts';
import { colour, failure, fake, jsonOnly, listen, model, never, red, request } from './openai-support.ts';

const words = 'A warm scarf for you, in red and in blue.';
const early = { answer: words, afterCharacters: 10 };

/** What the gateway makes of each failure: the error of a whole answer, and what is heard of a stream. */
interface Failure {
  readonly name: string;
  readonly mode: FakeModes | 'refused';
  readonly parse: string;
  readonly stream: string | { readonly heard: string; readonly error?: string };
}

const failures: readonly Failure[] = [
  { name: 'refused connection', mode: 'refused', parse: 'MODEL_UNAVAILABLE', stream: 'MODEL_UNAVAILABLE' },
  { name: 'hang', mode: { kind: 'hang' }, parse: 'MODEL_TIMEOUT', stream: 'MODEL_TIMEOUT' },
  {
    name: 'stall',
    mode: { kind: 'drip-then-stall', ...early },
    parse: 'MODEL_',
    stream: { heard: words.slice(0, 10), error: 'MODEL_TIMEOUT' },
  },
  {
    name: 'cut',
    mode: { kind: 'cut-stream', ...early },
    parse: 'MODEL_',
    stream: { heard: words.slice(0, 10), error: 'MODEL_UNAVAILABLE' },
  },
  { name: '429', mode: status(429), parse: 'MODEL_RATE_LIMITED', stream: 'MODEL_RATE_LIMITED' },
  { name: '529', mode: status(529), parse: 'MODEL_FAILED', stream: 'MODEL_FAILED' },
  { name: '500', mode: status(500), parse: 'MODEL_FAILED', stream: 'MODEL_FAILED' },
  {
    name: 'error with status 200',
    mode: { kind: 'error-in-body' },
    parse: 'MODEL_INVALID_ANSWER',
    stream: 'MODEL_',
  },
  {
    name: 'empty answer',
    mode: { kind: 'empty' },
    parse: 'MODEL_INVALID_ANSWER',
    stream: 'MODEL_INVALID_ANSWER',
  },
  {
    name: 'wrong JSON',
    mode: { kind: 'wrong-shape' },
    parse: 'MODEL_INVALID_ANSWER',
    stream: { heard: '{"surprise": [1, 2, 3]}' },
  },
  {
    name: 'answer of a megabyte',
    mode: { kind: 'huge', characters: 1_000_000 },
    parse: 'MODEL_INVALID_ANSWER',
    stream: { heard: 'lorem ipsum '.repeat(1_000).slice(0, 8_000) },
  },
];

const SHORT = { parseTimeoutMs: 300, replyTimeoutMs: 300, stallTimeoutMs: 100 };
const LONG = { parseTimeoutMs: 10_000, replyTimeoutMs: 10_000, stallTimeoutMs: 10_000 };

/** Short for who never ends; who answers, be it with an error, is never late. */
const timesOf = ({ mode }: Failure) =>
  mode !== 'refused' && 'kind' in mode && (mode.kind === 'hang' || mode.kind === 'drip-then-stall')
    ? SHORT
    : LONG;

/** The client is loaded on first use, which is no fault of the endpoint. */
beforeAll(async () => {
  const server = await startFakeOpenAi({ mode: goodJson(red) });
  const warm = createOpenAiChatModel({
    model: 'warm',
    baseUrl: server.baseUrl,
    parseTimeoutMs: 10_000,
    replyTimeoutMs: 10_000,
    jsonOnly,
  });
  await warm.parse(request, colour, never);
  await Promise.all([warm.close(), server.close()]);
});

async function endpoint(mode: Failure['mode']): Promise<FakeOpenAi> {
  const server = await fake(mode === 'refused' ? goodJson(red) : mode);
  if (mode === 'refused') await server.close();
  return server;
}

describe.each<Partial<OpenAiChatModelOptions>>([{ api: 'chat' }, { api: 'responses' }])(
  'by %o',
  (options) => {
    it.each(failures)('$name: ends in an error of ours, in time, after two calls at most', async (fault) => {
      const server = await endpoint(fault.mode);
      const asked = model(server, { ...timesOf(fault), ...options });
      const error = await failure(asked.parse(request, colour, never));
      expect(error.code).toContain(fault.parse);
      const heard = await listen(asked.stream(request, never));

      if (typeof fault.stream === 'string') {
        expect(heard.text).toBe('');
        expect(heard.error?.code).toContain(fault.stream);
      } else {
        expect(heard.text).toBe(fault.stream.heard);
        expect(heard.error?.code).toBe(fault.stream.error);
      }
      expect(server.requests.length).toBeLessThanOrEqual(4);
    });

    it.each(failures)('$name: another model answers', async (fault) => {
      const [broken, working] = [await endpoint(fault.mode), await fake(goodJson(red))];
      const parseTimeoutMs = Math.max(1_000, timesOf(fault).parseTimeoutMs);
      const times = { ...timesOf(fault), parseTimeoutMs, hedgeAfterMs: 0 };
      const chain = createModelChain([model(broken, { ...times, ...options }), model(working, times)], times);

      expect((await chain.parse(request, colour, never)).value).toEqual(red);
    });
  },
);

describe('with tools', () => {
  const tool = (heard: unknown[]) => ({
    name: 'look',
    description: 'Looks.',
    parameters: z.object({}),
    call: async (given: unknown) => heard.push(given),
  });

  it.each<[string, string]>([
    ['an unknown tool', 'open_safe'],
    ['an endless loop', 'look'],
  ])('%s: ends after six calls', async (_, name) => {
    const heard: unknown[] = [];
    const server = await fake(callsTools({ name, given: {} }));
    const run = await throughLangChain(server).tools.run(
      { ...request, tools: [tool(heard)], mostCalls: 6, deadlineMs: 15_000 },
      never,
    );

    expect(run.calls).toHaveLength(6);
    expect(heard).toHaveLength(name === 'look' ? 6 : 0);
    expect(server.requests).toHaveLength(7);
  });
});

describe('an endpoint that fails all the time', () => {
  it('is asked five times, then once for each time its circuit was open', async () => {
    const server = await fake(status(500));
    const asked = model(server, { circuitOpenMs: 250 });
    const began = performance.now();
    let refused = 0;
    while (server.requests.length < 8 || refused <= 20) {
      if ((await failure(asked.parse(request, colour, never))).details.circuit === 'open') refused += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const opened = Math.floor((performance.now() - began) / 250);

    expect(server.requests.length).toBeLessThanOrEqual(5 + opened);
  });

  it('answers again once it is well', async () => {
    const server = await fake(status(500));
    const asked = model(server, { circuitOpenMs: 50 });
    for (let call = 0; call < 5; call += 1) await failure(asked.parse(request, colour, never));
    expect(asked.isAvailable()).toBe(false);
    server.setMode(goodJson(red));
    await expect.poll(() => asked.isAvailable()).toBe(true);

    expect((await asked.parse(request, colour, never)).value).toEqual(red);
    expect(asked.isAvailable()).toBe(true);
  });
});
