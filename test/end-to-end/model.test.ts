import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { turnSchema } from '../../src/server/schemas/turn.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import {
  type FakeMode,
  type FakeOpenAi,
  good,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, readEvents, startConversation } from '../support/http.ts';

const WISH = 'a warm scarf under 60';
/** A parse and a reply, each tried twice within its deadline. */
const DEADLINE_MS = 400;

let fake: FakeOpenAi;
let server: DemoServer;
/** What the service says without a model. */
let embedded: Awaited<ReturnType<typeof say>>['turn'];

async function say(text: string, where = server) {
  const { path, headers } = await startConversation(where.url, { locale: 'en-US', market: 'US' });
  const accept = { ...headers, Accept: 'text/event-stream' };
  const response = await postJson(`${path}/messages`, { text }, accept);
  const wire = await response.text();
  const events = readEvents(wire);
  const turn = events.at(-1)?.data;
  expect([response.status, events.at(-1)?.name]).toEqual([200, 'reply-end']);
  expect(turnSchema.safeParse(turn).error).toBeUndefined();
  const heard = events.filter(({ name }) => name === 'reply-delta').map(({ data }) => data.text);
  expect(heard.join('')).toBe(turn.text);
  return { turn, wire };
}

const ids = ({ products }: { products: readonly { productId: string }[] }) =>
  products.map(({ productId }) => productId);
const isParse = ({ body }: RecordedRequest) => body.stream !== true;

const wish = (...constraints: readonly object[]) => ({
  language: 'en',
  confidence: 0.9,
  commands: [{ type: 'find', query: 'warm', constraints }],
});
const limit = (attribute: string, operator: string, value: string, words: string) => ({
  attribute,
  operator,
  value,
  currency: null,
  strength: 'hard',
  words,
});
const SCARF_UNDER_60 = wish(limit('type', 'eq', 'scarf', 'scarf'), limit('price', 'lt', '60', 'under 60'));

/** A model that understands, and words what was found. */
function helpful(request: RecordedRequest): FakeMode {
  const [first] = embedded.products;
  return isParse(request)
    ? goodJson(SCARF_UNDER_60)
    : good(`The ${first.title} would be my choice for you. It costs ${first.price.formatted}.`);
}

beforeAll(async () => {
  fake = await startFakeOpenAi({ mode: status(500) });
  const alone = await demoServer();
  embedded = (await say(WISH, alone)).turn;
  await alone.close();
  server = await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
    FLOORWALKER_LIMIT_MODEL_CACHE: '0',
    FLOORWALKER_CHAT_PARSE_TIMEOUT_MS: String(DEADLINE_MS),
    FLOORWALKER_CHAT_REPLY_TIMEOUT_MS: String(DEADLINE_MS),
    FLOORWALKER_CHAT_INPUT_PRICE_MICROS: '2000000',
  });
});
afterAll(async () => {
  await server.close();
  await fake.close();
});

describe('a model that works', () => {
  it('understands and words the turn, and is paid for', async () => {
    fake.setMode(helpful);
    const { turn } = await say(WISH);
    expect(turn).toMatchObject({ understoodBy: 'model', repliedBy: 'model' });
    expect(turn.degraded).toBeUndefined();
    expect(turn.text).toContain(embedded.products[0].title);
    expect(turn.usage.inputTokens).toBeGreaterThan(0);
    expect(turn.usage.outputTokens).toBeGreaterThan(0);
    expect(turn.usage.costMicros).toBeGreaterThan(0);
    expect(turn.usage.energyWh.low).toBeLessThanOrEqual(turn.usage.energyWh.mid);
    expect(turn.products.every((product: typeof turn) => product.price.amountMinor < 6_000)).toBe(true);
  });
});

describe('a model that does not', () => {
  // Failures in a row, or half of the last calls, open the circuit; each test shall meet the endpoint itself.
  beforeEach(async () => {
    fake.setMode(helpful);
    for (let turn = 0; turn < 3; turn += 1) expect((await say(WISH)).turn.understoodBy).toBe('model');
  });

  it.each<[string, FakeMode, string]>([
    ['is slow', { kind: 'slow', answer: '{}', delayMs: 3 * DEADLINE_MS }, 'MODEL_TIMEOUT'],
    ['hangs', { kind: 'hang' }, 'MODEL_TIMEOUT'],
    ['refuses more requests', status(429), 'MODEL_RATE_LIMITED'],
    ['fails', status(500), 'MODEL_FAILED'],
    ['refuses the key', status(401), 'MODEL_FAILED'],
    ['answers broken JSON', { kind: 'broken-json' }, 'MODEL_INVALID_ANSWER'],
    ['answers another shape', { kind: 'wrong-shape' }, 'MODEL_INVALID_ANSWER'],
    ['is a captive portal', { kind: 'html' }, 'MODEL_INVALID_ANSWER'],
    ['says nothing', { kind: 'empty' }, 'MODEL_INVALID_ANSWER'],
    [
      'is cut before it said anything',
      { kind: 'cut-stream', answer: '{}', afterCharacters: 1 },
      'MODEL_UNAVAILABLE',
    ],
  ])('and %s leaves the embedded answer, and says so', async (_fault, mode, reason) => {
    fake.setMode(mode);
    const { turn } = await say(WISH);
    expect(turn).toMatchObject({ understoodBy: 'embedded', repliedBy: 'embedded', text: embedded.text });
    expect(ids(turn)).toEqual(ids(embedded));
    expect(turn.degraded).toContainEqual({ component: 'chat-model', reason });
  });

  it('and is cut in the middle of its words keeps them, ends them truly, and says so', async () => {
    fake.setMode((request) =>
      isParse(request)
        ? helpful(request)
        : {
            kind: 'cut-stream',
            answer: `The ${embedded.products[0].title} would be my choice for you. It costs ${embedded.products[0].price.formatted}.`,
            afterCharacters: embedded.products[0].title.length + 40,
          },
    );
    const { turn } = await say(WISH);
    expect(turn.understoodBy).toBe('model');
    expect(turn.degraded).toContainEqual({ component: 'chat-model', reason: 'MODEL_UNAVAILABLE' });
    expect(turn.text).toContain(embedded.products[0].title);
  });

  it('and was stopped altogether is not asked any more after some failures', async () => {
    fake.setMode(status(500));
    const reasons: string[] = [];
    for (let message = 0; message < 4; message += 1) {
      const { turn } = await say(WISH);
      expect(ids(turn)).toEqual(ids(embedded));
      reasons.push(...turn.degraded.map(({ reason }: { reason: string }) => reason));
    }
    expect(reasons.at(0)).toBe('MODEL_FAILED');
    expect(reasons.at(-1)).toBe('circuit-open');
    const ready = await (await fetch(`${server.url}/readyz`)).json();
    expect(ready).toMatchObject({
      ready: true,
      components: { 'chat-model': { detail: expect.stringContaining('does not answer') } },
    });
  });
});
