import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which strategy ranked which list, with which chance, and what came of it; and what was learned from that. */
export const choices: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const create = schema.schema;
    await create
      .createTable('choices')
      .addColumn('listId', 'text', (column) => column.primaryKey())
      .addColumn('surface', 'text', (column) => column.notNull())
      .addColumn('intent', 'text', (column) => column.notNull())
      .addColumn('strategy', 'text', (column) => column.notNull())
      .addColumn('explored', 'integer', (column) => column.notNull())
      .addColumn('propensity', 'real', (column) => column.notNull())
      .addColumn('among', 'text', (column) => column.notNull())
      .addColumn('context', 'text', (column) => column.notNull())
      .addColumn('policyVersion', 'text', (column) => column.notNull())
      .addColumn('products', 'text', (column) => column.notNull())
      .addColumn('conversationId', 'text')
      .addColumn('shopperId', 'text')
      .addColumn('deeds', 'text', (column) => column.notNull())
      .addColumn('reward', 'real', (column) => column.notNull())
      .addColumn('learned', 'real')
      .addColumn('shownAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await create
      .createIndex('choicesByConversation')
      .on('choices')
      .columns(['conversationId', 'shownAtMs'])
      .execute();
    await create.createIndex('choicesByShopper').on('choices').columns(['shopperId', 'shownAtMs']).execute();
    await create.createIndex('choicesByTime').on('choices').column('shownAtMs').execute();
    await create.createIndex('choicesByLearned').on('choices').columns(['learned', 'shownAtMs']).execute();
    await create
      .createTable('explorationStates')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
      .execute();
  },
};
