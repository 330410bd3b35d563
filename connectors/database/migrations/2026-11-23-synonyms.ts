import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a merchant says means the same. */
export const synonyms: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    await schema.schema
      .createTable('synonymSets')
      .addColumn('version', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('rules', 'text', (column) => column.notNull())
      .execute();
  },
};
