import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Ways to sign in beside a password, what is good once, and how a session began. */
export const passkeys: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('passkeys')
      .addColumn('credentialId', 'text', (column) => column.primaryKey())
      .addColumn('passkeyId', 'text', (column) => column.notNull().unique())
      .addColumn('agentId', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('publicKey', 'text', (column) => column.notNull())
      .addColumn('counter', 'bigint', (column) => column.notNull())
      .addColumn('transports', 'text', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('usedAtMs', 'bigint')
      .execute();
    await schema.createIndex('passkeysByAgent').on('passkeys').column('agentId').execute();
    await schema
      .createTable('oneTimeTokens')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('expiresAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('oneTimeTokensBySubject')
      .on('oneTimeTokens')
      .columns(['kind', 'subject'])
      .execute();
    await schema.createIndex('oneTimeTokensByEnd').on('oneTimeTokens').column('expiresAtMs').execute();
    await schema
      .createTable('externalLogins')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('agentId', 'text', (column) => column.notNull().unique())
      .addColumn('followsGroups', 'integer', (column) => column.notNull())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('externalLoginsKey', ['issuer', 'subject'])
      .execute();
    await schema
      .alterTable('agentSessions')
      .addColumn('method', 'text', (column) => column.notNull().defaultTo('password'))
      .execute();
    await schema.alterTable('agentSessions').addColumn('network', 'text').execute();
  },
};
