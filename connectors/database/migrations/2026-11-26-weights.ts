import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a merchant says how much counts in a ranking. */
export const weights: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    await schema.schema
      .createTable('weightSets')
      .addColumn('version', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('changes', 'text', (column) => column.notNull())
      .execute();
  },
};
