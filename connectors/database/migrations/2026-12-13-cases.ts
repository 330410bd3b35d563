import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Frozen conversations, who changed rules and synonyms, and what documents were. */
export const cases: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('cases')
      .addColumn('caseId', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('written', 'text', (column) => column.notNull())
      .addColumn('doubts', 'text', (column) => column.notNull())
      .addColumn('conversationId', 'text')
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('firstName', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('reviewedBy', 'text')
      .addColumn('reviewedFirstName', 'text')
      .addColumn('reviewedAtMs', 'bigint')
      .execute();
    await schema.createIndex('casesByState').on('cases').columns(['state', 'createdAtMs']).execute();
    await schema.createIndex('casesByConversation').on('cases').column('conversationId').execute();
    await schema.alterTable('ruleChanges').addColumn('author', 'text').execute();
    await schema.alterTable('synonymSets').addColumn('author', 'text').execute();
    await schema
      .createTable('documentChanges')
      .addColumn('version', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('documentId', 'text', (column) => column.notNull())
      .addColumn('document', 'text')
      .addColumn('author', 'text')
      .addColumn('changedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('documentChangesByDocument')
      .on('documentChanges')
      .columns(['documentId', 'version'])
      .execute();
  },
};
