import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postJson, readEvents, startConversation, startTestServer } from '../support/http.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('headers', () => {
  it('name every request, keeping a sane name of the caller', async () => {
    const { url } = await startTestServer();
    const named = async (id: string) =>
      (await fetch(`${url}/livez`, { headers: { 'X-Request-Id': id } })).headers.get('x-request-id');
    expect(await named('from-the-proxy-17')).toBe('from-the-proxy-17');
    expect(await named('short')).not.toBe('short');
    expect(await named('with spaces and <b>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('close the API to scripts, frames and sniffing', async () => {
    const { url } = await startTestServer();
    const { headers } = await fetch(`${url}/v1/search`);
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('let only listed origins read, by exact match', async () => {
    const { url } = await startTestServer({
      settings: { FLOORWALKER_ALLOWED_ORIGINS: 'https://shop.example,null' },
    });
    const allowed = async (origin: string, method = 'GET') => {
      const response = await fetch(`${url}/v1/search`, { method, headers: { Origin: origin } });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://shop.example')).toBe('https://shop.example');
    expect(await allowed('https://shop.example', 'OPTIONS')).toBe('https://shop.example');
    for (const origin of [
      'https://evil.example',
      'https://shop.example.evil.example',
      'http://shop.example',
      'null',
      'https://SHOP.example:443',
    ]) {
      expect(await allowed(origin)).toBeNull();
      expect(await allowed(origin, 'OPTIONS')).toBeNull();
    }
    const preflight = await fetch(`${url}/v1/events`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://shop.example' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('pages', () => {
  it('serve the shop with a policy of their own, the widget to every origin, and hashed assets for ever', async () => {
    const widgetDirectory = temporaryDirectory();
    writeFileSync(join(widgetDirectory, 'index.html'), '<!doctype html><title>Shop</title>');
    writeFileSync(join(widgetDirectory, 'widget.js'), 'export {}');
    const { url } = await startTestServer({
      widgetDirectory,
      demo: {
        drawImage: async (id) => (id === 'a b' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : undefined),
      },
      settings: { FLOORWALKER_ALLOWED_ORIGINS: 'https://shop.example' },
    });
    for (const path of ['/', '/chat', '/products/anything']) {
      const page = await fetch(`${url}${path}`);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'self' https://shop.example");
      expect(policy).not.toContain('unsafe');
    }
    const widget = await fetch(`${url}/widget.js`);
    expect(widget.headers.get('content-type')).toMatch(/javascript/);
    expect(widget.headers.get('access-control-allow-origin')).toBe('*');
    expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const picture = await fetch(`${url}/demo/images/a%20b.svg`);
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg/);
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(`${url}/demo/images/other.svg`)).status).toBe(404);
  });
});

describe('limits', () => {
  it('hold for an address, and say how long to wait', async () => {
    const { url } = await startTestServer({
      settings: { FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '5', FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '2' },
    });
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await postJson(`${url}/v1/conversations`, {})).status);
    expect(statuses).toEqual([201, 201, 429]);
    await fetch(`${url}/v1/search`);
    await fetch(`${url}/v1/search`);
    const refused = await fetch(`${url}/v1/search`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('believe X-Forwarded-For from trusted proxies only', async () => {
    const { url } = await startTestServer({
      settings: { FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '1', FLOORWALKER_TRUSTED_PROXIES: '127.0.0.1' },
    });
    const status = async (address: string) =>
      (await fetch(`${url}/v1/markets`, { headers: { 'X-Forwarded-For': address } })).status;
    expect(await status('203.0.113.9')).toBe(200);
    expect(await status('203.0.113.9')).toBe(429);
    expect(await status('203.0.113.10')).toBe(200);
  });

  it('hold for the messages of a conversation, without hurting its neighbours', async () => {
    const { url } = await startTestServer({ settings: { FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '2' } });
    const mine = await startConversation(url);
    const other = await startConversation(url);
    const say = async ({ path, headers }: typeof mine) =>
      (await postJson(`${path}/messages`, { text: 'a' }, headers)).status;
    expect([await say(mine), await say(mine), await say(mine), await say(other)]).toEqual([
      200, 200, 429, 200,
    ]);
  });

  it('refuses to start with a proxy that is no address', async () => {
    await expect(
      startTestServer({ settings: { FLOORWALKER_TRUSTED_PROXIES: 'nowhere' } }),
    ).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
  });
});

describe('close', () => {
  it('lets a running turn finish within the grace, and takes no new connection', async () => {
    const hold = Promise.withResolvers<void>();
    const chat = createScriptedChat({ pause: () => hold.promise });
    const { url, server } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const response = await postJson(
      `${path}/messages`,
      { text: 'a' },
      { ...headers, Accept: 'text/event-stream' },
    );
    const closed = server.close(5_000);
    hold.resolve();
    const events = readEvents(await response.text());
    expect(events.at(-1)?.name).toBe('reply-end');
    await closed;
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });

  it('tells the streams when the grace is over, with the id to come back with', async () => {
    const chat = createScriptedChat({ pause: () => new Promise(() => undefined) });
    const { url, server } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const response = await postJson(
      `${path}/messages`,
      { text: 'a' },
      { ...headers, Accept: 'text/event-stream' },
    );
    const text = response.text();
    await server.close(50);
    const last = readEvents(await text).at(-1);
    expect(last).toMatchObject({ name: 'turn-error', data: { code: 'NOT_READY', status: 503 } });
    expect(last?.id).toMatch(/\.text\.\d+$/);
    expect(await text).toContain('retry: 2000');
  });

  it('refuses an address that is taken, and says which setting to change', async () => {
    const { port } = await startTestServer();
    await expect(startTestServer({ settings: { FLOORWALKER_PORT: String(port) } })).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining('FLOORWALKER_PORT'),
    });
  });
});

describe('Idempotency-Key', () => {
  it('starts one conversation for parallel repetitions, and replays its answer', async () => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({ chat });
    const start = () => postJson(`${url}/v1/conversations`, {}, { 'Idempotency-Key': 'a-key-of-mine' });
    const responses = await Promise.all(Array.from({ length: 20 }, start));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    const bodies = await Promise.all([...responses, await start()].map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(chat.conversations.size).toBe(1);
    const other = await postJson(
      `${url}/v1/conversations`,
      { market: 'US' },
      { 'Idempotency-Key': 'a-key-of-mine' },
    );
    expect(other.status).toBe(409);
  });
});
