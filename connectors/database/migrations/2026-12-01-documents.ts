import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Texts of the shop that questions are answered from. */
export const documents: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    await schema.schema
      .createTable('documents')
      .addColumn('documentId', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('market', 'text')
      .addColumn('productId', 'text')
      .addColumn('url', 'text')
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('passages', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('importedAtMs', 'bigint', (column) => column.notNull())
      .execute();
  },
};
