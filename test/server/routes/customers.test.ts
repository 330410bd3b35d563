import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import type { ExportSection } from '../../../src/customers/export-customer.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { startTestServer } from '../../support/http.ts';

const SECRET = 'a secret of at least thirty-two characters';
const ADMIN = 'the-shop-itself';

async function forgetter() {
  const forgotten: string[] = [];
  const { url } = await startTestServer({
    customers: {
      forget: async (customerId) => {
        forgotten.push(customerId);
        return { conversations: 1, interactions: 2, impressions: 3 };
      },
      export: async () => [],
    },
    settings: { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET, FLOORWALKER_ADMIN_TOKEN: ADMIN },
  });
  const forget = (customerId: string, token?: string) =>
    fetch(`${url}/v1/customers/${customerId}`, {
      method: 'DELETE',
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    });
  return { forget, forgotten };
}

const tokenOf = (customerId: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customerId)
    .setAudience('floorwalker')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(SECRET));

it('forgets a customer for the customer and for the shop, and tells what was deleted', async () => {
  const { forget, forgotten } = await forgetter();
  const own = await forget('ann', await tokenOf('ann'));
  expect([own.status, await own.json()]).toEqual([
    200,
    { conversations: 1, interactions: 2, impressions: 3 },
  ]);
  expect((await forget('bob', ADMIN)).status).toBe(200);
  expect(forgotten).toEqual(['ann', 'bob']);
});

it('refuses strangers', async () => {
  const { forget, forgotten } = await forgetter();
  expect((await forget('ann')).status).toBe(401);
  expect((await forget('ann', 'forged')).status).toBe(401);
  expect((await forget('ann', await tokenOf('bob'))).status).toBe(404);
  expect(forgotten).toEqual([]);
});

async function exporter(sections: readonly ExportSection[]) {
  const { url, logLines } = await startTestServer({
    customers: {
      forget: async () => ({ conversations: 0, interactions: 0, impressions: 0 }),
      export: async () => sections,
    },
    settings: { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET, FLOORWALKER_ADMIN_TOKEN: ADMIN },
  });
  const read = (customerId: string, token?: string) =>
    fetch(`${url}/v1/customers/${customerId}/export`, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    });
  return { read, logLines };
}

async function* rowsOf(...rows: readonly object[]) {
  yield* rows;
}

it('hands out all that is kept, to the customer and to the shop', async () => {
  const sections = () => [
    { name: 'account', rows: rowsOf() },
    { name: 'events', rows: rowsOf({ productId: 'a"b' }, { productId: 'c' }) },
    { name: 'messages', rows: rowsOf() },
  ];
  const expected = {
    customerId: 'ann',
    exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    account: [],
    events: [{ productId: 'a"b' }, { productId: 'c' }],
    messages: [],
  };
  const own = await (await exporter(sections())).read('ann', await tokenOf('ann'));
  expect([own.status, own.headers.get('cache-control'), await own.json()]).toEqual([
    200,
    'no-store',
    expected,
  ]);
  const shops = await (await exporter(sections())).read('ann', ADMIN);
  expect(await shops.json()).toEqual(expected);
});

it('hands nothing out to strangers', async () => {
  const { read } = await exporter([]);
  expect((await read('ann')).status).toBe(401);
  expect((await read('ann', 'forged')).status).toBe(401);
  expect((await read('ann', `${ADMIN}x`)).status).toBe(401);
  expect((await read('ann', await tokenOf('bob'))).status).toBe(404);
});

it('takes rows only as fast as they are taken from it', async () => {
  let read = 0;
  async function* many() {
    while (read < 20_000) {
      read += 1;
      yield { text: 'x'.repeat(10_000) };
    }
  }
  const { read: ask } = await exporter([{ name: 'events', rows: many() }]);
  const { body } = await ask('ann', ADMIN);
  const reader = body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(read).toBeLessThan(20_000);
});

it('does not let half an export look whole', async () => {
  async function* broken() {
    yield { productId: 'a' };
    throw new AssistantError('DATABASE_FAILED', 'The database is away');
  }
  const { read, logLines } = await exporter([{ name: 'events', rows: broken() }]);
  await expect(read('ann', ADMIN).then((response) => response.text())).rejects.toThrow();
  expect(JSON.stringify(logLines)).toContain('DATABASE_FAILED');
});

it('says so when nothing can be read at all', async () => {
  async function* broken(): AsyncGenerator<object> {
    yield* [];
    throw new AssistantError('DATABASE_FAILED', 'The database is away');
  }
  const { read } = await exporter([{ name: 'events', rows: broken() }]);
  const response = await read('ann', ADMIN);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ code: 'DATABASE_FAILED' });
});
