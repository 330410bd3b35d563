import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What names a product: ids, SKU, MPN, GTIN and titles, each in one spelling. Filled by the shop when it opens. */
export const productKeys: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('productKeys')
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('productId', 'text', (column) => column.notNull())
      .addColumn('variantId', 'text')
      .addPrimaryKeyConstraint('productKeysPrimary', ['key', 'productId'])
      .execute();
    await create.createIndex('productKeysByProduct').on('productKeys').column('productId').execute();
  },
};
