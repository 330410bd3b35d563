import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importOrders } from '../../connectors/commerce-backend/import-orders.ts';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { startService } from '../../src/assembly/start-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';

const SECRET = 'a-secret-that-only-the-shop-knows-1';
const ORDERS = fileURLToPath(new URL('../../eval/cases/orders/ada.jsonl', import.meta.url));
const RULES = `writes:
  cancel-order: { from: [pending], reasons: [no longer needed, ordered by mistake] }
  change-order-address: { from: [pending] }
  return-lines: { from: [delivered], methods: [original, gift-card] }
  exchange-lines: { from: [delivered], sameVariant: false }
  replace-lines: { from: [pending], once: true }
refundDays:
  card: { from: 5, to: 7 }
`;

/** Each test has a customer of its own, with one order that was not sent and one that came. */
const CUSTOMERS = [
  'told',
  'hidden',
  'cancel',
  'return',
  'exchange',
  'move',
  'race',
  'de-DE',
  'ja-JP',
  'fr-FR',
];
const numbersOf = (customer: string) => {
  const place = String(CUSTOMERS.indexOf(customer)).padStart(2, '0');
  return { pending: `24${place}7`, delivered: `23${place}7` };
};
function recordsOf(customer: string): string {
  const { pending, delivered } = numbersOf(customer);
  return readFileSync(ORDERS, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"ada"'))
    .map((line) => line.replaceAll('"ada"', `"${customer}"`).replace('"10024"', `"${pending}"`))
    .map((line) => `${line.replace('"10023"', `"${delivered}"`)}\n`)
    .join('');
}

const { signal } = new AbortController();
let directory: string;
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  await restoreDirectory(inject('demoBackup'), directory);
  writeFileSync(join(directory, 'rules.yaml'), RULES);
  const file = join(directory, 'orders.jsonl');
  writeFileSync(file, CUSTOMERS.map(recordsOf).join(''));
  const database = await openSqliteDatabase({ directory });
  const report = await importOrders({ database, file, clock: () => DEMO_CLOCK_MS, signal });
  expect(report.rejected).toEqual([]);
  await database.close();
  const settings = loadConfig({
    FLOORWALKER_EXPLORATION: 'off',
    FLOORWALKER_PORT: '0',
    FLOORWALKER_LOG_LEVEL: 'silent',
    FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET,
    FLOORWALKER_ORDER_RULES: join(directory, 'rules.yaml'),
  });
  service = await startService({ settings, directory, clock: () => DEMO_CLOCK_MS, note: () => {}, signal });
}, 60_000);

afterAll(async () => {
  await service.close();
  rmSync(directory, { recursive: true, force: true });
});

