import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  productDetailSchema,
  productListSchema,
  searchAnswerSchema,
} from '../../../src/server/schemas/product.ts';
import { startConversation, startTestServer } from '../../support/http.ts';
import { createScriptedDepartments } from '../../support/scripted-chat.ts';

describe('GET /v1/search', () => {
  it('hands on words, filters, decimal limits in minor units, and the order', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    const query =
      'q=warm%20scarf&market=us&locale=es&limit=3&filter[color]=red&filter[color]=blue&minPrice=10&maxPrice=59.9&sort=price-asc';
    const response = await fetch(`${url}/v1/search?${query}`);
    expect(response.status).toBe(200);
    expect(searchAnswerSchema.parse(await response.json()).products).toHaveLength(3);
    expect(departments.searches).toMatchObject([
      {
        query: 'warm scarf',
        market: 'US',
        locale: 'es',
        limit: 3,
        filters: { color: ['red', 'blue'] },
        minPriceMinor: 1_000,
        maxPriceMinor: 5_990,
        sort: 'price-ascending',
      },
    ]);
  });

  it('browses without words', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    expect((await fetch(`${url}/v1/search`)).status).toBe(200);
    expect(departments.searches[0]).toMatchObject({ query: '', limit: 20, filters: {}, sort: 'relevance' });
  });

  it.each([
    'limit=0',
    'limit=51',
    'limit=-1',
    'limit=1e9',
    'limit=',
    'limit=1&limit=2',
    'q=a&q=b',
    'q[]=a',
    `q=${'x'.repeat(1_001)}`,
    'market=DE',
    'market=Germany',
    'locale=not_a_locale!',
    'sort=best',
    'filter=red',
    'filter[]=red',
    'filter[color]=red&filter=x',
    'minPrice=-1',
    'minPrice=12,50',
    'minPrice=NaN',
    'minPrice=1e308',
    'minPrice=9&maxPrice=8',
    'maxPrice=5&market=DE',
    'cursor=',
    'cursor=no%20cursor',
    `cursor=${'x'.repeat(101)}`,
  ])('refuses %s', async (query) => {
    const { url } = await startTestServer();
    const response = await fetch(`${url}/v1/search?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});

describe('products', () => {
  it('are told with their variants, neighbours and companions', async () => {
    const { url } = await startTestServer();
    const detail = await (await fetch(`${url}/v1/products/scarf-1`)).json();
    expect(productDetailSchema.parse(detail).variants).toHaveLength(1);
    for (const name of ['similar', 'goes-with']) {
      const list = await (await fetch(`${url}/v1/products/scarf-1/${name}?limit=2`)).json();
      expect(productListSchema.parse(list).products).toHaveLength(2);
    }
  });

  it('are 404 when absent and 400 when the id is none', async () => {
    const { url } = await startTestServer();
    const status = async (id: string) => (await fetch(`${url}/v1/products/${id}`)).status;
    expect(await status('nothing')).toBe(404);
    expect(await status('toString')).toBe(404);
    expect(await status('..%2fscarf-1')).toBe(404);
    expect(await status('%00')).toBe(400);
    expect(await status('x'.repeat(201))).toBe(400);
    expect(await status('%zz')).toBe(400);
  });
});

describe('GET /v1/recommendations', () => {
  const SECRET = 'a shared secret of more than 32 characters';
  const customerToken = (sub: string) =>
    new SignJWT({ sub, aud: 'floorwalker' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(SECRET));

  it('is open to nobody in particular, and closed about others', async () => {
    const { url } = await startTestServer({
      settings: { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET, FLOORWALKER_ADMIN_TOKEN: 'the-administration' },
    });
    const { conversationId, token } = await startConversation(url);
    const other = await startConversation(url);
    const status = async (query: string, bearer?: string) => {
      const headers = bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` };
      return (await fetch(`${url}/v1/recommendations?${query}`, { headers })).status;
    };
    expect(await status('')).toBe(200);
    expect(await status(`conversationId=${conversationId}`, token)).toBe(200);
    expect(await status(`conversationId=${conversationId}`)).toBe(401);
    expect(await status(`conversationId=${conversationId}`, other.token)).toBe(404);
    expect(await status('customerId=c1', await customerToken('c1'))).toBe(200);
    expect(await status('customerId=c1', 'the-administration')).toBe(200);
    expect(await status('customerId=c1', await customerToken('c2'))).toBe(404);
    expect(await status('customerId=c1', 'nonsense')).toBe(401);
    expect(await status('customerId=c1')).toBe(401);
    expect(await status(`customerId=c1&conversationId=${conversationId}`, token)).toBe(400);
  });
});
