import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who answers conversations, and what stands in them beside turns. */
export const desk: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('handlings')
      .addColumn('conversationId', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text')
      .addColumn('firstName', 'text')
      .addColumn('sinceMs', 'bigint', (column) => column.notNull())
      .execute();
    await create.createIndex('handlingsByState').on('handlings').columns(['state', 'sinceMs']).execute();
    await create
      .createTable('entries')
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('afterMessageId', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text')
      .addColumn('firstName', 'text')
      .addColumn('text', 'text')
      .addColumn('clientMessageId', 'text')
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('entriesKey', ['conversationId', 'number'])
      .addUniqueConstraint('entriesOnce', ['conversationId', 'clientMessageId'])
      .execute();
  },
};
