import { describe, expect, it, onTestFinished } from 'vitest';
import { readOrderRules } from '../../../../connectors/commerce-backend/read-order-rules.ts';
import { inspectShop } from '../../../../connectors/commerce-backend/shopify/inspect-shop.ts';
import { createShopifyCommerce } from '../../../../connectors/commerce-backend/shopify.ts';
import { openSqliteDatabase } from '../../../../connectors/database/sqlite.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const {
  FLOORWALKER_LIVE_SHOPIFY_DOMAIN: domain,
  FLOORWALKER_LIVE_SHOPIFY_STOREFRONT_TOKEN: storefrontToken = '',
  FLOORWALKER_LIVE_SHOPIFY_ADMIN_TOKEN: adminToken,
  FLOORWALKER_LIVE_SHOPIFY_PRODUCT: productId = '',
  FLOORWALKER_LIVE_SHOPIFY_VARIANT: variantId = '',
  FLOORWALKER_LIVE_SHOPIFY_CUSTOMER: customerId = '',
} = process.env;

const { signal } = new AbortController();
const place = {
  url: `https://${domain}`,
  apiVersion: '2026-07',
  storefrontToken,
  ...(adminToken === undefined ? {} : { adminToken }),
  timeoutMs: 10_000,
};

/** Numbers of a product and of a variant of it, in stock, for the basket; the number of a customer for reading orders. Nothing of an order is changed. */
describe.skipIf(domain === undefined)('a Shopify shop in the environment', { timeout: 60_000 }, () => {
  it('can be inspected', async () => {
    expect(await inspectShop(place, [], signal)).toMatchObject({ name: expect.stringMatching(/./) });
  });

  it.skipIf(variantId === '')('has baskets, and knows the schema that is asked for', async () => {
    const database = await openSqliteDatabase({ directory: temporaryDirectory() });
    onTestFinished(() => database.close());
    const backend = createShopifyCommerce({
      ...place,
      database,
      known: async () => undefined,
      productOf: async () => undefined,
      rules: readOrderRules(),
      limits: { lines: 10, quantity: 10, basketDays: 10 },
      clock: Date.now,
    });
    const buyer = { shopperId: 'visitor:live', market: 'US' };
    const options = { idempotencyKey: `live ${Date.now()}`, signal };
    const add = { type: 'add-line', productId, variantId, quantity: 1 } as const;
    expect(await backend.write(add, buyer, options)).toMatchObject({ kind: 'allowed' });
    expect(await backend.write(add, buyer, options)).toMatchObject({ kind: 'allowed' });
    expect((await backend.basket(buyer, signal)).lines).toMatchObject([{ variantId, quantity: 1 }]);
    expect(await backend.checkout(buyer, signal)).toMatchObject({ url: expect.stringMatching(/^https:/) });
    await backend.write({ type: 'clear-basket' }, buyer, { idempotencyKey: `gone ${Date.now()}`, signal });
    expect(await backend.basket(buyer, signal)).toEqual({ lines: [] });
    if (customerId === '') return;
    expect(await backend.account(customerId, signal)).toMatchObject({ customerId });
    expect(await backend.orders(customerId, 6, signal)).toBeInstanceOf(Array);
  });
});
