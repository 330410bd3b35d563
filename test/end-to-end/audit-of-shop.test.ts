import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation, startTestServer } from '../support/http.ts';
import { identityDesk } from '../support/identity-desk.ts';

const TOKEN = 'administration-token-of-this-test';
const RULE = {
  action: { kind: 'pin', position: 1 },
  target: { productIds: ['scarf-1'] },
  until: new Date(DEMO_CLOCK_MS + 86_400_000).toISOString(),
  owner: 'ann',
};
const SNEAKER = { kind: 'one-way', from: ['sneaker'], to: ['trainers'] };
const MORE = { kind: 'one-way', from: ['wellies'], to: ['boots'] };
/** Changes nothing that is kept. */
const PREVIEWS = ['POST /v1/rules/preview', 'POST /v1/weights/preview'];
/** Stands for an entry that must not be there: nothing was learned that could be gone back from. */
const REFUSED = undefined;
/** What changes the shop, and how the log calls it. */
const CHANGES: readonly (readonly [string, object | undefined, string | undefined])[] = [
  ['PUT /v1/rules/{ruleId}', RULE, 'rule.write'],
  ['DELETE /v1/rules/{ruleId}', undefined, 'rule.remove'],
  ['POST /v1/rules/{ruleId}/rollback', { version: 1 }, 'rule.roll-back'],
  ['PUT /v1/weights', { changes: { every: { taste: 0.4 } } }, 'weights.write'],
  ['DELETE /v1/weights', undefined, 'weights.write'],
  ['POST /v1/weights/rollback', {}, 'weights.roll-back'],
  ['DELETE /v1/weights/ranker', undefined, REFUSED],
  ['PUT /v1/synonyms', { rules: [SNEAKER] }, 'synonyms.write'],
  ['DELETE /v1/synonyms', undefined, 'synonyms.write'],
  ['POST /v1/synonyms/rollback', { version: 1 }, 'synonyms.write'],
  ['PUT /v1/exploration', { stopped: true }, 'exploration.switch'],
  ['POST /v1/training/rollback', {}, REFUSED],
  ['POST /v1/training', {}, 'training.start'],
];

let shop: DemoServer;
let reader: ReturnType<typeof openSqliteReader>;

beforeAll(async () => {
  shop = await demoServer({ FLOORWALKER_ADMIN_TOKEN: TOKEN });
  reader = openSqliteReader(shop.directory);
});
afterAll(async () => {
  await reader.close();
  await shop.close();
});

const audit = () => createAuditLog(reader);

/** What stands in the log since it was asked for. */
async function sinceNow() {
  const { number = 0 } = (await audit().head()) ?? {};
  return () => audit().read(number, 500);
}

const call = (
  method: string,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = { Authorization: `Bearer ${TOKEN}` },
) =>
  fetch(`${shop.url}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const FORGED = { Authorization: 'Bearer another-token' };

describe('the log of the desk', () => {
  it('holds every change that the token of the shop made, and none that it may not make', async () => {
    const { server } = await startTestServer();
    const offered = server.routes
      .filter(({ security, method }) => security === 'admin' && method !== 'get')
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...CHANGES.map(([route]) => route), ...PREVIEWS].toSorted()).toEqual(offered.toSorted());

    for (const [route, body, action] of CHANGES) {
      const [method = '', path = ''] = route.replace('{ruleId}', 'spring').split(' ');
      const entries = await sinceNow();
      expect((await call(method, path, body, FORGED)).status).toBe(401);
      const { ok } = await call(method, path, body);
      expect([route, ok]).toEqual([route, action !== REFUSED]);
      const noted = (await entries()).map((entry) => [entry.action, entry.actor]);
      expect([route, noted]).toEqual([route, action === REFUSED ? [] : [[action, 'admin-token']]]);
    }
    expect(await audit().firstBroken()).toBeUndefined();
  });

  it('holds no change that was refused, changed nothing, or was answered a second time', async () => {
    const entries = await sinceNow();
    const write = (headers: Readonly<Record<string, string>>) =>
      call('PUT', '/v1/rules/autumn', RULE, { Authorization: `Bearer ${TOKEN}`, ...headers });
    const once = { 'Idempotency-Key': 'the-same' };
    expect([(await write(once)).status, (await write(once)).status]).toEqual([200, 200]);
    expect((await write({})).status).toBe(200);
    expect((await write({ 'If-Match': '"99"' })).status).toBe(412);
    expect((await call('DELETE', '/v1/rules/winter')).status).toBe(404);
    expect((await call('POST', '/v1/rules/autumn/rollback', { version: 99 })).status).toBe(404);
    expect((await call('PUT', '/v1/exploration', { switchedOff: ['none-such'] })).status).toBe(400);
    const { rules } = await (await call('GET', '/v1/synonyms')).json();
    expect((await call('PUT', '/v1/synonyms', { rules })).status).toBe(200);
    expect((await entries()).map(({ action }) => action)).toEqual(['rule.write']);
  });

  it('holds what was read, not what there was none of', async () => {
    const entries = await sinceNow();
    expect((await call('GET', '/v1/conversations/c-none/messages/m-none/trace')).status).toBe(404);
    expect(await entries()).toEqual([]);
  });

  it('names whoever is signed in when they make it', async () => {
    const { url, admin, adminId, server } = await identityDesk();
    expect((await admin.send('PUT', '/v1/synonyms', { rules: [SNEAKER] })).status).toBe(200);
    expect((await deskVisitor(url).send('DELETE', '/v1/synonyms')).status).toBe(401);
    expect(await createAuditLog(server.database).read(0, 9)).toMatchObject([
      { action: 'synonyms.write', actor: adminId },
    ]);
  });

  it('holds exports and erasures of customers without naming them, and who asked', async () => {
    const entries = await sinceNow();
    await call('GET', '/v1/customers/ann@example.org/export');
    await call('DELETE', '/v1/customers/ann@example.org');
    await call('DELETE', '/v1/customers/bob', undefined, FORGED);
    const log = await entries();
    expect(log.map(({ action, actor }) => [action, actor])).toEqual([
      ['customer.export', 'admin-token'],
      ['customer.erase', 'admin-token'],
    ]);
    expect(log[0]?.subject).toBe(log[1]?.subject);
    expect(JSON.stringify(log)).not.toContain('ann');
  });

  it('holds that a conversation was erased, by its shopper', async () => {
    const entries = await sinceNow();
    const talk = await startConversation(shop.url);
    await postJson(`${talk.path}/messages`, { text: 'a scarf' }, talk.headers);
    expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(204);
    expect(await entries()).toMatchObject([
      { action: 'conversation.erase', actor: 'shopper', subject: talk.conversationId },
    ]);
  });

  it('and what it tells stand together: what cannot be noted is not done', async () => {
    const talk = await startConversation(shop.url);
    const before = await (await call('GET', '/v1/synonyms')).json();
    const beside = new DatabaseSync(join(shop.directory, 'floorwalker.db'));
    beside.exec(`CREATE TRIGGER full BEFORE INSERT ON "auditLog" BEGIN SELECT RAISE(ABORT, 'full'); END`);
    beside.close();
    expect((await call('PUT', '/v1/synonyms', { rules: [SNEAKER, MORE] })).status).toBe(500);
    expect(await (await call('GET', '/v1/synonyms')).json()).toEqual(before);
    expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(500);
    expect((await fetch(`${talk.path}/messages`, { headers: talk.headers })).status).toBe(200);
    expect((await call('GET', '/v1/customers/ann/export')).status).toBe(500);
  });
});
