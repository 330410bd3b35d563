import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/errors/error-codes.ts';
import { problemSchema } from '../../src/server/problem.ts';
import { postJson, sendRaw, startConversation, startTestServer } from '../support/http.ts';

/** Every failure is a problem document that agrees with its status and tells nothing internal. */
async function assertProblem(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('x-request-id')).toMatch(/./);
  if (response.status < 400) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const text = await response.text();
  expect(text.length).toBeLessThan(4_096);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  expect(ERROR_CODES[problem.code as keyof typeof ERROR_CODES].status).toBe(problem.status);
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(text).not.toMatch(/node_modules|\.ts:|SQLITE| at .*\(/);
}

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const BODIES: [name: string, body: BodyInit, headers: Record<string, string>, status: number][] = [
  ['an empty body', '', {}, 400],
  ['a cut', '{', {}, 400],
  ['null', 'null', {}, 400],
  ['a list', '[]', {}, 400],
  ['a string', '"x"', {}, 400],
  ['a number', '1e400', {}, 400],
  ['a trailing comma', '{"market":"US",}', {}, 400],
  ['a repeated key', '{"market":"US","market":"US"}', {}, 400],
  ['NaN', '{"market":NaN}', {}, 400],
  ['__proto__', '{"__proto__":{"polluted":1}}', {}, 400],
  ['constructor', '{"consent":{"constructor":{"prototype":{"polluted":1}}}}', {}, 400],
  ['an unknown key', '{"role":"admin"}', {}, 400],
  [
    'many unknown keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))),
    {},
    400,
  ],
  ['a key of a thousand characters', JSON.stringify({ ['<script>'.repeat(125)]: 1 }), {}, 400],
  ['depth 33', deep(33), {}, 400],
  ['depth 49000', deep(49_000), {}, 413],
  ['depth 9000', deep(9_000), {}, 400],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
  ['half a surrogate pair', '{"locale":"\\ud800"}', {}, 400],
  ['a foreign market', '{"market":"DE"}', {}, 400],
  ['a locale that is none', '{"locale":"x"}', {}, 400],
  ['a forged customer token', '{"customerToken":"a.b.c"}', {}, 401],
  ['a body over the limit', JSON.stringify({ locale: 'x'.repeat(131_072) }), {}, 413],
  ['form data', 'market=US', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', '{}', { 'Content-Type': 'text/plain' }, 415],
  ['another charset', '{}', { 'Content-Type': 'application/json; charset=latin1' }, 415],
  ['a content type that is none', '{}', { 'Content-Type': ';;;' }, 415],
  ['gzip that is none', '{}', { 'Content-Encoding': 'gzip' }, 400],
  ['an unknown encoding', '{}', { 'Content-Encoding': 'snappy' }, 415],
  ['a gzip bomb', gzipSync(Buffer.alloc(20_000_000, ' ')), { 'Content-Encoding': 'gzip' }, 413],
  ['a brotli bomb', brotliCompressSync(Buffer.alloc(20_000_000, ' ')), { 'Content-Encoding': 'br' }, 413],
  ['an Idempotency-Key of 300', '{}', { 'Idempotency-Key': 'k'.repeat(300) }, 400],
];

const TARGETS: [target: string, status: number][] = [
  ['/nothing', 404],
  ['/v1', 404],
  ['/v1/', 404],
  ['/V1/SEARCH', 404],
  ['/v1/search/', 404],
  ['//host/v1/search', 404],
  ['/v1/products/%', 400],
  ['/v1/products/%E0%A4%A', 400],
  ['/..%2f..%2fetc/passwd', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/.env', 404],
  ['/%00', 404],
  [`/v1/search?q=${'x'.repeat(9_000)}`, 414],
  ['/v1/search?q=%ff', 400],
  ['/v1/search?a[__proto__][x]=1', 400],
  ['/demo/images/x.svg', 404],
  ['/demo/images/..%2f..%2fx.svg', 404],
];

describe('bad input', () => {
  it.each(BODIES)('is refused as a problem: %s', async (_name, body, headers, status) => {
    const { url } = await startTestServer();
    const response = await fetch(`${url}/v1/conversations`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    expect(response.status).toBe(status);
    await assertProblem(response);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('takes good JSON packed, with a byte order mark, or without any body', async () => {
    const { url } = await startTestServer();
    const status = async (body: BodyInit | null, headers: Record<string, string>) =>
      (await fetch(`${url}/v1/conversations`, { method: 'POST', body, headers })).status;
    const json = { 'Content-Type': 'application/json' };
    expect(await status(gzipSync('{"market":"us"}'), { ...json, 'Content-Encoding': 'gzip' })).toBe(201);
    expect(await status('\uFEFF{}', { 'Content-Type': 'application/json; charset=UTF-8' })).toBe(201);
    expect(await status(null, {})).toBe(201);
  });

  it.each(TARGETS)('is refused as a problem: GET %s', async (target, status) => {
    const { url, port } = await startTestServer();
    const raw = await sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(raw).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(raw).toMatch(/content-type: application\/problem\+json; charset=utf-8/i);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a broken length', 'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', 400],
    [
      'two lengths',
      'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    ['a line break in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: b\rc\r\n\r\n', 400],
    ['a method that is none', 'FETCH /v1/search HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['CONNECT', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
    ['TRACE', 'TRACE /v1/search HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    [
      'an expectation',
      'POST /v1/events HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nContent-Length: 0\r\n\r\n',
      417,
    ],
  ])('answers what Node itself refuses as a problem: %s', async (_name, bytes, status) => {
    const { url, port } = await startTestServer();
    const answer = await sendRaw(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/content-type: application\/problem\+json; charset=utf-8/i);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('never breaks the server, whatever a few thousand requests hold', { timeout: 60_000 }, async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const anything = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .record({ text: fc.string({ unit: 'binary', maxLength: 200 }) })
        .map((value) => JSON.stringify(value)),
      fc
        .object({
          key: fc.constantFrom('text', 'page', 'batch', 'type', 'market', 'consent', 'toString', 'x'),
        })
        .map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary', maxLength: 100 }),
    );
    const post = fc.record({
      to: fc.constantFrom(`${url}/v1/conversations`, `${path}/messages`, `${url}/v1/events`),
      body: anything,
    });
    await fc.assert(
      fc.asyncProperty(post, async ({ to, body }) => {
        await assertProblem(await postJson(to, body, to.startsWith(path) ? headers : {}));
      }),
      { numRuns: 1_500 },
    );
    const name = fc.constantFrom(
      'q',
      'limit',
      'market',
      'locale',
      'sort',
      'minPrice',
      'maxPrice',
      'filter[color]',
      'filter',
      'after',
      'customerId',
      'x[y][z]',
    );
    const query = fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 5 });
    const get = fc.record({
      to: fc.constantFrom(
        '/v1/search',
        '/v1/products/scarf-1',
        '/v1/products/x/similar',
        '/v1/recommendations',
        '/v1/nothing',
      ),
      query,
    });
    await fc.assert(
      fc.asyncProperty(get, async ({ to, query: pairs }) => {
        const encoded = pairs
          .map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&');
        await assertProblem(await fetch(`${url}${to}?${encoded}`));
      }),
      { numRuns: 1_500 },
    );
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});
