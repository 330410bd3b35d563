import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  productDetailSchema,
  productListSchema,
  searchAnswerSchema,
} from '../../src/server/schemas/product.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';

const ADMIN_TOKEN = 'administration-token-of-this-test';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: ADMIN_TOKEN });
});
afterAll(() => server.close());

interface Listed {
  readonly productId: string;
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly score?: number;
  readonly parts?: readonly { readonly contribution: number }[];
}

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, response, body: await response.json() };
};
const ids = (products: readonly Listed[]) => products.map(({ productId }) => productId);

describe('the catalogue', () => {
  it('is searched with limits, facets and an order, in the market asked for', async () => {
    const query = 'q=scarf&market=DE&locale=de-DE&limit=8&maxPrice=60&sort=price-asc&filter[color]=blue';
    const { status, body } = await get(`/v1/search?${query}`);
    expect(status).toBe(200);
    expect(searchAnswerSchema.safeParse(body).error).toBeUndefined();
    const prices = body.products.map(({ price }: Listed) => price.amountMinor);
    expect(prices.length).toBeGreaterThan(0);
    expect(prices).toEqual(prices.toSorted((left: number, right: number) => left - right));
    expect(Math.max(...prices)).toBeLessThanOrEqual(6_000);
    expect(new Set(body.products.map(({ price }: Listed) => price.currency))).toEqual(new Set(['EUR']));
    expect(body.facets.length).toBeGreaterThan(0);
    expect(body.total).toBeGreaterThanOrEqual(body.products.length);
  });

  it('is read to its end by cursor, every product once', async () => {
    const query = 'q=warm%20scarf&market=DE&locale=de-DE&limit=17';
    const listed: string[] = [];
    let total: number;
    let next = '';
    do {
      const { status, body } = await get(`/v1/search?${query}${next === '' ? '' : `&cursor=${next}`}`);
      expect(status).toBe(200);
      expect(searchAnswerSchema.safeParse(body).error).toBeUndefined();
      listed.push(...ids(body.products));
      ({ total, next = '' } = body);
    } while (next !== '');
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(total);
    expect(total).toBeGreaterThan(17);
  });

  it('refuses a cursor of another search, and what is none', async () => {
    const { body } = await get('/v1/search?q=scarf&limit=2');
    for (const query of [`q=lamp&cursor=${body.next}`, 'q=scarf&cursor=AAAA']) {
      const refused = await get(`/v1/search?${query}`);
      expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_ARGUMENT' } });
    }
  });

  it('says which filters it could not use', async () => {
    const { body } = await get('/v1/search?q=lamp&filter[horsepower]=9000');
    expect(body.dropped).toMatchObject([
      { attribute: 'horsepower', value: '9000', reason: expect.any(String) },
    ]);
    expect(body.products.length).toBeGreaterThan(0);
  });

  it('counts on every facet value what the filter gives, and gives as many', async () => {
    const { body } = await get('/v1/search?q=scarf&market=US&locale=en-US');
    for (const { attribute, values } of body.facets.slice(0, 3)) {
      for (const { value, count } of values.slice(0, 3)) {
        const filter = `filter[${attribute}]=${encodeURIComponent(value)}`;
        const filtered = await get(`/v1/search?q=scarf&market=US&locale=en-US&limit=50&${filter}`);
        const { total, products } = filtered.body;
        expect([value, total, products.length]).toEqual([value, count, Math.min(count, 50)]);
      }
    }
  });

  it('tells a product, what resembles it and what goes with it, with scores that add up', async () => {
    const found = await get('/v1/search?q=backpack&limit=1');
    const [{ productId }] = found.body.products;
    const { body } = await get(`/v1/products/${productId}`);
    expect(productDetailSchema.safeParse(body).error).toBeUndefined();
    expect(body.productId).toBe(productId);
    for (const kind of ['similar', 'goes-with']) {
      const listed = await get(`/v1/products/${productId}/${kind}?limit=5`);
      expect(productListSchema.safeParse(listed.body).error).toBeUndefined();
      expect(ids(listed.body.products)).not.toContain(productId);
      expect(listed.body.products.length).toBeGreaterThan(0);
      for (const { score = 0, parts = [] } of listed.body.products as Listed[])
        expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
    }
    expect(await get('/v1/products/no-such-thing/similar')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('refuses a market it does not sell to', async () => {
    expect(await get('/v1/search?q=lamp&market=JP')).toMatchObject({
      status: 400,
      body: { code: 'UNKNOWN_MARKET' },
    });
  });
});

describe('behaviour', () => {
  const clicked = (productId: string, messageId: string) => ({
    type: 'track',
    event: 'Product Clicked',
    messageId,
    properties: { product_id: productId },
  });

  it('changes the next recommendations of the conversation it is of, and of no other', async () => {
    const one = await startConversation(server.url);
    const other = await startConversation(server.url);
    const recommended = async ({ conversationId, headers }: typeof one) =>
      ids((await get(`/v1/recommendations?conversationId=${conversationId}`, headers)).body.products);
    const before = await recommended(one);
    const { body } = await get('/v1/search?q=tent&limit=3');
    const batch = ids(body.products).map((id, index) => clicked(id, `${one.conversationId}-${index}`));
    const headers = { ...one.headers, 'X-Conversation-Id': one.conversationId };
    const sent = await postJson(`${server.url}/v1/events`, { batch }, headers);
    expect([sent.status, await sent.json()]).toEqual([202, { accepted: 3, rejected: [] }]);
    expect(await recommended(one)).not.toEqual(before);
    expect(await recommended(other)).toEqual(before);
  });

  it('is taken event by event: the good ones stay, each bad one has its reason', async () => {
    const { body } = await get('/v1/search?q=mug&limit=1');
    const good = clicked(body.products[0].productId, 'good-1');
    const batch = [good, { type: 'dance' }, clicked('no-such-product', 'bad-1'), 7];
    const answer = await (await postJson(`${server.url}/v1/events`, { batch })).json();
    expect(answer.accepted + answer.rejected.length).toBe(batch.length);
    expect(answer.rejected.map(({ index }: { index: number }) => index)).toEqual(
      expect.arrayContaining([1, 3]),
    );
    for (const { reason } of answer.rejected) expect(reason).toMatch(/\w+/);
  });

  it('is counted once however often it is sent', async () => {
    const { body } = await get('/v1/search?q=mug&limit=1');
    const event = clicked(body.products[0].productId, 'again-1');
    const send = async () => await (await postJson(`${server.url}/v1/events`, event)).json();
    expect(await Promise.all([send(), send(), send()])).toEqual(
      Array.from({ length: 3 }, () => ({ accepted: 1, rejected: [] })),
    );
  });

  it('tells recommendations only to whom they are about, and what is popular to everybody', async () => {
    const { conversationId } = await startConversation(server.url);
    const path = `/v1/recommendations?conversationId=${conversationId}`;
    const admin = { Authorization: `Bearer ${ADMIN_TOKEN}` };
    expect((await get(path)).status).toBe(401);
    expect((await get(path, { Authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await get('/v1/recommendations?customerId=shopper-1')).status).toBe(401);
    expect((await get('/v1/recommendations?customerId=shopper-1', admin)).status).toBe(200);
    const { body } = await get('/v1/recommendations?limit=4');
    expect(productListSchema.safeParse(body).error).toBeUndefined();
    expect(body.products).toHaveLength(4);
  });
});

describe('operation', () => {
  it('tells liveness, readiness by component, counters and its own description', async () => {
    expect((await get('/livez')).body.status).toBe('ok');
    const { status, body } = await get('/readyz');
    expect(status).toBe(200);
    expect(body.components).toMatchObject({
      database: { ready: true },
      'product-index': { ready: true },
      'chat-model': { ready: true },
    });
    const metrics = await fetch(`${server.url}/metrics`);
    expect(await metrics.text()).toContain('# HELP');
    const description = await get('/openapi.json');
    expect(description.body.openapi).toMatch(/^3\.1/);
  });

  it('serves the shop, the chat and the pictures of its products', async () => {
    for (const page of ['/', '/chat']) {
      const response = await fetch(`${server.url}${page}`);
      expect([page, response.status]).toEqual([page, 200]);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    }
    const { body } = await get('/v1/search?q=lamp&limit=1');
    const picture = await fetch(new URL(body.products[0].imageUrl, server.url));
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
  });

  const huge = JSON.stringify({ text: 'a'.repeat(200_000) });
  const json = { 'Content-Type': 'application/json' };
  it.each<[string, string, RequestInit, number, string]>([
    ['an unknown address', '/v1/nothing', {}, 404, 'NOT_FOUND'],
    ['a method that is not offered', '/v1/search', { method: 'PATCH' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a format nobody speaks', '/v1/search', { headers: { Accept: 'image/png' } }, 406, 'NOT_ACCEPTABLE'],
    ['bad JSON', '/v1/events', { method: 'POST', headers: json, body: '{"a":' }, 400, 'INVALID_JSON'],
    [
      'another shape',
      '/v1/conversations',
      { method: 'POST', headers: json, body: '{"locale":7}' },
      400,
      'VALIDATION_FAILED',
    ],
    [
      'another content type',
      '/v1/conversations',
      { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'hello' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'too much',
      '/v1/conversations',
      { method: 'POST', headers: json, body: huge },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('answers %s with a problem document', async (_name, path, init, status, code) => {
    const response = await fetch(`${server.url}${path}`, init);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = await response.json();
    expect(problem).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
    expect(response.status).toBe(status);
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
    expect(problem.type).toEqual(expect.any(String));
  });
});
