import type { Spender } from '../ports/chat-model.ts';

/** The most that may be spent; 0 lets nothing be spent. */
export interface BudgetLimit {
  readonly tokens: number;
  /** Millionths of the currency unit of the prices. */
  readonly micros: number;
}

export type BudgetKind = 'conversation' | 'address' | 'day' | 'month';

export interface ModelBudgets {
  /** Of one conversation in a day, of all conversations of one address in a day, of the shop in a day and in a month. */
  readonly limits: Readonly<Record<BudgetKind, BudgetLimit>>;
  /** Share in [0, 1] of a budget, above which less is written. */
  readonly scarceAbove: number;
}

/** A row that counts what was spent of a budget. */
export interface Account {
  readonly budget: BudgetKind;
  /** A conversation's id or an address prefix; empty for the shop. */
  readonly subject: string;
  /** "2026-11-23", "2026-11"; UTC. */
  readonly period: string;
  readonly limit: BudgetLimit;
}

/** "2026-11-23", UTC. */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
const monthOf = (atMs: number): string => dayOf(atMs).slice(0, 7);

interface ShopAccount extends Account {
  readonly budget: 'day' | 'month';
}

/** What the shop itself may spend. */
export const shopAccounts = ({ limits }: ModelBudgets, nowMs: number): readonly ShopAccount[] => [
  { budget: 'day', subject: '', period: dayOf(nowMs), limit: limits.day },
  { budget: 'month', subject: '', period: monthOf(nowMs), limit: limits.month },
];

/** Every account that a call of the spender is drawn on, the narrowest first. */
export function accountsOf(
  spender: Spender | undefined,
  budgets: ModelBudgets,
  nowMs: number,
): readonly Account[] {
  const period = dayOf(nowMs);
  const { conversation, address } = budgets.limits;
  const own: Account[] = [];
  if (spender !== undefined)
    own.push({ budget: 'conversation', subject: spender.conversationId, period, limit: conversation });
  if (spender?.addressPrefix !== undefined)
    own.push({ budget: 'address', subject: spender.addressPrefix, period, limit: address });
  return [...own, ...shopAccounts(budgets, nowMs)];
}
