import { NO_USAGE } from '../../src/domain/turn.ts';
import type { UsageBook } from '../../src/ports/usage-book.ts';

/** Of a shop that never asked a language model. */
export const NO_USAGE_BOOK: UsageBook = {
  report: async ({ from = '2026-11-01', to = '2026-11-30' } = {}) => ({
    from,
    to,
    rows: [],
    total: { calls: 0, failures: 0, refused: 0, ...NO_USAGE },
    budgets: [],
  }),
  sinceStart: () => [],
  budgets: async () => [],
  spentBudget: () => undefined,
};
