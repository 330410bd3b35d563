import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../support/http.ts';

const TOKEN = 'administration-token-of-this-test';
const SOFA = { kind: 'two-way', locale: '*', words: ['sofa', 'couch'] };

async function open(settings: Readonly<Record<string, string>> = { FLOORWALKER_ADMIN_TOKEN: TOKEN }) {
  const { url } = await startTestServer({ settings });
  return async (method: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${url}/v1/synonyms`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
}

describe('/v1/synonyms', () => {
  it('gives back what was put, with its version as the ETag', async () => {
    const call = await open();
    expect(await call('GET')).toMatchObject({ status: 200, body: { version: 0, rules: [], notices: [] } });
    const rules = [SOFA, { kind: 'one-way', from: ['sneaker'], to: ['trainers', '  running   shoes '] }];
    const put = await call('PUT', { rules });
    expect(put.status).toBe(200);
    expect(put.headers.get('etag')).toBe('"1"');
    const { body, headers } = await call('GET');
    expect(headers.get('etag')).toBe('"1"');
    expect(body.rules).toEqual([
      SOFA,
      { kind: 'one-way', locale: '*', from: ['sneaker'], to: ['trainers', 'running shoes'] },
    ]);
    expect(await call('DELETE')).toMatchObject({ status: 200, body: { version: 2, rules: [] } });
  });

  it('refuses to overwrite what somebody else wrote meanwhile', async () => {
    const call = await open();
    const { headers } = await call('GET');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    expect((await call('PUT', { rules: [SOFA] }, ifMatch)).status).toBe(200);
    for (const [method, body] of [['PUT', { rules: [] }], ['DELETE']] as const) {
      const late = await call(method, body, ifMatch);
      expect(late).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
    }
    expect((await call('PUT', { rules: [] }, { 'if-match': 'W/"1"' })).status).toBe(412);
    expect((await call('PUT', { rules: [] }, { 'if-match': '*' })).status).toBe(200);
  });

  it('has one effect for one Idempotency-Key, and tells the same version again', async () => {
    const call = await open();
    const key = { 'idempotency-key': 'change-1', 'if-match': '"0"' };
    const first = await call('PUT', { rules: [SOFA] }, key);
    const again = await call('PUT', { rules: [SOFA] }, key);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get('etag')).toBe('"1"');
    expect((await call('PUT', { rules: [] }, key)).status).toBe(409);
  });

  it('tells what is hardly meant', async () => {
    const call = await open();
    const rules = [SOFA, { kind: 'one-way', from: ['couch'], to: ['sofa'] }];
    expect((await call('PUT', { rules })).body.notices).toEqual([
      { rule: 1, code: 'twice', reason: expect.any(String) },
    ]);
  });

  it.each([
    ['a rule of one word', [{ kind: 'two-way', words: ['sofa'] }], '/rules/0/words'],
    ['a word twice', [{ kind: 'two-way', words: ['sofa', 'sofa'] }], '/rules/0/words'],
    ['a word of signs', [{ kind: 'two-way', words: ['sofa', '!!'] }], '/rules/0/words/1'],
    ['a long word', [{ kind: 'two-way', words: ['sofa', 'x'.repeat(101)] }], '/rules/0/words/1'],
    ['no locale', [{ ...SOFA, locale: 'no such' }], '/rules/0/locale'],
    ['another kind', [{ kind: 'three-way', words: ['a', 'b'] }], '/rules/0/kind'],
    ['a key nobody knows', [{ ...SOFA, weight: 3 }], '/rules/0/weight'],
    ['too many rules', [SOFA, SOFA, SOFA], '/rules'],
  ])('refuses %s and changes nothing', async (_, rules, pointer) => {
    const call = await open({ FLOORWALKER_ADMIN_TOKEN: TOKEN, FLOORWALKER_LIMIT_SYNONYMS: '2' });
    const { status, body } = await call('PUT', { rules });
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body.errors[0].pointer).toBe(pointer);
    expect((await call('GET')).body.version).toBe(0);
  });

  it('is for the shop alone: closed to others, and to all without a token in the settings', async () => {
    const call = await open();
    const closed = await open({});
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { rules: [SOFA] } : undefined;
      const stranger = await call(method, body, { authorization: 'Bearer somebody-else' });
      expect(stranger).toMatchObject({ status: 401, body: { code: 'AUTHENTICATION_REQUIRED' } });
      expect((await closed(method, body)).status).toBe(401);
    }
  });
});
