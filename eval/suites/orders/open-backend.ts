import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepRecords } from '../../../connectors/commerce-backend/embedded/keep-records.ts';
import { createEmbeddedCommerce } from '../../../connectors/commerce-backend/embedded.ts';
import { offeredVariants } from '../../../connectors/commerce-backend/offered-variants.ts';
import { readOrderRules } from '../../../connectors/commerce-backend/read-order-rules.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import type { CommerceBackend } from '../../../src/ports/commerce-backend.ts';
import type { TauRetail } from './tau-retail.ts';

const RULES = fileURLToPath(new URL('./rules.yaml', import.meta.url));
/** Deadlines play no part: orders of tau_retail bear no dates. */
const NOW_MS = Date.UTC(2026, 0, 1);

/** The embedded backend on a database of its own, filled with a shop. */
export interface OpenBackend extends AsyncDisposable {
  readonly backend: CommerceBackend;
  /** As if nothing had been written. */
  reset(): Promise<void>;
}

export async function openBackend(shop: TauRetail): Promise<OpenBackend> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-orders-'));
  const database = await openSqliteDatabase({ directory });
  const products = new Map(shop.products.map((product) => [product.productId, product]));
  const productOfVariant = new Map(
    shop.products.flatMap(({ productId, variants }) =>
      variants.map(({ variantId }) => [variantId, productId] as const),
    ),
  );
  const backend = createEmbeddedCommerce({
    database,
    rules: readOrderRules(RULES),
    async variantsOf(productId, market) {
      const product = products.get(productId);
      return product === undefined ? [] : offeredVariants(product, { market, nowMs: NOW_MS });
    },
    productOf: async (variantId) => productOfVariant.get(variantId),
    limits: { lines: 100, quantity: 99, reservationMinutes: 30, basketDays: 30 },
    clock: () => NOW_MS,
  });
  const records = [
    ...shop.accounts.map((account) => ({ account })),
    ...shop.orders.map((order) => ({ order })),
  ];
  const reset = () =>
    database.transaction(async (query) => {
      for (const table of ['customerAccounts', 'orders', 'promisedPieces', 'commerceWrites'] as const)
        await query.deleteFrom(table).execute();
      await keepRecords(query, records, NOW_MS);
    });
  await reset();
  return {
    backend,
    reset,
    async [Symbol.asyncDispose]() {
      await backend.close();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
