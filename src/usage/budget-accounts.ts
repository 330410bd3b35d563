import type { Query } from '../ports/database.ts';
import type { Account, BudgetLimit } from './model-budgets.ts';

/** What was spent of each account, in their order. */
export async function readSpent(query: Query, accounts: readonly Account[]): Promise<readonly BudgetLimit[]> {
  const rows = await query
    .selectFrom('modelBudgets')
    .selectAll()
    .where(({ or, and, eb }) =>
      or(
        accounts.map(({ budget, subject, period }) =>
          and([eb('budget', '=', budget), eb('subject', '=', subject), eb('period', '=', period)]),
        ),
      ),
    )
    .execute();
  return accounts.map((account) => {
    const row = rows.find(({ budget, subject }) => budget === account.budget && subject === account.subject);
    return { tokens: row?.tokens ?? 0, micros: row?.micros ?? 0 };
  });
}

/** Draws on every account alike. */
export async function drawOn(write: Query, accounts: readonly Account[], amount: BudgetLimit): Promise<void> {
  await write
    .insertInto('modelBudgets')
    .values(accounts.map(({ budget, subject, period }) => ({ budget, subject, period, ...amount })))
    .onConflict((conflict) =>
      conflict.columns(['budget', 'subject', 'period']).doUpdateSet((row) => ({
        tokens: row('modelBudgets.tokens', '+', amount.tokens),
        micros: row('modelBudgets.micros', '+', amount.micros),
      })),
    )
    .execute();
}

/** Gives back what was drawn too much, or draws what was too little; an account that was forgotten meanwhile stays forgotten. */
export async function correct(
  write: Query,
  accounts: readonly Account[],
  amount: BudgetLimit,
): Promise<void> {
  await write
    .updateTable('modelBudgets')
    .set((row) => ({
      tokens: row('tokens', '+', amount.tokens),
      micros: row('micros', '+', amount.micros),
    }))
    .where(({ or, and, eb }) =>
      or(
        accounts.map(({ budget, subject, period }) =>
          and([eb('budget', '=', budget), eb('subject', '=', subject), eb('period', '=', period)]),
        ),
      ),
    )
    .execute();
}

/** Forgets who spent what on the days before. */
export async function dropAccountsBefore(write: Query, day: string): Promise<void> {
  await write
    .deleteFrom('modelBudgets')
    .where('budget', 'in', ['conversation', 'address'])
    .where('period', '<', day)
    .execute();
}
