import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which cart at Shopify is whose. */
export const shopifyCarts: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    await schema.schema
      .createTable('shopifyCarts')
      .addColumn('shopperId', 'text', (column) => column.primaryKey())
      .addColumn('cartId', 'text', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema.schema.createIndex('shopifyCartsByTime').on('shopifyCarts').column('updatedAtMs').execute();
  },
};
