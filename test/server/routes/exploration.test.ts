import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../support/http.ts';

const TOKEN = 'administration-token-of-this-test';

async function open(token = TOKEN) {
  const { url } = await startTestServer({ settings: { FLOORWALKER_ADMIN_TOKEN: TOKEN } });
  return async (method: string, body?: unknown) => {
    const response = await fetch(`${url}/v1/exploration`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}

describe('/v1/exploration', () => {
  it('tells the strategies and that nothing is known of them yet', async () => {
    const call = await open();
    const { status, body } = await call('GET');
    expect(status).toBe(200);
    expect(body).toMatchObject({ policy: 'thompson', cap: 0.05, exploredShare: 0, lists: 0, stopped: false });
    expect(body.strategies[0]).toMatchObject({
      name: 'usual',
      lists: 0,
      value: { refused: 'few-effective-choices', support: { effectiveSampleSize: 0 } },
    });
  });

  it('switches one strategy or all off, and on again by leaving them out', async () => {
    const call = await open();
    const put = await call('PUT', { switchedOff: ['more-popular'] });
    expect(put).toMatchObject({ status: 200, body: { stopped: false, switchedOff: ['more-popular'] } });
    expect((await call('PUT', { stopped: true })).body).toMatchObject({ stopped: true, switchedOff: [] });
    expect((await call('GET')).body).toMatchObject({ stopped: true });
    expect((await call('PUT', {})).body).toMatchObject({ stopped: false, switchedOff: [] });
  });

  it('refuses a strategy that there is not, one named twice, and who is not the shop', async () => {
    const call = await open();
    expect(await call('PUT', { switchedOff: ['usual'] })).toMatchObject({ status: 400 });
    expect(await call('PUT', { switchedOff: ['nothing'] })).toMatchObject({ status: 400 });
    expect(await call('PUT', { switchedOff: ['more-new', 'more-new'] })).toMatchObject({ status: 400 });
    expect(await call('PUT', { off: true })).toMatchObject({ status: 400 });
    expect((await (await open('somebody-else-entirely-here'))('GET')).status).toBe(401);
  });
});
