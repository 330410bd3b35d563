import { createShopifyCommerce } from '../../connectors/commerce-backend/shopify.ts';
import type { CatalogueStore } from '../catalog/catalogue-store.ts';
import type { Settings } from '../config/config.ts';
import type { ShopRules } from '../domain/shop-rules.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Database } from '../ports/database.ts';

/** Baskets and orders of a Shopify shop whose products the catalogue has, under whichever of Shopify's names the feed gave them. */
export function openShopify({
  settings,
  database,
  store,
  productOf,
  rules,
  clock,
}: {
  readonly settings: Settings;
  readonly database: Database;
  readonly store: Pick<CatalogueStore, 'products'>;
  readonly productOf: (variantId: string) => Promise<string | undefined>;
  readonly rules: ShopRules;
  readonly clock: () => number;
}): CommerceBackend {
  return createShopifyCommerce({
    ...shopifyPlace(settings),
    database,
    async known(names) {
      const products = await store.products([...new Set(names.map(({ productId }) => productId))]);
      return names.find(({ productId, variantId }) =>
        products.get(productId)?.variants.some((variant) => variant.variantId === variantId),
      );
    },
    productOf,
    rules,
    limits: {
      lines: settings.LIMIT_BASKET_LINES,
      quantity: settings.LIMIT_BASKET_QUANTITY,
      basketDays: settings.LIMIT_BASKET_DAYS,
    },
    clock,
  });
}

/** Where the shop is, and what opens it. */
export function shopifyPlace(settings: Settings) {
  const { SHOPIFY_URL, SHOPIFY_DOMAIN, SHOPIFY_STOREFRONT_TOKEN, SHOPIFY_ADMIN_TOKEN } = settings;
  return {
    url: SHOPIFY_URL ?? `https://${SHOPIFY_DOMAIN}`,
    apiVersion: settings.SHOPIFY_API_VERSION,
    storefrontToken: SHOPIFY_STOREFRONT_TOKEN ?? '',
    ...(SHOPIFY_ADMIN_TOKEN === undefined ? {} : { adminToken: SHOPIFY_ADMIN_TOKEN }),
    timeoutMs: settings.SHOPIFY_TIMEOUT_MS,
  };
}
