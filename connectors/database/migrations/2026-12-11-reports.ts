import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What reports are counted from, and the ways to read behaviour, orders and the desk's work by time. */
export const reports: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('turnFacts')
      .addColumn('messageId', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('market', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('repliedBy', 'text', (column) => column.notNull())
      .addColumn('totalMs', 'integer', (column) => column.notNull())
      .addColumn('inputTokens', 'integer', (column) => column.notNull())
      .addColumn('outputTokens', 'integer', (column) => column.notNull())
      .addColumn('costMicros', 'bigint', (column) => column.notNull())
      .addColumn('wattHoursLow', 'double precision', (column) => column.notNull())
      .addColumn('wattHoursMid', 'double precision', (column) => column.notNull())
      .addColumn('wattHoursHigh', 'double precision', (column) => column.notNull())
      .addColumn('atMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('turnFactsByTime').on('turnFacts').column('atMs').execute();
    await schema.createIndex('turnFactsBySpeed').on('turnFacts').columns(['totalMs', 'atMs']).execute();
    await schema
      .createIndex('turnFactsByConversation')
      .on('turnFacts')
      .columns(['conversationId', 'number'])
      .execute();
    await schema
      .createTable('conversationMarks')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('attribute', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('market', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('budgetMinor', 'bigint')
      .addColumn('currency', 'text')
      .addColumn('atMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversationMarksKey', ['conversationId', 'kind', 'attribute', 'value'])
      .execute();
    await schema.createIndex('conversationMarksByTime').on('conversationMarks').column('atMs').execute();
    await schema
      .createIndex('conversationMarksByValue')
      .on('conversationMarks')
      .columns(['kind', 'attribute', 'value', 'atMs'])
      .execute();
    await schema
      .createIndex('interactionsByTime')
      .on('interactions')
      .columns(['occurredAtMs', 'type', 'shopperId'])
      .execute();
    await schema.createIndex('ordersByTime').on('orders').column('placedAtMs').execute();
    await schema.createIndex('entriesByTime').on('entries').columns(['createdAtMs', 'kind']).execute();
    await schema.createIndex('satisfactionsByTime').on('satisfactions').column('askedAtMs').execute();
  },
};
