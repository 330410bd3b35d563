import { NO_USAGE } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { TokenUsage } from '../ports/chat-model.ts';
import type { Database } from '../ports/database.ts';
import type { CallEstimate, ModelLedger, Reservation, SideCallCounter } from '../ports/model-ledger.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import { correct, drawOn, dropAccountsBefore, readSpent } from './budget-accounts.ts';
import { estimateUsage, type ModelRates } from './estimate-usage.ts';
import { type Account, accountsOf, dayOf, type ModelBudgets, shopAccounts } from './model-budgets.ts';
import { createUsageBook } from './usage-book.ts';
import { ANSWERED, addCalls, dropReservation, FAILED, insertReservation, REFUSED } from './usage-rows.ts';

export interface ModelLedgerOptions {
  readonly database: Database;
  readonly budgets: ModelBudgets;
  /** Of a model, by its name. */
  readonly rates: (model: string) => ModelRates;
  /** Of one that writes nothing: embeddings, moderation; absent: the same. */
  readonly sideRates?: (model: string) => ModelRates;
  readonly clock: () => number;
  /** Unguessable. */
  readonly newId: () => string;
}

/** What is counted survives the process; a power cut may forget the last calls. */
const WRITING = { survives: 'kill' } as const;

/**
 * The ledger in the database, for one process at a time. What calls of a process that died may have cost counts as spent: they may have
 * been made.
 */
export async function openModelLedger(
  options: ModelLedgerOptions,
): Promise<ModelLedger & SideCallCounter & UsageBook> {
  const { database, budgets, rates, sideRates = rates, clock } = options;
  const book = createUsageBook(options);
  const written = async <T>(work: Parameters<typeof database.transaction<T>>[0]) =>
    await database.transaction(work, WRITING);
  let today = dayOf(clock());
  let turnedAwayBy: Account | undefined;

  await written(async (write) => {
    await dropAccountsBefore(write, today);
    const left = await write.selectFrom('modelReservations').selectAll().execute();
    for (const { reservationId, ...call } of left) {
      await addCalls(write, call, FAILED, estimateUsage(call, rates(call.model)));
      await dropReservation(write, reservationId);
    }
  });

  function reserved(
    reservationId: string,
    accounts: readonly Account[],
    estimate: CallEstimate & { readonly day: string },
    isScarce: boolean,
  ): Reservation {
    const most = toAmount(estimate, rates(estimate.model));
    let settled: Promise<void> | undefined;
    return {
      isScarce,
      settle(tokens, outcome) {
        const usage = estimateUsage(tokens, rates(estimate.model));
        const real = toAmount(tokens, rates(estimate.model));
        const count = outcome === 'answered' ? ANSWERED : FAILED;
        settled ??= written(async (write) => {
          await correct(write, accounts, {
            tokens: real.tokens - most.tokens,
            micros: real.micros - most.micros,
          });
          await dropReservation(write, reservationId);
          await addCalls(write, estimate, count, usage);
        }).then(() => book.count(estimate, count, usage));
        return settled;
      },
    };
  }

  return {
    ...book,
    spentBudget() {
      return shopAccounts(budgets, clock()).find(
        ({ budget, period }) => budget === turnedAwayBy?.budget && period === turnedAwayBy.period,
      )?.budget;
    },
    async count({ purpose, model, inputTokens, failed }) {
      const nowMs = clock();
      const call = { day: dayOf(nowMs), purpose, model };
      const usage = estimateUsage({ inputTokens, outputTokens: 0 }, sideRates(model));
      const count = failed ? FAILED : ANSWERED;
      await written(async (write) => {
        await drawOn(write, shopAccounts(budgets, nowMs), {
          tokens: inputTokens,
          micros: usage.costMicros,
        });
        await addCalls(write, call, count, usage);
      });
      book.count(call, count, usage);
    },
    async reserve(estimate) {
      const nowMs = clock();
      const day = dayOf(nowMs);
      const { purpose, model, inputTokens, outputTokens } = estimate;
      const call = { day, purpose, model, inputTokens, outputTokens };
      const accounts = accountsOf(estimate.spender, budgets, nowMs);
      const amount = toAmount(estimate, rates(model));
      const reservationId = options.newId();
      const use = await written(async (write) => {
        if (day !== today) await dropAccountsBefore(write, day);
        today = day;
        const spent = await readSpent(write, accounts);
        const uses = accounts.map((account, index) => useOf(account, amount, spent[index]));
        const exceeded = uses.find(({ share }) => share > 1);
        if (exceeded === undefined) {
          await drawOn(write, accounts, amount);
          await insertReservation(write, { reservationId, ...call });
        } else await addCalls(write, call, REFUSED, NO_USAGE);
        return exceeded ?? { share: Math.max(...uses.map(({ share }) => share)) };
      });
      if (!('account' in use)) turnedAwayBy = undefined;
      else {
        // That a conversation or an address may spend no more says nothing of the shop.
        if (use.account.subject === '') turnedAwayBy = use.account;
        book.count(call, REFUSED, NO_USAGE);
        throw budgetExceeded(use.account);
      }
      return reserved(reservationId, accounts, { ...estimate, day }, use.share > budgets.scarceAbove);
    },
  };
}

const toAmount = (tokens: TokenUsage, rates: ModelRates) => ({
  tokens: tokens.inputTokens + tokens.outputTokens,
  micros: estimateUsage(tokens, rates).costMicros,
});

/** How much of an account would be used, 1 being all of it; what costs nothing uses nothing. */
function useOf(
  account: Account,
  amount: Account['limit'],
  spent: Account['limit'] = { tokens: 0, micros: 0 },
): { readonly account: Account; readonly share: number } {
  const share = (unit: keyof Account['limit']) => {
    if (amount[unit] === 0) return 0;
    const { [unit]: limit } = account.limit;
    return limit === 0 ? Number.POSITIVE_INFINITY : (spent[unit] + amount[unit]) / limit;
  };
  return { account, share: Math.max(share('tokens'), share('micros')) };
}

const budgetExceeded = ({ budget, period, limit }: Account): AssistantError =>
  new AssistantError('BUDGET_EXCEEDED', `The ${budget} budget for language models of ${period} is spent`, {
    details: { budget, period, limit },
  });
