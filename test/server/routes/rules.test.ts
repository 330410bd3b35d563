import { describe, expect, it } from 'vitest';
import { createRuleStore } from '../../../src/catalog/rule-store.ts';
import { createRuleDesk } from '../../../src/chat/rule-desk.ts';
import { startTestServer } from '../../support/http.ts';
import { ruledShop } from '../../support/ruled-shop.ts';
import { inDays } from '../../support/rules.ts';
import { NOW_MS } from '../../support/small-shop.ts';

const TOKEN = 'administration-token-of-this-test';
const PIN = {
  action: { kind: 'pin', position: 1 },
  target: { productIds: ['tartan'] },
  until: inDays(30),
  owner: 'ann',
};

async function open(settings: Readonly<Record<string, string>> = { FLOORWALKER_ADMIN_TOKEN: TOKEN }) {
  const shop = await ruledShop();
  const rules = createRuleDesk({
    store: createRuleStore(shop.database),
    shop: () => shop.shop,
    parser: () => shop.parser,
    clock: () => NOW_MS,
    limitRules: 3,
    limitDays: 400,
  });
  const { url } = await startTestServer({ settings, rules });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const response = await fetch(`${url}/v1/rules${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  const top = async () => (await shop.search('scarf')).products[0]?.productId;
  return { call, top };
}

describe('/v1/rules', () => {
  it('puts a rule in force at the next list, and takes it away', async () => {
    const { call, top } = await open();
    const plain = await top();
    const put = await call('PUT', '/winter', PIN);
    expect(put).toMatchObject({
      status: 200,
      etag: '"1"',
      body: { rule: { id: 'winter', version: 1, when: {}, note: '' }, notices: [] },
    });
    expect(await top()).toBe('tartan');
    expect(await call('GET', '')).toMatchObject({
      status: 200,
      etag: '"1"',
      body: { rules: [put.body.rule] },
    });
    expect((await call('DELETE', '/winter')).status).toBe(204);
    expect(await top()).toBe(plain);
    const { body } = await call('GET', '/winter/history');
    expect(body.changes.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await call('DELETE', '/winter')).status).toBe(404);
    expect((await call('GET', '/never/history')).status).toBe(404);
  });

  it('refuses to overwrite what somebody else wrote meanwhile, and has one effect for one Idempotency-Key', async () => {
    const { call } = await open();
    const key = { 'idempotency-key': 'one', 'if-match': '"0"' };
    const first = await call('PUT', '/winter', PIN, key);
    expect(await call('PUT', '/winter', PIN, key)).toEqual(first);
    const other = { ...PIN, note: 'late' };
    expect((await call('PUT', '/winter', other, { 'if-match': '"0"' })).status).toBe(412);
    expect((await call('DELETE', '/winter', undefined, { 'if-match': '"7"' })).status).toBe(412);
    expect((await call('PUT', '/winter', other, { 'if-match': first.etag ?? '' })).etag).toBe('"2"');
  });

  it('shows a search before and after a rule that is not kept', async () => {
    const { call, top } = await open();
    const plain = await top();
    const rule = { ...PIN, from: inDays(2), when: { query: { words: 'scarf' } } };
    const { status, body } = await call('POST', '/preview', { rule, query: 'scarf', market: 'US', limit: 3 });
    expect(status).toBe(200);
    const [before, after] = [body.before.products[0], body.after.products[0]];
    expect([before.productId, after.productId]).toEqual([plain, 'tartan']);
    expect(after.parts.at(-1)).toMatchObject({ signal: 'rule:tried' });
    expect(await top()).toBe(plain);
    expect((await call('GET', '')).body.rules).toEqual([]);
  });

  it('tells where rules get into each other’s way, when they are written and when they are read', async () => {
    const { call } = await open();
    await call('PUT', '/first', PIN);
    const second = { ...PIN, target: { productIds: ['lace'] }, when: { markets: ['US'] } };
    const codes = ({ body }: { body: { notices: { rule: string; code: string; other?: string }[] } }) =>
      body.notices.map(({ rule, code, other }) => [rule, code, other]);
    expect(codes(await call('PUT', '/second', second))).toEqual([['second', 'same-position', 'first']]);
    const out = { ...PIN, action: { kind: 'exclude' }, target: { attributes: { material: ['wool'] } } };
    expect(codes(await call('PUT', '/third', out))).toEqual([['third', 'excluded-pin', 'first']]);
    expect(codes(await call('GET', ''))).toHaveLength(4);
  });

  it('refuses what is no rule, says where, and changes nothing', async () => {
    const { call } = await open();
    for (const [change, pointer] of [
      [{ target: { productIds: ['a', 'b'] } }, '/target'],
      [{ target: { category: 'Things' } }, '/target'],
      [{ action: { kind: 'pin', position: 11 } }, '/action/position'],
      [{ action: { kind: 'boost', strength: 3 } }, '/action/strength'],
      [{ action: { kind: 'exclude' }, target: {} }, '/target'],
      [{ action: { kind: 'exclude' }, target: { attributes: {} } }, '/target'],
      [{ action: { kind: 'exclude' }, target: { category: ' > ' } }, '/target/category'],
      [{ until: undefined }, '/until'],
      [{ until: '2026-02-30' }, '/until'],
      [{ from: inDays(9), until: inDays(8) }, '/until'],
      [{ owner: ' ' }, '/owner'],
      [{ when: { query: { words: '!!' } } }, '/when/query/words'],
      [{ when: { markets: ['USA'] } }, '/when/markets/0'],
      [{ priority: 3 }, '/priority'],
    ] as const) {
      const { status, body } = await call('PUT', '/winter', { ...PIN, ...change });
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'VALIDATION_FAILED', pointer]);
    }
    expect((await call('GET', '')).body.version).toBe(0);
  });

  it('refuses an end too far away, an id that is none, and one rule too many', async () => {
    const { call } = await open();
    const far = await call('PUT', '/winter', { ...PIN, until: inDays(401) });
    expect([far.status, far.body.code]).toEqual([400, 'INVALID_ARGUMENT']);
    expect((await call('PUT', '/Winter', PIN)).status).toBe(400);
    for (const id of ['a', 'b', 'c']) expect((await call('PUT', `/${id}`, PIN)).status).toBe(200);
    expect((await call('PUT', '/d', PIN)).body.code).toBe('INVALID_ARGUMENT');
  });

  it('is for the shop alone: closed to others, and to all without a token in the settings', async () => {
    const { call } = await open();
    const { call: closed } = await open({});
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/winter'],
      ['DELETE', '/winter'],
      ['GET', '/winter/history'],
      ['POST', '/preview'],
    ] as const) {
      const body = method === 'PUT' || method === 'POST' ? PIN : undefined;
      expect((await call(method, path, body, { authorization: 'Bearer somebody-else' })).status).toBe(401);
      expect((await closed(method, path, body)).status).toBe(401);
    }
  });
});
