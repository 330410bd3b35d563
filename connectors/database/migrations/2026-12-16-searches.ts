import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How often the search page was asked for the same words, by nobody in particular. */
export const searches: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('searches')
      .addColumn('market', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addColumn('lastAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('searchesKey', ['market', 'language', 'words'])
      .execute();
    await schema.createIndex('searchesByTimes').on('searches').columns(['times', 'lastAtMs']).execute();
  },
};
