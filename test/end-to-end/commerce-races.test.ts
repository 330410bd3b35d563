import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importOrders } from '../../connectors/commerce-backend/import-orders.ts';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { serveProcess } from '../support/served-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const REPEATS = 100;
const KILLS = 2;
const SECRET = 'a-secret-that-only-the-shop-knows-1';

describe('a hundred repeats at once', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await demoServer();
  });
  afterAll(() => server.close());

  const shopper = async () => {
    const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
    const say = async (text: string, more: object = {}): Promise<Turn> =>
      await (await postJson(`${talk.path}/messages`, { text, ...more }, talk.headers)).json();
    const basket = async () => await (await fetch(`${talk.path}/basket`, { headers: talk.headers })).json();
    return { ...talk, say, basket };
  };

  it('of one message put one piece into the basket', async () => {
    const { say, basket } = await shopper();
    await say('lamps');
    const again = { clientMessageId: 'the-same' };
    await Promise.all(Array.from({ length: REPEATS }, () => say('add the first', again)));
    expect((await basket()).pieces).toBe(1);
  });

  it('of one request under its key put in what it says, once', async () => {
    const { say, basket, path, headers } = await shopper();
    const [lamp] = (await say('lamps')).products;
    const keyed = { ...headers, 'Idempotency-Key': 'the-same' };
    const wish = { productId: lamp?.productId, quantity: 2 };
    await Promise.all(Array.from({ length: REPEATS }, () => postJson(`${path}/basket`, wish, keyed)));
    expect((await basket()).pieces).toBe(2);
  });
});

const ORDERS = Array.from({ length: KILLS }, (_, index) => `77${index}0`);
const dollars = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const RECORDS = [
  {
    ...{ type: 'account', customerId: 'kim', name: 'Kim Lane' },
    methods: [{ methodId: 'card', kind: 'card', label: 'Visa, ending in 9212' }],
  },
  ...ORDERS.map((orderNumber) => ({
    ...{ type: 'order', orderNumber, customerId: 'kim', market: 'US', status: 'pending' },
    lines: [
      {
        ...{ lineId: '1', productId: 'lamp', variantId: 'lamp', title: 'Lamp', options: {} },
        ...{ quantity: 1, unitPrice: dollars(1_000) },
      },
    ],
    address: { name: 'Kim Lane', line1: '1 Road', city: 'Town', postalCode: '10001', country: 'US' },
    payments: [{ kind: 'payment', amount: dollars(1_000), methodId: 'card' }],
  })),
];

it('does what was agreed to once, and says so, when it is killed over the yes and the yes is sent again', {
  timeout: 120_000,
}, async () => {
  const directory = temporaryDirectory();
  await restoreDirectory(inject('demoBackup'), directory);
  const file = join(directory, 'kim.jsonl');
  writeFileSync(file, RECORDS.map((record) => JSON.stringify(record)).join('\n'));
  const database = await openSqliteDatabase({ directory });
  const { signal } = new AbortController();
  const report = await importOrders({ database, file, clock: () => DEMO_CLOCK_MS, signal });
  expect(report.rejected).toEqual([]);
  await database.close();
  const environment = { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET };
  const customerToken = await new SignJWT({ sub: 'kim', aud: 'floorwalker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(SECRET));

  let server = await serveProcess(directory, { environment });
  for (const orderNumber of ORDERS) {
    const talk = await startConversation(server.url, { locale: 'en-US', market: 'US', customerToken });
    const messages = () => `${server.url}/v1/conversations/${talk.conversationId}/messages`;
    const say = async (text: string, more: object = {}): Promise<Turn> =>
      await (await postJson(messages(), { text, ...more }, talk.headers)).json();
    expect((await say(`please cancel my order ${orderNumber}`)).confirmation).toBeDefined();

    const yes = { clientMessageId: `yes-${orderNumber}` };
    const cut = say('yes', yes).catch(() => undefined);
    setTimeout(() => server.child.kill('SIGKILL'), randomInt(0, 60));
    await Promise.all([cut, server.ended]);
    server = await serveProcess(directory, { environment });

    const done = await say('yes', yes);
    expect(done.order, done.text).toMatchObject({ orderNumber, status: 'cancelled' });
    const told = (await say(`where is my order ${orderNumber}?`)).order;
    expect(told?.status).toBe('cancelled');
    expect(told?.payments.map(({ kind }) => kind)).toEqual(['payment', 'refund']);
  }
});
