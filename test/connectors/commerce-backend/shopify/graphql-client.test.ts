import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  createGraphqlClient,
  type GraphqlClient,
} from '../../../../connectors/commerce-backend/shopify/graphql-client.ts';
import { COMMERCE_SHOP } from '../../../support/commerce-shop.ts';
import {
  FAKE_STOREFRONT_TOKEN,
  FAKE_VERSION,
  type FakeShopify,
  type FakeShopifyMode,
  startFakeShopify,
} from '../../../support/fake-shopify/start-fake-shopify.ts';

const shape = z.object({ shop: z.object({ name: z.string() }) });
const document = 'query ReadName { shop { name } }';
const { signal } = new AbortController();
const request = { document, variables: {}, shape, signal };

let fake: FakeShopify;

/** Longer than a busy machine takes; for silence alone it is waited to its end. */
const PATIENT_MS = 10_000;

const open = (token = FAKE_STOREFRONT_TOKEN, version = FAKE_VERSION, timeoutMs = PATIENT_MS): GraphqlClient =>
  createGraphqlClient({
    url: `${fake.url}/api/${version}/graphql.json`,
    headers: { 'X-Shopify-Storefront-Access-Token': token },
    timeoutMs,
  });

/** Answers the first requests as told, and the others well. */
function answers(...modes: FakeShopifyMode[]): void {
  const left = [...modes];
  fake.modeOf = () => left.shift() ?? { kind: 'good' };
}

beforeEach(async () => {
  fake = await startFakeShopify(COMMERCE_SHOP);
});

const PASSING: readonly (readonly [string, FakeShopifyMode])[] = [
  ['a server error', { kind: 'status', status: 502 }],
  ['too many requests', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
  ['a cut', { kind: 'cut', when: 'before' }],
  [
    'an empty bucket',
    {
      kind: 'errors',
      code: 'THROTTLED',
      cost: { requestedQueryCost: 20, throttleStatus: { currentlyAvailable: 0, restoreRate: 200 } },
    },
  ],
];

describe('a fault that may pass', () => {
  it.each(PASSING)('is %s: a read is sent once more', async (_, mode) => {
    answers(mode);
    expect(await open().read(request)).toEqual({ shop: { name: 'Fake shop' } });
    expect(fake.operations).toHaveLength(2);
    answers(mode, mode);
    await expect(open().read(request)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
    expect(fake.operations).toHaveLength(4);
  });

  it.each(PASSING)('is %s: a write is not', async (_, mode) => {
    answers(mode);
    await expect(open().write(request)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
    expect(fake.operations).toHaveLength(1);
  });
});

const LASTING: readonly (readonly [string, FakeShopifyMode, string])[] = [
  ['a bucket that fills too slowly', { kind: 'errors', code: 'THROTTLED', cost: slow() }, 'UNAVAILABLE'],
  ['a long wait', { kind: 'status', status: 503, headers: { 'retry-after': '60' } }, 'UNAVAILABLE'],
  ['being taken for an attack', { kind: 'status', status: 430 }, 'UNAVAILABLE'],
  ['silence', { kind: 'silent' }, 'UNAVAILABLE'],
  ['a field it does not know', { kind: 'errors', code: 'undefinedField' }, 'FAILED'],
  ['a field it may not see', { kind: 'errors', code: 'ACCESS_DENIED' }, 'FAILED'],
  ['a page in place of an answer', { kind: 'html' }, 'FAILED'],
  ['an endless answer', { kind: 'endless' }, 'FAILED'],
  ['a shop that has to pay first', { kind: 'status', status: 402 }, 'FAILED'],
  ['a locked shop', { kind: 'status', status: 423 }, 'FAILED'],
];

function slow(): object {
  return { requestedQueryCost: 900, throttleStatus: { currentlyAvailable: 0, restoreRate: 50 } };
}

it.each(LASTING)('asks once of %s', async (_, mode, code) => {
  answers(mode);
  const timeoutMs = mode.kind === 'silent' ? 300 : PATIENT_MS;
  const client = open(FAKE_STOREFRONT_TOKEN, FAKE_VERSION, timeoutMs);
  await expect(client.read(request)).rejects.toMatchObject({ code: `COMMERCE_${code}` });
  expect(fake.operations).toHaveLength(1);
});

it('follows no redirect with its token', async () => {
  answers({ kind: 'status', status: 301, headers: { location: `${fake.url}/elsewhere` } });
  await expect(open().read(request)).rejects.toMatchObject({
    code: 'COMMERCE_FAILED',
    details: { status: 301 },
  });
});

it('tells a wrong token from a wrong version, and neither token nor request in the error', async () => {
  const told = await open('wrong-token')
    .read(request)
    .catch((error: unknown) => error);
  expect(told).toMatchObject({ code: 'COMMERCE_FAILED', details: { status: 401 } });
  expect(JSON.stringify(told) + String(told)).not.toContain('wrong-token');
  await expect(open(FAKE_STOREFRONT_TOKEN, '2020-01').read(request)).rejects.toMatchObject({
    details: { status: 404 },
  });
});

it('fails on an answer of another shape', async () => {
  const other = { ...request, shape: z.object({ shop: z.object({ name: z.number() }) }) };
  await expect(open().read(other)).rejects.toMatchObject({ code: 'COMMERCE_FAILED' });
});

it('is told of a field that the API does not have', async () => {
  const renamed = { ...request, document: 'query ReadName { shop { title } }' };
  await expect(open().read(renamed)).rejects.toMatchObject({ details: { codes: ['undefinedField'] } });
});

it('passes an abort on as it came', async () => {
  answers({ kind: 'silent' });
  const leaving = new AbortController();
  const reading = open().read({ ...request, signal: leaving.signal });
  const reason = new TypeError('gone');
  leaving.abort(reason);
  await expect(reading).rejects.toBe(reason);
});

it('cannot reach who is not there', async () => {
  const client = createGraphqlClient({ url: 'http://127.0.0.1:9/', headers: {}, timeoutMs: 500 });
  await expect(client.write(request)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
});
