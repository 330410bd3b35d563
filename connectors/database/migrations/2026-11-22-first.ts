import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tables of `src/ports/database-tables.ts` as of the first release. A migration is never edited after a release. */
export const first: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('products')
      .addColumn('productId', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create
      .createTable('stagedProducts')
      .addColumn('position', 'integer', (column) => column.primaryKey())
      .addColumn('productId', 'text', (column) => column.notNull().unique())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .execute();
    await create
      .createTable('markets')
      .addColumn('country', 'text', (column) => column.primaryKey())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('languages', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .execute();
    await create
      .createTable('catalogueVersions')
      .addColumn('version', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('publishedAtMs', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('contentHash', 'text', (column) => column.notNull())
      .addColumn('products', 'integer', (column) => column.notNull())
      .addColumn('report', 'text', (column) => column.notNull())
      .execute();
    await createConversationTables(schema);
    await createLearningTables(schema);
  },
};

async function createConversationTables(schema: Kysely<unknown>): Promise<void> {
  const create = schema.schema;
  await create
    .createTable('conversations')
    .addColumn('conversationId', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull())
    .addColumn('shopperId', 'text', (column) => column.notNull())
    .addColumn('proved', 'integer', (column) => column.notNull())
    .addColumn('consent', 'text', (column) => column.notNull())
    .addColumn('market', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
    .execute();
  await create
    .createTable('turns')
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('messageId', 'text', (column) => column.notNull().unique())
    .addColumn('clientMessageId', 'text')
    .addColumn('utterance', 'text', (column) => column.notNull())
    .addColumn('turn', 'text', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('turnsPrimary', ['conversationId', 'number'])
    .addUniqueConstraint('turnsClientMessage', ['conversationId', 'clientMessageId'])
    .execute();
  await create
    .createTable('impressions')
    .addColumn('messageId', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('productId', 'text', (column) => column.notNull())
    .addColumn('score', 'real', (column) => column.notNull())
    .addColumn('propensity', 'real', (column) => column.notNull())
    .addColumn('rankingVersion', 'text', (column) => column.notNull())
    .addColumn('shownAtMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('impressionsPrimary', ['messageId', 'position'])
    .execute();
  await create.createIndex('impressionsByConversation').on('impressions').column('conversationId').execute();
}

async function createLearningTables(schema: Kysely<unknown>): Promise<void> {
  const create = schema.schema;
  await create
    .createTable('interactions')
    .addColumn('interactionId', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('productId', 'text', (column) => column.notNull())
    .addColumn('shopperId', 'text')
    .addColumn('sessionId', 'text')
    .addColumn('market', 'text')
    .addColumn('quantity', 'integer', (column) => column.notNull())
    .addColumn('occurredAtMs', 'bigint', (column) => column.notNull())
    .addColumn('receivedAtMs', 'bigint', (column) => column.notNull())
    .execute();
  await create
    .createIndex('interactionsByShopper')
    .on('interactions')
    .columns(['shopperId', 'occurredAtMs'])
    .execute();
  await create.createIndex('interactionsBySession').on('interactions').column('sessionId').execute();
  await create
    .createTable('models')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('quality', 'text', (column) => column.notNull())
    .addColumn('payload', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('modelsPrimary', ['kind', 'version'])
    .execute();
  await create
    .createTable('idempotencyKeys')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('requestHash', 'text', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotencyKeysPrimary', ['scope', 'key'])
    .execute();
}
