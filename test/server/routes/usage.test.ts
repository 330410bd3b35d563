import { expect, it } from 'vitest';
import type { UsageReport, UsageRow } from '../../../src/ports/usage-book.ts';
import { usageSchema } from '../../../src/server/schemas/usage.ts';
import { postJson, startConversation, startTestServer } from '../../support/http.ts';
import { NO_USAGE_BOOK } from '../../support/no-usage-book.ts';
import { createScriptedChat } from '../../support/scripted-chat.ts';

const SETTINGS = { FLOORWALKER_ADMIN_TOKEN: 'the-shop-itself', FLOORWALKER_TRUSTED_PROXIES: 'loopback' };
const ADMIN = { Authorization: 'Bearer the-shop-itself' };

const ROW: UsageRow = {
  purpose: 'reply',
  model: 'openai:test',
  calls: 3,
  failures: 1,
  refused: 2,
  inputTokens: 300,
  outputTokens: 40,
  costMicros: 17,
  energyWh: { low: 1, mid: 2, high: 5 },
};

it('tells the shop, and nobody else, what was spent in a range of days', async () => {
  const asked: unknown[] = [];
  const report = async (range: Parameters<typeof NO_USAGE_BOOK.report>[0]): Promise<UsageReport> => {
    asked.push(range);
    return { ...(await NO_USAGE_BOOK.report(range)), rows: [{ day: '2026-11-02', ...ROW }] };
  };
  const { url } = await startTestServer({ settings: SETTINGS, usage: { ...NO_USAGE_BOOK, report } });
  expect((await fetch(`${url}/v1/usage`)).status).toBe(401);
  const response = await fetch(`${url}/v1/usage?from=2026-11-02`, { headers: ADMIN });
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(usageSchema.safeParse(body).error).toBeUndefined();
  expect(body).toMatchObject({ from: '2026-11-02', rows: [{ purpose: 'reply', costMicros: 17 }] });
  await fetch(`${url}/v1/usage`, { headers: ADMIN });
  expect(asked).toEqual([{ from: '2026-11-02' }, {}]);
});

it.each(['from=yesterday', 'to=2026-02-30', 'from='])('refuses %s', async (query) => {
  const { url } = await startTestServer({ settings: SETTINGS });
  const response = await fetch(`${url}/v1/usage?${query}`, { headers: ADMIN });
  expect(response.status).toBe(400);
});

it('counts tokens, calls, money and energy by purpose and model, and what is left of the budgets', async () => {
  const rows = [ROW];
  const { url } = await startTestServer({
    usage: {
      ...NO_USAGE_BOOK,
      sinceStart: () => rows,
      budgets: async () => [
        { budget: 'day', period: '2026-11-02', unit: 'tokens', limit: 1_000, spent: 340, left: 660 },
      ],
    },
  });
  const metrics = async () => await (await fetch(`${url}/metrics`)).text();
  await metrics();
  const text = await metrics();
  expect(text).toContain(
    'floorwalker_model_tokens_total{purpose="reply",model="openai:test",direction="input"} 300',
  );
  expect(text).toContain(
    'floorwalker_model_calls_total{purpose="reply",model="openai:test",outcome="answered"} 2',
  );
  expect(text).toContain(
    'floorwalker_model_calls_total{purpose="reply",model="openai:test",outcome="refused"} 2',
  );
  expect(text).toContain('floorwalker_model_cost_micros_total{purpose="reply",model="openai:test"} 17');
  expect(text).toContain(
    'floorwalker_model_energy_watt_hours_total{purpose="reply",model="openai:test",estimate="high"} 5',
  );
  expect(text).toContain('floorwalker_model_budget_left{budget="day",unit="tokens"} 660');
});

it.each([
  ['loopback', '203.0.113.7', '203.0.113.7'],
  ['loopback', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['loopback', '::ffff:203.0.113.7', '203.0.113.7'],
  ['loopback', '6.6.6.6, 203.0.113.7', '203.0.113.7'],
  ['10.0.0.1', '203.0.113.7', '127.0.0.1'],
  ['', '203.0.113.7', '127.0.0.1'],
])(
  'behind proxies %j, a message that says it is of %s draws on the budget of %s',
  async (proxies, said, expected) => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({
      chat,
      settings: { ...SETTINGS, FLOORWALKER_TRUSTED_PROXIES: proxies },
    });
    const { path, headers } = await startConversation(url);
    await postJson(`${path}/messages`, { text: 'hello' }, { ...headers, 'X-Forwarded-For': said });
    expect(chat.handled.map(({ addressPrefix }) => addressPrefix)).toEqual([expected]);
  },
);