const tokenOf = async (sub: string, secret = SECRET) =>
  await new SignJWT({ sub, aud: 'floorwalker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(DEMO_CLOCK_MS / 1_000) + 600)
    .sign(new TextEncoder().encode(secret));

async function post(path: string, body: object, token?: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(new URL(path, service.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** A conversation over HTTP. @param customer Absent: a visitor. */
async function talk(customer?: string, locale = 'en-US') {
  const start = {
    locale,
    market: 'US',
    ...(customer === undefined ? {} : { customerToken: await tokenOf(customer) }),
  };
  const { body } = await post('/v1/conversations', start);
  const { conversationId, token } = body as { conversationId: string; token: string };
  return async (text: string): Promise<Turn> => {
    const said = await post(`/v1/conversations/${conversationId}/messages`, { text }, token);
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    return said.body as Turn;
  };
}

const stored = async (customer: string) =>
  (await (await talk(customer))(`where is my order ${numbersOf(customer).pending}?`)).order;

describe('orders over HTTP', () => {
  it('are told to their own customer, with status, lines, shipment and money', async () => {
    const { order, text, repliedBy } = await (await talk('told'))('where is my order #23007?');
    expect(order).toMatchObject({
      ...{ orderNumber: '23007', status: 'delivered', statusLabel: 'delivered' },
      shipments: [{ trackingIds: ['TRACK77'], carrier: 'UPS' }],
    });
    expect(order?.lines.map(({ quantity }) => quantity)).toEqual([1, 2]);
    expect(order?.payments[0]?.amount.formatted).toBe('$75.93');
    expect(text).toContain('TRACK77');
    expect(repliedBy).toBe('embedded');
  });

  it('are told to nobody else, and not even whether they exist', async () => {
    const visitor = await talk();
    const [known, unknown] = [
      await visitor('where is my order 23017?'),
      await visitor('where is my order 99999?'),
    ];
    expect(known.text).toBe(unknown.text);
    expect(known.order).toBeUndefined();
    const bob = await (await talk('cancel'))('where is my order 23017?');
    const nobody = await (await talk('cancel'))('where is my order 99999?');
    expect(bob.text.replace('23017', '99999')).toBe(nobody.text);
    const forged = await post('/v1/conversations', {
      customerToken: await tokenOf('hidden', 'x'.repeat(40)),
    });
    expect(forged.status).toBe(401);
  });

  it('are cancelled with a reason, after a yes', async () => {
    const say = await talk('cancel');
    const asked = await say('please cancel my order');
    expect(asked.chips.map(({ label }) => label)).toEqual(['no longer needed', 'ordered by mistake']);
    const shown = await say('ordered by mistake');
    expect(shown.confirmation?.effects).toHaveLength(3);
    expect((await stored('cancel'))?.status).toBe('pending');
    const done = await say(shown.confirmation?.confirmMessage ?? '');
    expect(done.order?.status).toBe('cancelled');
    expect((await stored('cancel'))?.status).toBe('cancelled');
  });

  it('return one line to a gift card', async () => {
    const say = await talk('return');
    await say('I want to return my order 23037');
    await say('the raincoat');
    const shown = await say('gift card');
    expect(shown.text).toContain('$55.95 back to Gift card');
    expect((await say('yes')).order?.status).toBe('return-requested');
  });

  it('are exchanged for another size', async () => {
    const say = await talk('exchange');
    const asked = await say('can I exchange the raincoat?');
    expect(asked.chips.length).toBeGreaterThan(1);
    const [first] = asked.chips;
    expect((await say(first?.message ?? '')).confirmation).toBeDefined();
    expect((await say('yes')).order?.status).toBe('exchange-requested');
  });

  it('are sent to another address', async () => {
    const say = await talk('move');
    await say('please change the delivery address of my order');
    const shown = await say('Ada Lane, 5 Main Street, Denver, CO 80201');
    expect(shown.text).toContain('5 Main Street');
    const done = await say('yes');
    expect(done.order?.address).toContain('80201 Denver');
  });

  it('take effect once when two yeses race', async () => {
    const conversations = await Promise.all([talk('race'), talk('race')]);
    for (const say of conversations) {
      const { confirmation } = await say('cancel order 24067, no longer needed');
      expect(confirmation).toBeDefined();
    }
    await Promise.all(conversations.flatMap((say) => [say('yes'), say('yes')]));
    const order = await stored('race');
    expect(order?.status).toBe('cancelled');
    expect(order?.payments.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
  });

  it.each([
    ['de-DE', 'bitte stornieren Sie meine Bestellung NUMBER', 'die erste', 'ja', 'Erledigt'],
    ['ja-JP', '注文NUMBERをキャンセルしたいです', '1番目', 'はい', '完了'],
    ['fr-FR', 'je veux annuler ma commande NUMBER', 'la première', 'oui', 'C’est fait'],
  ])('are cancelled in %s', async (locale, wish, reason, yes, done) => {
    const say = await talk(locale, locale);
    await say(wish.replace('NUMBER', numbersOf(locale).pending));
    expect((await say(reason)).confirmation).toBeDefined();
    expect((await say(yes)).text).toContain(done);
    expect((await stored(locale))?.status).toBe('cancelled');
  });
});
