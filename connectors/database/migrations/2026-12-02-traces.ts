import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How turns came about. */
export const traces: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('traces')
      .addColumn('messageId', 'text', (column) => column.primaryKey())
      .addColumn('conversationId', 'text', (column) => column.notNull())
      .addColumn('document', 'blob', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create.createIndex('tracesByConversation').on('traces').column('conversationId').execute();
    await create.createIndex('tracesByTime').on('traces').column('createdAtMs').execute();
  },
};
