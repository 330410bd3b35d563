import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { countedUsage } from '../support/fake-openai/counted-usage.ts';
import {
  type FakeOpenAi,
  type RecordedRequest,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { UNDERSTOOD_WISH } from '../support/understood-wish.ts';

const WISH = 'a warm scarf under 60';
const ADMIN = { Authorization: 'Bearer the-shop-itself' };
const ADDRESS_TOKENS = 80_000;
const CONVERSATION_TOKENS = 40_000;
const DAY_MICROS = 120_000;
/** What a shopper may write at most, in words that make many tokens. */
const EXPENSIVE = `${WISH} ${'zq#7 '.repeat(790)}`;

const UNDERSTOOD = JSON.stringify(UNDERSTOOD_WISH);

let fake: FakeOpenAi;
let reply = '';
/** Tokens of everything the endpoint was asked and said, as it counts them. */
let counted = 0;
let proxied: DemoServer;
let direct: DemoServer;

function answer(request: RecordedRequest) {
  const text = request.body.stream === true ? reply : UNDERSTOOD;
  counted += countedUsage(request, text).total_tokens;
  return { kind: 'good', answer: text, counts: true } as const;
}

/** Prices as of a small model: a token that is written costs four times one that is read. */
const open = async (settings: Readonly<Record<string, string>>): Promise<DemoServer> =>
  await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
    FLOORWALKER_CHAT_INPUT_PRICE_MICROS: '1000000',
    FLOORWALKER_CHAT_OUTPUT_PRICE_MICROS: '4000000',
    FLOORWALKER_ADMIN_TOKEN: 'the-shop-itself',
    ...settings,
  });

interface Shopper {
  say(text: string): Promise<Response>;
}

/** A shopper who claims to be somewhere. */
async function shopperAt(url: string, address: string): Promise<Shopper> {
  const { path, headers } = await startConversation(url, { locale: 'en-US', market: 'US' });
  return {
    say: (text) => postJson(`${path}/messages`, { text }, { ...headers, 'X-Forwarded-For': address }),
  };
}

/** Many conversations at once, each of which says expensive things one after another. */
async function flood(url: string, addresses: readonly string[], messagesEach: number) {
  const talks = addresses.map(async (address, index) => {
    const shopper = await shopperAt(url, address);
    const turns = [];
    for (let message = 0; message < messagesEach; message += 1) {
      const response = await shopper.say(`${EXPENSIVE} ${index} ${message}`);
      expect(response.status).toBe(200);
      turns.push(await response.json());
    }
    return turns;
  });
  return (await Promise.all(talks)).flat();
}

const usageOf = async (url: string) => await (await fetch(`${url}/v1/usage`, { headers: ADMIN })).json();
const spentOf = async (url: string): Promise<number> => (await usageOf(url)).budgets[0].spent;

const wasRefused = (turn: { degraded?: readonly { reason: string }[] }): boolean =>
  turn.degraded?.some(({ reason }) => reason === 'BUDGET_EXCEEDED') === true;

/** Products and words, whoever made them. */
function expectUseful(turn: { products: readonly unknown[]; text: string }): void {
  expect(turn.products.length).toBeGreaterThan(0);
  expect(turn.text.length).toBeGreaterThan(20);
}

beforeAll(async () => {
  fake = await startFakeOpenAi({ mode: status(500) });
  proxied = await open({
    FLOORWALKER_TRUSTED_PROXIES: 'loopback',
    FLOORWALKER_BUDGET_ADDRESS_DAY_TOKENS: String(ADDRESS_TOKENS),
    FLOORWALKER_BUDGET_CONVERSATION_TOKENS: String(CONVERSATION_TOKENS),
    FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '10',
  });
  direct = await open({
    FLOORWALKER_BUDGET_ADDRESS_DAY_TOKENS: String(ADDRESS_TOKENS),
    FLOORWALKER_BUDGET_DAY_MICROS: String(DAY_MICROS),
  });
  const [first] = (await (await (await shopperAt(proxied.url, '192.0.2.1')).say(WISH)).json()).products;
  reply = `The ${first.title} would be my choice for you. It costs ${first.price.formatted}.`;
  fake.setMode(answer);
});
beforeEach(() => {
  counted = 0;
});
afterAll(async () => {
  await Promise.all([proxied.close(), direct.close()]);
  await fake.close();
});

