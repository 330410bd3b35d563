import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations as lines of the queue, written with what they tell of; the words that are searched; and how much agents read. */
export const queue: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('queueLines')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text')
      .addColumn('firstName', 'text')
      .addColumn('reason', 'text')
      .addColumn('heldUntilMs', 'bigint')
      .addColumn('market', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('isCustomer', 'integer', (column) => column.notNull())
      .addColumn('wants', 'text', (column) => column.notNull())
      .addColumn('lastWords', 'text', (column) => column.notNull())
      .addColumn('messages', 'integer', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('satisfaction', 'integer')
      .addColumn('sinceMs', 'bigint', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('queueLinesByUpdate')
      .on('queueLines')
      .columns(['state', 'updatedAtMs', 'conversationId'])
      .execute();
    await schema
      .createIndex('queueLinesByWait')
      .on('queueLines')
      .columns(['state', 'sinceMs', 'conversationId'])
      .execute();
    await schema
      .createIndex('queueLinesByAgent')
      .on('queueLines')
      .columns(['state', 'agentId', 'updatedAtMs', 'conversationId'])
      .execute();
    await schema
      .createTable('queueWords')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('words', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('deskReads')
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('conversations', 'integer', (column) => column.notNull())
      .addColumn('reads', 'integer', (column) => column.notNull())
      .addColumn('profiles', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('deskReadsKey', ['agentId', 'day'])
      .execute();
    await schema.alterTable('conversationReads').addColumn('readOn', 'text').execute();
  },
};
