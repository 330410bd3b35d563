import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createModelChain, createToolChain } from '../../../connectors/chat-model/model-chain.ts';
import type { ChatModel } from '../../../src/ports/chat-model.ts';
import {
  callsTools,
  type FakeModes,
  type FakeOpenAi,
  good,
  goodJson,
  status,
} from '../../support/fake-openai/server.ts';
import { throughLangChain } from './langchain-support.ts';
import { colour, failure, fake, listen, model, never, red, request } from './openai-support.ts';

const words = 'A warm scarf for you, in red.';
const blue = { colour: 'blue', sure: false };

async function chain(
  modes: readonly FakeModes[],
  options: { hedgeAfterMs?: number; parseTimeoutMs?: number; replyTimeoutMs?: number } = {},
): Promise<{ servers: FakeOpenAi[]; chained: ChatModel }> {
  const servers = await Promise.all(modes.map((mode) => fake(mode)));
  const times = { parseTimeoutMs: 10_000, replyTimeoutMs: 10_000, hedgeAfterMs: 0, ...options };
  const chained = createModelChain(
    servers.map((server, index) => model(server, { model: `model-${index}`, failuresToOpen: 2, ...times })),
    times,
  );
  return { servers, chained };
}

const asked = (servers: readonly FakeOpenAi[]): number[] => servers.map(({ requests }) => requests.length);

describe('parse', () => {
  it('asks the first only, as long as it answers', async () => {
    const { servers, chained } = await chain([goodJson(red), goodJson(blue)]);

    expect((await chained.parse(request, colour, never)).value).toEqual(red);
    expect(asked(servers)).toEqual([1, 0]);
    expect(chained.name).toBe('openai:model-0, openai:model-1');
  });

  it.each<[string, FakeModes]>([
    ['refuses the key', status(401)],
    ['is overloaded', status(529)],
    ['says nothing', { kind: 'empty' }],
    ['answers with HTML', { kind: 'html' }],
    ['answers with half JSON', { kind: 'broken-json' }],
  ])('asks the next when one %s', async (_, mode) => {
    const { servers, chained } = await chain([mode, goodJson(blue)]);

    expect((await chained.parse(request, colour, never)).value).toEqual(blue);
    expect(servers[1]?.requests).toHaveLength(1);
  });

  it('leaves the next time when one hangs, within one deadline', async () => {
    const { chained } = await chain([{ kind: 'hang' }, goodJson(blue)], { parseTimeoutMs: 4_000 });
    expect((await chained.parse(request, colour, never)).value).toEqual(blue);

    const { chained: lost } = await chain([{ kind: 'hang' }, { kind: 'hang' }], { parseTimeoutMs: 200 });
    expect((await failure(lost.parse(request, colour, never))).code).toBe('MODEL_TIMEOUT');
  });

  it('passes over a model that its circuit leaves alone', async () => {
    const { servers, chained } = await chain([status(500), goodJson(blue)]);
    for (let call = 0; call < 3; call += 1) await chained.parse(request, colour, never);

    expect(asked(servers)).toEqual([2, 3]);
    expect(chained.isAvailable()).toBe(true);
  });

  it('says that the circuit is open when it is for all', async () => {
    const { chained } = await chain([status(500)]);
    await failure(chained.parse(request, colour, never));

    expect((await failure(chained.parse(request, colour, never))).details).toEqual({ circuit: 'open' });
    expect(chained.isAvailable()).toBe(false);
  });

  it('asks nobody else once the caller has left', async () => {
    const { servers, chained } = await chain([{ kind: 'hang' }, goodJson(blue)]);
    const turn = new AbortController();
    const pending = failure(chained.parse(request, colour, turn.signal));
    await expect.poll(() => servers[0]?.requests.length).toBe(1);
    turn.abort();

    expect((await pending).details).toEqual({ aborted: true });
    expect(asked(servers)).toEqual([1, 0]);
  });
});

describe('stream', () => {
  it('asks the next while nothing was heard', async () => {
    const { chained } = await chain([{ kind: 'hang' }, good(words)], { replyTimeoutMs: 2_500 });

    expect((await listen(chained.stream(request, never))).text).toBe(words);
  });

  it('asks nobody else once words were heard', async () => {
    const { servers, chained } = await chain([
      { kind: 'cut-stream', answer: words, afterCharacters: 10 },
      good(words),
    ]);

    expect(await listen(chained.stream(request, never))).toMatchObject({
      text: words.slice(0, 10),
      error: { code: 'MODEL_UNAVAILABLE' },
    });
    expect(asked(servers)).toEqual([1, 0]);
  });
});

describe('a second request', () => {
  const slowThenGood = (): FakeModes => [
    { kind: 'slow', answer: JSON.stringify(red), delayMs: 8_000 },
    goodJson(blue),
  ];

  it('is sent to a model that is slow, and the first answer wins', async () => {
    const { servers, chained } = await chain([slowThenGood()], { hedgeAfterMs: 30 });

    expect((await chained.parse(request, colour, never)).value).toEqual(blue);
    expect(asked(servers)).toEqual([2]);
    await expect.poll(() => servers[0]?.abandoned()).toBe(1);
    expect(chained.isAvailable()).toBe(true);
  });

  it('goes to the next model where there is one, also before the first words of a stream', async () => {
    const { servers, chained } = await chain([{ kind: 'hang' }, good(words)], { hedgeAfterMs: 30 });

    expect((await listen(chained.stream(request, never))).text).toBe(words);
    expect(asked(servers)).toEqual([1, 1]);
  });

  it('is sent for one call in twenty', async () => {
    const answer = JSON.stringify(red);
    const { servers, chained } = await chain([{ kind: 'slow', answer, delayMs: 15 }], { hedgeAfterMs: 1 });
    for (let call = 0; call < 40; call += 1) await chained.parse(request, colour, never);

    expect(asked(servers)[0]).toBeGreaterThan(40);
    expect(asked(servers)[0]).toBeLessThanOrEqual(43);
  });
});

describe('a chain of models with tools', () => {
  const run = { ...request, mostCalls: 3, deadlineMs: 15_000 };
  const noting = (heard: unknown[]) => ({
    name: 'note',
    description: 'Notes.',
    parameters: z.object({}),
    call: async (given: unknown) => heard.push(given),
  });

  it('asks the next where nothing was called yet', async () => {
    const [broken, working] = [await fake(status(500)), await fake(good('fine'))];
    const chained = createToolChain([throughLangChain(broken).tools, throughLangChain(working).tools]);

    expect((await chained.run({ ...run, tools: [] }, never)).text).toBe('fine');
  });

  it('asks nobody else once a tool may have acted', async () => {
    const heard: unknown[] = [];
    const [broken, other] = [
      await fake([callsTools({ name: 'note', given: {} }), status(500)]),
      await fake(good('fine')),
    ];
    const chained = createToolChain([throughLangChain(broken).tools, throughLangChain(other).tools]);

    expect((await failure(chained.run({ ...run, tools: [noting(heard)] }, never))).code).toBe('MODEL_FAILED');
    expect(heard).toHaveLength(1);
    expect(other.requests).toEqual([]);
  });
});
