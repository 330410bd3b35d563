import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { startService } from '../../src/assembly/start-service.ts';
import { createCatalogueStore } from '../../src/catalog/catalogue-store.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Product } from '../../src/domain/product.ts';
import type { CommerceShop } from '../support/commerce-shop.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import {
  FAKE_ADMIN_TOKEN,
  FAKE_STOREFRONT_TOKEN,
  type FakeShopify,
  startFakeShopify,
} from '../support/fake-shopify/start-fake-shopify.ts';
import { postJson, startConversation } from '../support/http.ts';
import { run } from '../support/run-program.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const FEED = fileURLToPath(new URL('../support/feeds/shopify.csv', import.meta.url));
const SECRET = 'a-secret-that-only-the-shop-knows-1';
const { signal } = new AbortController();

/** The product export of the shop, imported; and the shop itself, as the double answers for it. */
async function openShop(): Promise<{ readonly url: string; readonly fake: FakeShopify }> {
  const directory = temporaryDirectory();
  await run(['import', 'catalog', FEED, '--market', 'US', '--data', directory]);
  const fake = await startFakeShopify(await shopOf(directory));
  const settings = loadConfig({
    FLOORWALKER_EXPLORATION: 'off',
    FLOORWALKER_PORT: '0',
    FLOORWALKER_LOG_LEVEL: 'silent',
    FLOORWALKER_COMMERCE: 'shopify',
    FLOORWALKER_SHOPIFY_URL: fake.url,
    FLOORWALKER_SHOPIFY_STOREFRONT_TOKEN: FAKE_STOREFRONT_TOKEN,
    FLOORWALKER_SHOPIFY_ADMIN_TOKEN: FAKE_ADMIN_TOKEN,
    FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET,
  });
  const service = await startService({
    settings,
    directory,
    clock: () => DEMO_CLOCK_MS,
    note: () => {},
    signal,
  });
  onTestFinished(() => service.close());
  return { url: service.url, fake };
}

/** One customer, number 101, who ordered a mat. */
async function shopOf(directory: string): Promise<CommerceShop> {
  const database = await openSqliteDatabase({ directory });
  const products: Product[] = [];
  for await (const product of createCatalogueStore(database).all()) products.push(product);
  await database.close();
  const price = { amountMinor: 2_000, currency: 'USD' };
  const line = { productId: 'cork-mat', variantId: 'cork-mat', title: 'Cork Mat', options: {} };
  return {
    products,
    accounts: [{ customerId: 'ann', name: 'Ann Example', methods: [] }],
    orders: [
      {
        orderNumber: '10023',
        customerId: 'ann',
        placedAtMs: DEMO_CLOCK_MS,
        status: 'pending',
        lines: [{ ...line, lineId: '1', quantity: 1, unitPrice: price }],
        address: { line1: 'Main St 1', city: 'Austin', region: 'TX', postalCode: '73301', country: 'US' },
        shipments: [],
        payments: [{ kind: 'payment', amount: price, methodId: 'shopify_payments' }],
      },
    ],
  };
}

async function shopper(url: string, start: object = {}) {
  const talk = await startConversation(url, { locale: 'en-US', market: 'US', ...start });
  return async (text: string) => {
    const response = await postJson(`${talk.path}/messages`, { text }, talk.headers);
    expect(response.status).toBe(200);
    return await response.json();
  };
}

it('fills a cart at Shopify, says what is in it, and hands it to the checkout', async () => {
  const { url, fake } = await openShop();
  const say = await shopper(url);
  await say('cork mat');
  expect(await say('add the first to my basket')).toMatchObject({
    cart: {
      lines: [{ productId: 'cork-mat', variantId: 'cork-mat', quantity: 1 }],
      total: { amountMinor: 2_000 },
    },
  });
  expect([...fake.carts.values()]).toMatchObject([{ lines: [{ quantity: 1 }] }]);
  expect(await say("I'd like to check out")).toMatchObject({
    cart: { checkoutUrl: expect.stringMatching(/^https:\/\/shop\.example\/cart\/c\//) },
  });
});

it('says nothing of a success that changed nothing, and goes on without Shopify', async () => {
  const { url, fake } = await openShop();
  const say = await shopper(url);
  await say('cork mat');
  fake.modeOf = ({ name }) => (name === 'CreateCart' ? { kind: 'html' } : { kind: 'good' });
  const told = await say('add the first to my basket');
  expect(told.cart?.lines ?? []).toEqual([]);
  expect(told.text).not.toMatch(/added|in your basket now/i);
  fake.modeOf = () => ({ kind: 'status', status: 503 });
  expect(await say('show my basket')).toMatchObject({ text: expect.stringMatching(/\w/) });
  expect((await say('cork mat')).products).not.toEqual([]);
});

it('cancels an order of the customer after a yes', async () => {
  const { url, fake } = await openShop();
  const customerToken = await new SignJWT({ sub: '101', aud: 'floorwalker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(DEMO_CLOCK_MS / 1_000) + 600)
    .sign(new TextEncoder().encode(SECRET));
  const say = await shopper(url, { customerToken });
  const asked = await say('cancel my order 10023');
  expect(asked.text).toContain('$20');
  expect(fake.admin.orders).toMatchObject([{ cancelledAt: null }]);
  await say('yes');
  expect(fake.admin.orders).toMatchObject([{ cancelledAt: expect.stringMatching(/^2026/) }]);
  expect(fake.operations.filter((name) => name === 'CancelOrder')).toHaveLength(1);
});
