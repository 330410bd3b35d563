import { createEmbeddedCommerce } from '../../connectors/commerce-backend/embedded.ts';
import { offeredVariants } from '../../connectors/commerce-backend/offered-variants.ts';
import { readOrderRules } from '../../connectors/commerce-backend/read-order-rules.ts';
import { type CatalogueStore, createCatalogueStore } from '../catalog/catalogue-store.ts';
import { createProductBook } from '../catalog/product-book.ts';
import type { Settings } from '../config/config.ts';
import type { Market } from '../domain/market.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Database } from '../ports/database.ts';
import { openShopify } from './open-shopify.ts';

/**
 * Where baskets and orders live, as the settings say.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID when the rules for orders cannot be read.
 */
export function openCommerce({
  settings,
  database,
  clock,
}: {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: () => number;
}): CommerceBackend {
  const store = createCatalogueStore(database);
  const rules = readOrderRules(settings.ORDER_RULES);
  const productOf = productFinder(database, store);
  if (settings.COMMERCE === 'shopify')
    return openShopify({ settings, database, store, productOf, rules, clock });
  return embeddedCommerce({ settings, database, store, productOf, clock });
}

function productFinder(database: Database, store: CatalogueStore) {
  const book = createProductBook(database);
  return async (variantId: string): Promise<string | undefined> => {
    const named = await book.find(variantId);
    const products = await store.products(named.map(({ productId }) => productId));
    return [...products.values()].find((product) =>
      product.variants.some((variant) => variant.variantId === variantId),
    )?.productId;
  };
}

/**
 * Baskets and orders of our own.
 *
 * @param options.store What is sold, which may stand elsewhere.
 */
export function embeddedCommerce({
  settings,
  database,
  store,
  productOf,
  clock,
}: {
  readonly settings: Settings;
  readonly database: Database;
  readonly store: CatalogueStore;
  readonly productOf?: (variantId: string) => Promise<string | undefined>;
  readonly clock: () => number;
}): CommerceBackend {
  return createEmbeddedCommerce({
    database,
    rules: readOrderRules(settings.ORDER_RULES),
    async variantsOf(productId, market) {
      const [products, markets] = await Promise.all([store.products([productId]), store.markets()]);
      const product = products.get(productId);
      if (product === undefined) return [];
      return offeredVariants(product, { market, nowMs: clock(), ...languageOf(markets, market) });
    },
    ...(productOf === undefined ? {} : { productOf }),
    limits: {
      lines: settings.LIMIT_BASKET_LINES,
      quantity: settings.LIMIT_BASKET_QUANTITY,
      reservationMinutes: settings.LIMIT_RESERVATION_MINUTES,
      basketDays: settings.LIMIT_BASKET_DAYS,
    },
    ...(settings.CHECKOUT_URL === undefined ? {} : { checkoutUrl: settings.CHECKOUT_URL }),
    clock,
  });
}

/** The usual language of a market, for titles. */
function languageOf(markets: readonly Market[], country: string): { readonly language?: string } {
  const language = markets.find((market) => market.country === country)?.languages[0];
  return language === undefined ? {} : { language };
}
