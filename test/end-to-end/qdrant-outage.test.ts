import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type FakeQdrant, startFakeQdrant } from '../support/fake-qdrant/start-fake-qdrant.ts';
import { type OpenConversation, postJson, startConversation } from '../support/http.ts';

let qdrant: FakeQdrant;
let server: DemoServer;
beforeAll(async () => {
  qdrant = await startFakeQdrant();
  server = await demoServer({ FLOORWALKER_QDRANT_URL: qdrant.url });
});
afterAll(async () => {
  await server.close();
  await qdrant.close();
});

const search = async () => {
  const response = await fetch(`${server.url}/v1/search?q=scarf&market=US&locale=en-US`);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
};
const say = async ({ path, headers }: OpenConversation, text: string) => {
  const response = await postJson(`${path}/messages`, { text }, headers);
  return { status: response.status, turn: await response.json() };
};
const readiness = async () => (await fetch(`${server.url}/readyz`)).status;

const SORRY = {
  'en-US': ['a blue scarf', 'Something is not working on our side'],
  'de-DE': ['ein blauer Schal', 'Bei uns klappt gerade etwas nicht'],
  'fr-FR': ['une écharpe bleue', 'Quelque chose ne fonctionne pas'],
  'es-ES': ['una bufanda azul', 'Ahora mismo algo no funciona'],
} as const;

describe('a shop whose Qdrant goes away', () => {
  it('says so at once, in the words of every shopper, and recovers by itself', async () => {
    const conversations = await Promise.all(
      Object.entries(SORRY).map(async ([locale, [wish, sorry]]) => {
        const conversation = await startConversation(server.url, { locale });
        return { conversation, wish, sorry };
      }),
    );
    expect((await search()).status).toBe(200);
    expect(await readiness()).toBe(200);

    qdrant.mode = { kind: 'cut', when: 'before' };
    for (const { conversation, wish, sorry } of conversations) {
      const { status, turn } = await say(conversation, wish);
      expect([status, turn.products]).toEqual([200, []]);
      expect(turn.text).toContain(sorry);
      expect(turn.degraded).toContainEqual({ component: 'product-index', reason: 'INDEX_UNAVAILABLE' });
    }
    expect(await search()).toMatchObject({
      status: 503,
      type: expect.stringContaining('application/problem+json'),
      body: { code: 'INDEX_UNAVAILABLE', status: 503 },
    });
    expect(await readiness()).toBe(503);

    qdrant.mode = { kind: 'good' };
    await expect.poll(async () => (await search()).status, { timeout: 20_000, interval: 200 }).toBe(200);
    await expect.poll(readiness, { timeout: 20_000, interval: 200 }).toBe(200);
    for (const { conversation, wish } of conversations) {
      const { turn } = await say(conversation, wish);
      expect(turn.products.length).toBeGreaterThan(0);
      expect(turn.degraded).toBeUndefined();
    }
  });

  it('leaves it alone while it is down', async () => {
    qdrant.mode = { kind: 'cut', when: 'before' };
    for (let attempt = 0; attempt < 5; attempt += 1) await search();
    const before = qdrant.requests.length;
    await Promise.all(Array.from({ length: 50 }, search));
    // One may be let through as a probe whenever a pause is over.
    expect(qdrant.requests.length - before).toBeLessThan(25);
    qdrant.mode = { kind: 'good' };
  });
});
