import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import {
  type FakeMode,
  type FakeModes,
  type FakeOpenAi,
  good,
  goodJson,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { UNDERSTOOD_WISH } from '../support/understood-wish.ts';

const WISH = 'a warm scarf under 60';
const WORDS = 'These would keep you warm.';
const DAY_MS = 86_400_000;
/** For shops that are opened, embedded and left alone for a while. */
const SLOW_MS = 120_000;

const readiness = async ({ url }: DemoServer) => {
  const response = await fetch(`${url}/readyz`);
  const { components } = await response.json();
  return { status: response.status, components };
};
const detail = async (server: DemoServer, component: string): Promise<string> =>
  (await readiness(server)).components[component].detail;

async function say({ url }: DemoServer, text: string) {
  const { path, headers } = await startConversation(url, { locale: 'en-US', market: 'US' });
  const response = await postJson(`${path}/messages`, { text }, headers);
  expect(response.status).toBe(200);
  return await response.json();
}

/** Products and words, whoever made them. */
async function sayUsefully(server: DemoServer, text = WISH) {
  const turn = await say(server, text);
  expect(turn.products.length).toBeGreaterThan(0);
  expect(turn.text.length).toBeGreaterThan(20);
  return turn;
}

const reasons = ({ degraded = [] }: { degraded?: readonly { component: string; reason: string }[] }) =>
  degraded.map(({ component, reason }) => `${component}: ${reason}`);

describe('the language model', () => {
  const DEADLINE_MS = 400;
  const CIRCUIT_OPEN_MS = 300;
  let fake: FakeOpenAi;
  let server: DemoServer;
  const helpful: FakeModes = ({ body }) => (body.stream === true ? good(WORDS) : goodJson(UNDERSTOOD_WISH));

  beforeAll(async () => {
    fake = await startFakeOpenAi({ mode: helpful });
    server = await demoServer({
      FLOORWALKER_CHAT_MODEL: 'openai:test',
      FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
      FLOORWALKER_LIMIT_MODEL_CACHE: '0',
      FLOORWALKER_CHAT_PARSE_TIMEOUT_MS: String(DEADLINE_MS),
      FLOORWALKER_CHAT_REPLY_TIMEOUT_MS: String(DEADLINE_MS),
      FLOORWALKER_CHAT_TURN_TIMEOUT_MS: String(4 * DEADLINE_MS),
      FLOORWALKER_CHAT_CIRCUIT_OPEN_MS: String(CIRCUIT_OPEN_MS),
    });
  });
  afterAll(async () => {
    await server.close();
    await fake.close();
  });

  /** Until the circuit is closed and the last twenty calls are mostly good ones. */
  async function untilModelAnswers(): Promise<void> {
    for (let good = 0; good < 6; ) {
      good = (await say(server, WISH)).understoodBy === 'model' ? good + 1 : 0;
      if (good === 0) await wait(CIRCUIT_OPEN_MS / 4);
    }
  }

  const broken: readonly (readonly [string, FakeMode, string])[] = [
    ['hangs', { kind: 'hang' }, 'MODEL_TIMEOUT'],
    [
      'is slower than its deadline',
      { kind: 'slow', answer: '{}', delayMs: 3 * DEADLINE_MS },
      'MODEL_TIMEOUT',
    ],
    ['stalls in its answer', { kind: 'drip-then-stall', answer: WORDS, afterCharacters: 8 }, 'MODEL_TIMEOUT'],
    ['cuts the connection', { kind: 'cut-stream', answer: WORDS, afterCharacters: 1 }, 'MODEL_UNAVAILABLE'],
    ['wants less of us, soon again', status(429, { retryAfter: '0.1' }), 'MODEL_RATE_LIMITED'],
    ['wants less of us for a minute', status(429, { retryAfter: '60' }), 'MODEL_RATE_LIMITED'],
    ['is overloaded', status(529), 'MODEL_FAILED'],
    ['fails', status(500), 'MODEL_FAILED'],
    ['refuses the key', status(401), 'MODEL_FAILED'],
    ['answers an error with status 200', { kind: 'error-in-body' }, 'MODEL_INVALID_ANSWER'],
    ['answers nothing', { kind: 'empty' }, 'MODEL_INVALID_ANSWER'],
    ['is a page of HTML', { kind: 'html' }, 'MODEL_INVALID_ANSWER'],
  ];
  const misspoken: readonly (readonly [string, FakeMode, string])[] = [
    ['answers broken JSON', { kind: 'broken-json' }, 'MODEL_INVALID_ANSWER'],
    ['answers JSON of another shape', { kind: 'wrong-shape' }, 'MODEL_INVALID_ANSWER'],
    ['answers a megabyte', { kind: 'huge', characters: 1_000_000 }, 'MODEL_INVALID_ANSWER'],
  ];

  it.each(broken)(
    'that %s leaves embedded answers, is shown by /readyz, and is asked again by itself',
    async (_, mode, reason) => {
      await untilModelAnswers();
      fake.setMode(mode);
      const turn = await sayUsefully(server);
      expect(turn.understoodBy).toBe('embedded');
      expect(reasons(turn)).toContain(`chat-model: ${reason}`);
      await expect
        .poll(
          async () => {
            await sayUsefully(server);
            return detail(server, 'chat-model');
          },
          { timeout: 10_000, interval: 1 },
        )
        .toContain('does not answer');
      expect((await readiness(server)).status).toBe(200);

      fake.setMode(helpful);
      await expect
        .poll(async () => reasons(await sayUsefully(server)), { timeout: 10_000, interval: 50 })
        .toEqual([]);
      expect(await detail(server, 'chat-model')).toBe('openai:test');
    },
  );

  it.each(misspoken)('that %s leaves embedded answers and goes on being asked', async (_, mode, reason) => {
    await untilModelAnswers();
    fake.setMode(mode);
    expect(reasons(await sayUsefully(server))).toContain(`chat-model: ${reason}`);

    fake.setMode(helpful);
    expect(reasons(await sayUsefully(server))).toEqual([]);
  });

  it('that refuses connections leaves embedded answers, and is found again where it was', async () => {
    await untilModelAnswers();
    const { port } = fake;
    await fake.close();
    expect(reasons(await sayUsefully(server))).toContain('chat-model: MODEL_UNAVAILABLE');

    fake = await startFakeOpenAi({ mode: helpful, port });
    await expect
      .poll(async () => reasons(await sayUsefully(server)), { timeout: 10_000, interval: 50 })
      .toEqual([]);
  });
});

describe('the embedding model', () => {
  let fake: FakeOpenAi;
  let server: DemoServer;
  beforeEach(async () => {
    fake = await startFakeOpenAi({ mode: good('') });
  });
  afterEach(async () => {
    await server.close();
    await fake.close();
  });
  const open = () =>
    demoServer({
      FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
      FLOORWALKER_EMBEDDING_BASE_URL: fake.baseUrl,
      FLOORWALKER_EMBEDDING_QUERY_TIMEOUT_MS: '300',
    });

  it('that does not answer when products are searched leaves the search by words, and is asked again by itself', {
    timeout: SLOW_MS,
  }, async () => {
    server = await open();
    await expect.poll(() => detail(server, 'embedding-model'), { timeout: SLOW_MS }).toBe('openai:vectors');
    let wish = 0;
    /** Vectors of words that were searched before are kept. */
    const sayAnew = async () => {
      wish += 1;
      return reasons(await sayUsefully(server, `a scarf for slow ${'x'.repeat(wish)}ing`));
    };
    expect(await sayAnew()).toEqual([]);
    fake.setMode({ kind: 'hang' });
    expect(await sayAnew()).toEqual(['embedding-model: MODEL_TIMEOUT']);
    fake.setMode(status(500));
    await expect
      .poll(
        async () => {
          expect(await sayAnew()).toHaveLength(1);
          return detail(server, 'embedding-model');
        },
        { timeout: 10_000, interval: 1 },
      )
      .toContain('words are searched without it');
    expect((await readiness(server)).status).toBe(200);

    fake.setMode(good(''));
    await expect.poll(sayAnew, { timeout: 30_000, interval: 500 }).toEqual([]);
    expect(await detail(server, 'embedding-model')).toBe('openai:vectors');
  });

  it('that fails while the catalogue is brought in leaves what was learned from the catalogue, and says that it is tried again', {
    timeout: SLOW_MS,
  }, async () => {
    fake.setMode(status(401));
    server = await open();
    await expect
      .poll(() => detail(server, 'embedding-model'), { timeout: 30_000 })
      .toContain('is tried again');
    expect(reasons(await sayUsefully(server))).toEqual([]);
    expect((await readiness(server)).status).toBe(200);
  });
});

it('a budget that is spent leaves embedded answers until the next day, and is shown by /readyz', {
  timeout: SLOW_MS,
}, async () => {
  const fake = await startFakeOpenAi({
    mode: ({ body }) => (body.stream === true ? good(WORDS) : goodJson(UNDERSTOOD_WISH)),
  });
  let nowMs = DEMO_CLOCK_MS;
  const server = await demoServer(
    {
      FLOORWALKER_CHAT_MODEL: 'openai:test',
      FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
      FLOORWALKER_LIMIT_MODEL_CACHE: '0',
      FLOORWALKER_CHAT_INPUT_PRICE_MICROS: '1000000',
      FLOORWALKER_CHAT_OUTPUT_PRICE_MICROS: '4000000',
      FLOORWALKER_BUDGET_DAY_MICROS: '30000',
    },
    () => nowMs,
  );
  try {
    let refused: string[] = [];
    await expect
      .poll(
        async () => {
          refused = reasons(await sayUsefully(server));
          return detail(server, 'chat-model');
        },
        { timeout: 30_000, interval: 1 },
      )
      .toContain('is spent');
    expect(refused).toContain('chat-model: BUDGET_EXCEEDED');
    expect((await readiness(server)).status).toBe(200);
    nowMs += DAY_MS;
    expect(reasons(await sayUsefully(server))).toEqual([]);
    expect(await detail(server, 'chat-model')).toBe('openai:test');
  } finally {
    await server.close();
    await fake.close();
  }
});
