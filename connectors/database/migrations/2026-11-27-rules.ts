import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The merchant's rules, every change of each. */
export const rules: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    await schema.schema
      .createTable('ruleChanges')
      .addColumn('version', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('ruleId', 'text', (column) => column.notNull())
      .addColumn('changedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text')
      .execute();
    await schema.schema
      .createIndex('ruleChangesByRule')
      .on('ruleChanges')
      .columns(['ruleId', 'version'])
      .execute();
  },
};
