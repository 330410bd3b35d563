import type { Usage } from '../domain/turn.ts';

/** Calls of one purpose to one model. Holds nothing of any person. */
export interface UsageRow extends Usage {
  readonly purpose: string;
  readonly model: string;
  /** Calls that were made, failed ones among them. */
  readonly calls: number;
  readonly failures: number;
  /** Calls that were not made because a budget was spent. */
  readonly refused: number;
}

/** A budget of the whole shop, in the period under way. */
export interface BudgetState {
  readonly budget: 'day' | 'month';
  /** "2026-11-23", "2026-11"; UTC. */
  readonly period: string;
  /** "micros": millionths of the currency unit of the prices. */
  readonly unit: 'tokens' | 'micros';
  readonly limit: number;
  /** What calls under way may cost among it. */
  readonly spent: number;
  /** >= 0. */
  readonly left: number;
}

/** First and last day, "2026-11-23", UTC. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface UsageReport extends DayRange {
  /** By day, purpose and model. */
  readonly rows: readonly (UsageRow & { readonly day: string })[];
  readonly total: Omit<UsageRow, 'purpose' | 'model'>;
  readonly budgets: readonly BudgetState[];
}

/** What was spent on language models. */
export interface UsageBook {
  /** @param range The 30 days until today where an end is missing. */
  report(range?: Partial<DayRange>): Promise<UsageReport>;
  /** Since the process started, by purpose and model. */
  sinceStart(): readonly UsageRow[];
  budgets(): Promise<readonly BudgetState[]>;
  /** The budget of the shop that turned the last call away, while its period lasts. */
  spentBudget(): BudgetState['budget'] | undefined;
}
