import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Translations by the words they are of, and no more by message: a reply, a note and a message are read alike. What was kept is asked for anew. */
export const translatedTexts: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema.dropTable('translations').execute();
    await schema
      .createTable('translations')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('textKey', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('translatedTextsKey', ['conversationId', 'textKey', 'language'])
      .execute();
  },
};
