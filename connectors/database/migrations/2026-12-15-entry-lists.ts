import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Lists that persons let go or made are told by the name under which they were logged. */
export const entryLists: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema.alterTable('entries').addColumn('listId', 'text').execute();
  },
};
