import { onTestFinished } from 'vitest';
import { readOrderRules } from '../../../connectors/commerce-backend/read-order-rules.ts';
import { createShopifyCommerce } from '../../../connectors/commerce-backend/shopify.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import type { CommerceBackend } from '../../../src/ports/commerce-backend.ts';
import type { Database } from '../../../src/ports/database.ts';
import { COMMERCE_SHOP, type CommerceShop } from '../commerce-shop.ts';
import { DEMO_CLOCK_MS } from '../demo-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import {
  FAKE_ADMIN_TOKEN,
  FAKE_STOREFRONT_TOKEN,
  FAKE_VERSION,
  type FakeShopify,
  startFakeShopify,
} from './start-fake-shopify.ts';

export interface OpenShopify {
  readonly backend: CommerceBackend;
  readonly fake: FakeShopify;
  readonly database: Database;
}

/** The Shopify backend on the double with a shop in it, closed when the test ends. */
export async function openShopify(
  shop: CommerceShop = COMMERCE_SHOP,
  { timeoutMs = 2_000, rules = readOrderRules(), adminToken = FAKE_ADMIN_TOKEN as string | null } = {},
): Promise<OpenShopify> {
  const fake = await startFakeShopify(shop);
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const backend = createShopifyCommerce({
    url: fake.url,
    apiVersion: FAKE_VERSION,
    storefrontToken: FAKE_STOREFRONT_TOKEN,
    timeoutMs,
    database,
    // The catalogue has the variants of the export under names of its own.
    async known(names) {
      const ours = names.map(({ productId, variantId }) => ({
        productId,
        variantId: variantId.replace(':', '-'),
      }));
      return ours.find(({ productId, variantId }) =>
        shop.products.some(
          (product) =>
            product.productId === productId &&
            product.variants.some((variant) => variant.variantId === variantId),
        ),
      );
    },
    productOf: async (variantId) =>
      shop.products.find(({ variants }) => variants.some((variant) => variant.variantId === variantId))
        ?.productId,
    rules,
    ...(adminToken === null ? {} : { adminToken }),
    pollMs: 5,
    limits: { lines: 3, quantity: 10, basketDays: 30 },
    clock: () => DEMO_CLOCK_MS,
  });
  return { backend, fake, database };
}
