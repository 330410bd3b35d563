import { NO_USAGE, type Usage } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { BudgetState, DayRange, UsageBook, UsageRow } from '../ports/usage-book.ts';
import { readSpent } from './budget-accounts.ts';
import { sumUsage } from './estimate-usage.ts';
import { dayOf, type ModelBudgets, shopAccounts } from './model-budgets.ts';
import { type CallCount, type DayCalls, readCalls } from './usage-rows.ts';

export interface UsageBookOptions {
  readonly database: Database;
  readonly budgets: ModelBudgets;
  readonly clock: () => number;
}

const DAY_MS = 24 * 3_600_000;
const DAYS_REPORTED = 30;

/** Reads what was spent; `count` hears of what is spent while the process runs. */
export function createUsageBook(
  options: UsageBookOptions,
): Omit<UsageBook, 'spentBudget'> & { count(call: DayCalls, count: CallCount, usage: Usage): void } {
  const { database, clock } = options;
  const started = new Map<string, UsageRow>();

  async function budgets(): Promise<readonly BudgetState[]> {
    const accounts = shopAccounts(options.budgets, clock());
    const spent = await readSpent(database.query, accounts);
    return accounts.flatMap(({ budget, period, limit }, index) =>
      (['tokens', 'micros'] as const).map((unit) => {
        const used = spent[index]?.[unit] ?? 0;
        const left = Math.max(0, limit[unit] - used);
        return { budget, period, unit, limit: limit[unit], spent: used, left };
      }),
    );
  }

  return {
    budgets,
    sinceStart: () => [...started.values()],
    count({ purpose, model }, count, usage) {
      const key = `${purpose} ${model}`;
      const before = started.get(key) ?? { purpose, model, ...NO_CALLS, ...NO_USAGE };
      started.set(key, { purpose, model, ...sumRows([before, { ...count, ...usage }]) });
    },
    async report(range = {}) {
      const { from, to } = wholeRange(range, clock());
      const rows = await readCalls(database.query, { from, to });
      return { from, to, rows, total: sumRows(rows), budgets: await budgets() };
    },
  };
}

const NO_CALLS: CallCount = { calls: 0, failures: 0, refused: 0 };

const sumRows = (rows: readonly (CallCount & Usage)[]): CallCount & Usage => ({
  ...rows.reduce(
    (sum, { calls, failures, refused }) => ({
      calls: sum.calls + calls,
      failures: sum.failures + failures,
      refused: sum.refused + refused,
    }),
    NO_CALLS,
  ),
  ...sumUsage(rows),
});

/** @throws {AssistantError} INVALID_ARGUMENT when it ends before it begins. */
function wholeRange({ from, to }: Partial<DayRange>, nowMs: number): DayRange {
  const last = to ?? dayOf(nowMs);
  const first = from ?? dayOf(Date.parse(last) - (DAYS_REPORTED - 1) * DAY_MS);
  if (first > last) throw new AssistantError('INVALID_ARGUMENT', `${first} is after ${last}`);
  return { from: first, to: last };
}
