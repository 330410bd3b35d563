import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What language models cost, and how much of the budgets for them is spent. */
export const modelUsage: Migration = {
  async up({ schema }: Kysely<unknown>): Promise<void> {
    await schema
      .createTable('modelBudgets')
      .addColumn('budget', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('tokens', 'bigint', (column) => column.notNull())
      .addColumn('micros', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('modelBudgetsKey', ['budget', 'subject', 'period'])
      .execute();
    await schema
      .createTable('modelReservations')
      .addColumn('reservationId', 'text', (column) => column.primaryKey())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('inputTokens', 'bigint', (column) => column.notNull())
      .addColumn('outputTokens', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('modelUsage')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('calls', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('refused', 'integer', (column) => column.notNull())
      .addColumn('inputTokens', 'bigint', (column) => column.notNull())
      .addColumn('outputTokens', 'bigint', (column) => column.notNull())
      .addColumn('costMicros', 'bigint', (column) => column.notNull())
      .addColumn('wattHoursLow', 'real', (column) => column.notNull())
      .addColumn('wattHoursMid', 'real', (column) => column.notNull())
      .addColumn('wattHoursHigh', 'real', (column) => column.notNull())
      .addPrimaryKeyConstraint('modelUsageKey', ['day', 'purpose', 'model'])
      .execute();
  },
};
