import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../support/http.ts';

const TOKEN = 'administration-token-of-this-test';
const CHANGES = { every: { taste: 0.7 }, search: { wish: 0.4 } };

async function open(settings: Readonly<Record<string, string>> = { FLOORWALKER_ADMIN_TOKEN: TOKEN }) {
  const { url } = await startTestServer({ settings });
  return async (
    method: string,
    path = '',
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const response = await fetch(`${url}/v1/weights${path}`, {
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

describe('/v1/weights', () => {
  it('tells every weight in force, with the version as the ETag, and what was changed', async () => {
    const call = await open();
    const shipped = await call('GET');
    expect(shipped).toMatchObject({ status: 200, body: { version: 0, changes: {} } });
    const put = await call('PUT', '', { changes: CHANGES, author: 'Ada' });
    expect(put).toMatchObject({
      status: 200,
      body: {
        version: 1,
        changes: CHANGES,
        author: 'Ada',
        weights: { new: { taste: 0.7 }, search: { wish: 0.4 } },
      },
    });
    expect(put.headers.get('etag')).toBe('"1"');
    expect(put.body.rankingVersion).not.toBe(shipped.body.rankingVersion);
    expect((await call('GET')).body).toEqual(put.body);
    const gone = await call('DELETE');
    expect(gone.body).toMatchObject({ version: 2, rankingVersion: shipped.body.rankingVersion });
    expect(gone.body.weights).toEqual(shipped.body.weights);
  });

  it('goes back to an earlier version and tells the history', async () => {
    const call = await open();
    await call('PUT', '', { changes: CHANGES });
    await call('PUT', '', { changes: {} });
    expect(await call('POST', '/rollback')).toMatchObject({
      status: 200,
      body: { version: 3, changes: CHANGES, origin: 'rollback:1' },
    });
    expect(await call('POST', '/rollback', { version: 7 })).toMatchObject({ status: 404 });
    const { versions } = (await call('GET', '/history')).body;
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
  });

  it('has no learned ranker to take back before one was learned', async () => {
    const call = await open();
    expect((await call('GET')).body.rankers).toEqual([]);
    expect(await call('DELETE', '/ranker')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });

  it('refuses to overwrite what somebody else wrote meanwhile', async () => {
    const call = await open();
    const ifMatch = { 'if-match': (await call('GET')).headers.get('etag') ?? '' };
    expect((await call('PUT', '', { changes: CHANGES }, ifMatch)).status).toBe(200);
    expect(await call('PUT', '', { changes: {} }, ifMatch)).toMatchObject({
      status: 412,
      body: { code: 'PRECONDITION_FAILED' },
    });
    expect((await call('DELETE', '', undefined, ifMatch)).status).toBe(412);
  });

  it('has one effect for one Idempotency-Key', async () => {
    const call = await open();
    const key = { 'idempotency-key': 'change-1', 'if-match': '"0"' };
    const first = await call('PUT', '', { changes: CHANGES }, key);
    expect(await call('PUT', '', { changes: CHANGES }, key)).toMatchObject({ status: 200, body: first.body });
  });

  it.each([
    ['an unknown signal', { every: { charm: 1 } }],
    ['an unknown intent', { browse: { taste: 1 } }],
    ['a weight below 0', { every: { taste: -1 } }],
    ['no number', { every: { taste: null } }],
  ])('refuses %s and changes nothing', async (_, changes) => {
    const call = await open();
    for (const [method, path] of [
      ['PUT', ''],
      ['POST', '/preview'],
    ] as const)
      expect(await call(method, path, { changes })).toMatchObject({
        status: 400,
        body: { code: 'VALIDATION_FAILED' },
      });
    expect((await call('GET')).body.version).toBe(0);
  });

  it('is for the shop alone', async () => {
    const call = await open();
    const closed = await open({});
    for (const [method, path, body] of [
      ['GET', ''],
      ['PUT', '', { changes: CHANGES }],
      ['DELETE', ''],
      ['GET', '/history'],
      ['POST', '/rollback', {}],
      ['POST', '/preview', { changes: CHANGES }],
      ['DELETE', '/ranker'],
    ] as const) {
      expect((await call(method, path, body, { authorization: 'Bearer somebody-else' })).status).toBe(401);
      expect((await closed(method, path, body)).status).toBe(401);
    }
  });
});
