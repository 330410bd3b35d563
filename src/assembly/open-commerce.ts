import { createEmbeddedCommerce } from '../../connectors/commerce-backend/embedded.ts';
import { offeredVariants } from '../../connectors/commerce-backend/offered-variants.ts';
import { readOrderRules } from '../../connectors/commerce-backend/read-order-rules.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
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
  const book = createProductBook(database);
  const rules = readOrderRules(settings.ORDER_RULES);
  const productOf = async (variantId: string) => {
    const named = await book.find(variantId);
    const products = await store.products(named.map(({ productId }) => productId));
    return [...products.values()].find((product) =>
      product.variants.some((variant) => variant.variantId === variantId),
    )?.productId;
  };
  if (settings.COMMERCE === 'shopify')
    return openShopify({ settings, database, store, productOf, rules, clock });
  return createEmbeddedCommerce({
    database,
    rules,
    async variantsOf(productId, market) {
      const [products, markets] = await Promise.all([store.products([productId]), store.markets()]);
      const product = products.get(productId);
      if (product === undefined) return [];
      return offeredVariants(product, { market, nowMs: clock(), ...languageOf(markets, market) });
    },
    productOf,
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
