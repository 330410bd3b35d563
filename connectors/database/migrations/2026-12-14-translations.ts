import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What shoppers said in the language of the desk, and what persons wrote before it was put into the shopper's. */
export const translations: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema.alterTable('entries').addColumn('original', 'text').execute();
    await schema
      .createTable('translations')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('messageId', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('translationsKey', ['messageId', 'language'])
      .execute();
    await schema
      .createIndex('translationsByConversation')
      .on('translations')
      .column('conversationId')
      .execute();
  },
};
