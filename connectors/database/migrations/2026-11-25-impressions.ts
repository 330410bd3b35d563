import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every list that is served is logged, with how it was made; clicks name the list they came from. */
export const impressions: Migration = {
  async up(schema: Kysely<unknown>): Promise<void> {
    const { schema: change } = schema;
    await change
      .alterTable('impressions')
      .addColumn('surface', 'text', (column) => column.notNull().defaultTo('chat'))
      .execute();
    await change.alterTable('impressions').addColumn('shopperId', 'text').execute();
    await change
      .alterTable('impressions')
      .addColumn('features', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
    await change.alterTable('impressions').addColumn('strategy', 'text').execute();
    await change.createIndex('impressionsByTime').on('impressions').column('shownAtMs').execute();
    await change.createIndex('impressionsByShopper').on('impressions').column('shopperId').execute();
    await change.alterTable('interactions').addColumn('listId', 'text').execute();
    // Products opened since the last turn began; the turn takes them over into the state.
    await change
      .alterTable('conversations')
      .addColumn('opened', 'text', (column) => column.notNull().defaultTo('{"from":0,"productIds":[]}'))
      .execute();
    await change.createIndex('conversationsByShopper').on('conversations').column('shopperId').execute();
  },
};
