import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Baskets, accounts and orders of a shop that keeps them here, and every write of them by its key. */
export const commerce: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('basketLines')
      .addColumn('shopperId', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('lineId', 'text', (column) => column.notNull())
      .addColumn('productId', 'text', (column) => column.notNull())
      .addColumn('variantId', 'text', (column) => column.notNull())
      .addColumn('quantity', 'integer', (column) => column.notNull())
      .addColumn('heldUntilMs', 'bigint', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('basketLinesByShopper', ['shopperId', 'position'])
      .execute();
    await create.createIndex('basketLinesByProduct').on('basketLines').column('productId').execute();
    await create.createIndex('basketLinesByTime').on('basketLines').column('updatedAtMs').execute();
    await create
      .createTable('customerAccounts')
      .addColumn('customerId', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('sourceHash', 'text', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create
      .createTable('orders')
      .addColumn('orderNumber', 'text', (column) => column.primaryKey())
      .addColumn('customerId', 'text')
      .addColumn('placedAtMs', 'bigint')
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('sourceHash', 'text', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create.createIndex('ordersByCustomer').on('orders').columns(['customerId', 'placedAtMs']).execute();
    await create
      .createTable('promisedPieces')
      .addColumn('orderNumber', 'text', (column) => column.notNull())
      .addColumn('productId', 'text', (column) => column.notNull())
      .addColumn('variantId', 'text', (column) => column.notNull())
      .addColumn('quantity', 'integer', (column) => column.notNull())
      .addColumn('promisedAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('promisedPiecesByOrder', ['orderNumber', 'productId', 'variantId'])
      .execute();
    await create.createIndex('promisedPiecesByProduct').on('promisedPieces').column('productId').execute();
    await create
      .createTable('commerceWrites')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('shopperId', 'text', (column) => column.notNull())
      .addColumn('writeHash', 'text', (column) => column.notNull())
      .addColumn('preview', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create.createIndex('commerceWritesByShopper').on('commerceWrites').column('shopperId').execute();
    await create.createIndex('commerceWritesByTime').on('commerceWrites').column('createdAtMs').execute();
  },
};
