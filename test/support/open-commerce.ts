import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import type { Database } from '../../src/ports/database.ts';
import { COMMERCE_SHOP, type CommerceShop, createShopCommerce, keepShop } from './commerce-shop.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export interface OpenCommerce {
  readonly backend: CommerceBackend;
  readonly database: Database;
  /** Moves the clock on. */
  pass(milliseconds: number): void;
}

/** The embedded backend with a shop in it, closed when the test ends. */
export async function openEmbeddedCommerce(
  shop: CommerceShop = COMMERCE_SHOP,
  { rules }: { readonly rules?: ShopRules } = {},
): Promise<OpenCommerce> {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  let nowMs = DEMO_CLOCK_MS;
  const clock = () => nowMs;
  await keepShop(database, shop);
  return {
    backend: createShopCommerce(database, shop, { clock, ...(rules === undefined ? {} : { rules }) }),
    database,
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
}
