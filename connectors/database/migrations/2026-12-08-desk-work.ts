import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What agents do in conversations: held replies, corrected lists, notes, what they have seen, how it ended, and what they set. */
export const deskWork: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    const { schema } = database;
    await schema.alterTable('entries').addColumn('products', 'text').execute();
    await schema.alterTable('handlings').addColumn('outcome', 'text').execute();
    await schema.alterTable('handlings').addColumn('reason', 'text').execute();
    await schema
      .createTable('drafts')
      .addColumn('messageId', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('heldUntilMs', 'bigint', (column) => column.notNull())
      .addColumn('turn', 'text', (column) => column.notNull())
      .addColumn('alternatives', 'text', (column) => column.notNull())
      .addColumn('making', 'text', (column) => column.notNull())
      .addColumn('dialogue', 'text', (column) => column.notNull())
      .addColumn('reply', 'text')
      .addColumn('agentId', 'text')
      .addColumn('firstName', 'text')
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('draftsByState').on('drafts').columns(['state', 'heldUntilMs']).execute();
    await schema.createIndex('draftsByConversation').on('drafts').column('conversationId').execute();
    await schema
      .createTable('corrections')
      .addColumn('correctionId', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text')
      .addColumn('messageId', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('firstName', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('wants', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('proposed', 'text', (column) => column.notNull())
      .addColumn('listed', 'integer', (column) => column.notNull())
      .addColumn('chosen', 'text', (column) => column.notNull())
      .addColumn('banned', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('undoneAtMs', 'bigint')
      .addColumn('undoneBy', 'text')
      .addColumn('undoneFirstName', 'text')
      .execute();
    await schema
      .createIndex('correctionsByConversation')
      .on('corrections')
      .columns(['conversationId', 'createdAtMs'])
      .execute();
    await schema.createIndex('correctionsByTime').on('corrections').column('createdAtMs').execute();
    await schema
      .createTable('notes')
      .addColumn('noteId', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('firstName', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('notesByConversation')
      .on('notes')
      .columns(['conversationId', 'createdAtMs'])
      .execute();
    await schema
      .createTable('conversationReads')
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('seenAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversationReadsKey', ['agentId', 'conversationId'])
      .execute();
    await schema
      .createIndex('conversationReadsByConversation')
      .on('conversationReads')
      .column('conversationId')
      .execute();
    await schema
      .createTable('satisfactions')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('askedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('score', 'integer')
      .addColumn('comment', 'text')
      .addColumn('answeredAtMs', 'bigint')
      .execute();
    await schema
      .createTable('deskSettings')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('firstName', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('deskSettingsKey', ['kind', 'version'])
      .execute();
  },
};
