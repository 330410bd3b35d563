import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesOf } from '../support/bytes-of.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoServer, type LastingServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';

const SECRET = 'a-secret-that-only-the-shop-knows-1';
const ADMIN_TOKEN = 'administration-token-of-this-test';
const CANARY = 'velociraptor';

let shop: LastingServer;
beforeAll(async () => {
  shop = await demoServer({
    FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET,
    FLOORWALKER_ADMIN_TOKEN: ADMIN_TOKEN,
  });
});
afterAll(() => shop.close());

/** Says something that nobody else says, several times, so that it stands in messages, state, traces and the queue. */
async function confide(start: object) {
  const talk = await startConversation(shop.url, { locale: 'en-US', market: 'US', ...start });
  for (const text of [`a warm ${CANARY} scarf`, `a cheaper ${CANARY}`, `a person, about my ${CANARY}`])
    expect((await postJson(`${talk.path}/messages`, { text }, talk.headers)).status).toBe(200);
  expect(bytesOf(shop.directory)).toContain(CANARY);
  return talk;
}

/** From what was written last; what SQLite left in corners of the file itself goes when the server stops. */
const isFolded = () =>
  expect
    .poll(() => readFileSync(join(shop.directory, 'floorwalker.db-wal')).includes(CANARY), {
      timeout: 30_000,
      interval: 250,
    })
    .toBe(false);

it('takes every word of a deleted conversation out of the log of a running server', async () => {
  const talk = await confide({});
  const { status } = await fetch(talk.path, { method: 'DELETE', headers: talk.headers });
  expect(status).toBe(204);
  await isFolded();
});

it('takes every word of an erased customer out of it, and who they were', async () => {
  const customerId = `${CANARY}-lover`;
  const customerToken = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customerId)
    .setAudience('floorwalker')
    .setExpirationTime(new Date(DEMO_CLOCK_MS + 3_600_000))
    .sign(new TextEncoder().encode(SECRET));
  await confide({ customerToken, consent: { personalization: true } });
  const { ok } = await fetch(`${shop.url}/v1/customers/${customerId}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  expect(ok).toBe(true);
  await isFolded();
});

it('leaves none of it in any file once the server was stopped', async () => {
  await shop.restart();
  expect(bytesOf(shop.directory)).not.toContain(CANARY);
});
