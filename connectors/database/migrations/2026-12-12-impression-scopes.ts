import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What kind of thing a list was asked for: by it, shoppers' choices judge what agents taught. */
export const impressionScopes: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .alterTable('impressions')
      .addColumn('scope', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  },
};