describe('a flood of expensive messages', () => {
  it('from one address in many conversations spends what an address may, and others are served by the model', async () => {
    const { url } = proxied;
    const flooding = flood(
      url,
      Array.from({ length: 10 }, () => '203.0.113.66'),
      4,
    );
    const neighbour = await shopperAt(url, '198.51.100.7');
    for (let message = 0; message < 2; message += 1) {
      const turn = await (await neighbour.say(WISH)).json();
      expect(turn).toMatchObject({ understoodBy: 'model', repliedBy: 'model' });
      counted -= turn.usage.inputTokens + turn.usage.outputTokens;
    }
    const turns = await flooding;
    turns.forEach(expectUseful);
    expect(turns.filter(wasRefused).length).toBeGreaterThan(turns.length / 2);
    expect(turns.every(wasRefused)).toBe(false);
    expect(counted).toBeLessThanOrEqual(ADDRESS_TOKENS);
    expect(counted).toBeGreaterThan(ADDRESS_TOKENS / 2);
  });

  it('in one conversation spends what a conversation may, and is told when to come back', async () => {
    const shopper = await shopperAt(proxied.url, '203.0.113.77');
    const answers = await Promise.all(Array.from({ length: 16 }, () => shopper.say(EXPENSIVE)));
    const slowed = answers.filter((response) => response.status === 429);
    expect(slowed).toHaveLength(6);
    for (const { headers } of slowed) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    const served = answers.filter((response) => response.status === 200);
    const turns = await Promise.all(served.map((response) => response.json()));
    turns.forEach(expectUseful);
    expect(turns.some(wasRefused)).toBe(true);
    expect(counted).toBeLessThanOrEqual(CONVERSATION_TOKENS);
  });

  it('that invents its addresses, where no proxy is trusted, is one address, and stays within the money of the shop', async () => {
    const { url } = direct;
    const turns = await flood(
      url,
      Array.from({ length: 30 }, (_, index) => `203.0.113.${index}`),
      1,
    );
    turns.forEach(expectUseful);
    expect(turns.filter(wasRefused).length).toBeGreaterThan(turns.length / 2);
    expect(counted).toBeLessThanOrEqual(ADDRESS_TOKENS);
    const { total, rows, budgets } = await usageOf(url);
    expect(total.inputTokens + total.outputTokens).toBe(counted);
    expect(total.costMicros).toBeLessThanOrEqual(DAY_MICROS);
    expect(turns.reduce((sum, { usage }) => sum + usage.costMicros, 0)).toBe(total.costMicros);
    expect(total.refused).toBeGreaterThan(0);
    expect(new Set(rows.map(({ purpose }: { purpose: string }) => purpose))).toEqual(
      new Set(['understand', 'reply']),
    );
    for (const { spent, limit } of budgets) expect(spent).toBeLessThanOrEqual(limit);
    const neighbour = await (await (await shopperAt(url, '198.51.100.7')).say(WISH)).json();
    expectUseful(neighbour);
  });

  it('that is left before it is answered spends what an address may, and nothing of it is free', async () => {
    const { url } = proxied;
    const before = await spentOf(url);
    const leave = async () => {
      const { path, headers } = await startConversation(url, { locale: 'en-US', market: 'US' });
      const gone = new AbortController();
      const asking = fetch(`${path}/messages`, {
        method: 'POST',
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          Accept: 'text/event-stream',
          'X-Forwarded-For': '203.0.113.88',
        },
        body: JSON.stringify({ text: EXPENSIVE }),
        signal: gone.signal,
      }).catch(() => undefined);
      await wait(30);
      gone.abort();
      await asking;
    };
    await Promise.all(Array.from({ length: 15 }, leave));
    const countedByNow = counted;
    expect((await spentOf(url)) - before).toBeGreaterThanOrEqual(countedByNow);
    expect(counted).toBeLessThanOrEqual(ADDRESS_TOKENS);
  });
});
