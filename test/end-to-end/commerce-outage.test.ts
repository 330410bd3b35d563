import { expect, it, onTestFinished } from 'vitest';
import { COMMERCE_SHOP } from '../support/commerce-shop.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import {
  FAKE_ADMIN_TOKEN,
  FAKE_STOREFRONT_TOKEN,
  FAKE_VERSION,
  type FakeShopifyMode,
  startFakeShopify,
} from '../support/fake-shopify/start-fake-shopify.ts';
import { postJson, startConversation } from '../support/http.ts';

const readiness = async ({ url }: DemoServer) => {
  const response = await fetch(`${url}/readyz`);
  const { components } = await response.json();
  return { status: response.status, detail: components['commerce-backend'].detail };
};

const FAULTS: readonly FakeShopifyMode[] = [
  { kind: 'silent' },
  { kind: 'cut', when: 'before' },
  { kind: 'status', status: 503 },
];

/** Somebody who has found scarves. */
async function shopper(server: DemoServer) {
  const { path, headers } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const say = async (text: string) => {
    const response = await postJson(`${path}/messages`, { text }, headers);
    expect(response.status).toBe(200);
    return await response.json();
  };
  await say('a warm scarf');
  return {
    say,
    /** Answers which variant it shall be with the first that is offered. */
    async add() {
      let turn = await say('add the first one to my basket');
      for (let asked = 0; asked < 3 && turn.text.startsWith('Please choose'); asked += 1)
        turn = await say(turn.chips[0].message);
      return turn;
    },
  };
}

it('an order system that cannot be reached is said so of, and of nothing else, until it answers', {
  timeout: 120_000,
}, async () => {
  const shopify = await startFakeShopify(COMMERCE_SHOP);
  const server = await demoServer({
    FLOORWALKER_COMMERCE: 'shopify',
    FLOORWALKER_SHOPIFY_URL: shopify.url,
    FLOORWALKER_SHOPIFY_STOREFRONT_TOKEN: FAKE_STOREFRONT_TOKEN,
    FLOORWALKER_SHOPIFY_ADMIN_TOKEN: FAKE_ADMIN_TOKEN,
    FLOORWALKER_SHOPIFY_API_VERSION: FAKE_VERSION,
    FLOORWALKER_SHOPIFY_TIMEOUT_MS: '500',
  });
  onTestFinished(() => server.close());

  for (const fault of FAULTS) {
    const { say, add } = await shopper(server);
    shopify.modeOf = () => fault;
    const refused = await add();
    // Nobody saw the end of the write: it is not said to have failed either.
    expect(refused.degraded).toEqual([{ component: 'commerce-backend', reason: 'unconfirmed' }]);
    expect(refused.text).toContain('could not confirm');
    expect(refused.products).toEqual([]);
    expect(await readiness(server)).toEqual({
      status: 200,
      detail: expect.stringContaining('cannot be reached'),
    });
    const search = await say('show me gloves');
    expect([search.products.length > 0, search.degraded]).toEqual([true, undefined]);

    shopify.modeOf = () => ({ kind: 'good' });
    expect((await (await shopper(server)).add()).degraded).toBeUndefined();
    expect((await readiness(server)).detail).not.toContain('cannot be reached');
  }
});
