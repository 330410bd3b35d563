import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import type { Database } from '../../src/ports/database.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** An empty state whose catalogue holds the given products, closed when the test ends. */
export async function openShop(productIds: readonly string[]): Promise<Database> {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  await database.transaction(async (query) => {
    for (const productId of productIds) {
      await query
        .insertInto('products')
        .values({ productId, document: '{}', contentHash: '', updatedAtMs: 0 })
        .execute();
    }
  });
  return database;
}

export const NOW_MS = Date.UTC(2026, 2, 1);
export const DAY_MS = 86_400_000;

/** A Segment event of a consenting customer. */
export function viewed(productId: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'track',
    event: 'Product Viewed',
    userId: 'ann',
    timestamp: new Date(NOW_MS - DAY_MS).toISOString(),
    properties: { product_id: productId },
    context: { consent: { categoryPreferences: { personalization: true } } },
    ...changes,
  };
}
