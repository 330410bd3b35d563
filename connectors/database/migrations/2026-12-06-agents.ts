import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who signs in at the desk, and what they did. */
export const agents: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('agents')
      .addColumn('agentId', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('firstName', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('passwordHash', 'text', (column) => column.notNull())
      .addColumn('disabledAtMs', 'bigint')
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('agentSessions')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey())
      .addColumn('sessionId', 'text', (column) => column.notNull().unique())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('seenAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('agentSessionsByAgent').on('agentSessions').column('agentId').execute();
    await schema
      .createTable('setupTokens')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('signInFailures')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('atMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('signInFailuresBySubject')
      .on('signInFailures')
      .columns(['subject', 'atMs'])
      .execute();
    await schema
      .createTable('auditLog')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('atMs', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
  },
};
