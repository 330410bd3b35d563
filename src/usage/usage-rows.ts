import type { Usage } from '../domain/turn.ts';
import type { TokenUsage } from '../ports/chat-model.ts';
import type { Query } from '../ports/database.ts';
import type { DayRange, UsageRow } from '../ports/usage-book.ts';

/** Calls of a day, of one purpose, to one model. */
export interface DayCalls {
  readonly day: string;
  readonly purpose: string;
  readonly model: string;
}

export interface CallCount {
  readonly calls: number;
  readonly failures: number;
  readonly refused: number;
}

export const ANSWERED: CallCount = { calls: 1, failures: 0, refused: 0 };
export const FAILED: CallCount = { calls: 1, failures: 1, refused: 0 };
export const REFUSED: CallCount = { calls: 0, failures: 0, refused: 1 };

/** Counts calls that ended, or that were not made, and what they cost. */
export async function addCalls(
  write: Query,
  { day, purpose, model }: DayCalls,
  count: CallCount,
  usage: Usage,
): Promise<void> {
  const { inputTokens, outputTokens, costMicros, energyWh } = usage;
  const counted = {
    ...count,
    inputTokens,
    outputTokens,
    costMicros,
    wattHoursLow: energyWh.low,
    wattHoursMid: energyWh.mid,
    wattHoursHigh: energyWh.high,
  };
  await write
    .insertInto('modelUsage')
    .values({ day, purpose, model, ...counted })
    .onConflict((conflict) =>
      conflict.columns(['day', 'purpose', 'model']).doUpdateSet((row) => ({
        calls: row('modelUsage.calls', '+', counted.calls),
        failures: row('modelUsage.failures', '+', counted.failures),
        refused: row('modelUsage.refused', '+', counted.refused),
        inputTokens: row('modelUsage.inputTokens', '+', counted.inputTokens),
        outputTokens: row('modelUsage.outputTokens', '+', counted.outputTokens),
        costMicros: row('modelUsage.costMicros', '+', counted.costMicros),
        wattHoursLow: row('modelUsage.wattHoursLow', '+', counted.wattHoursLow),
        wattHoursMid: row('modelUsage.wattHoursMid', '+', counted.wattHoursMid),
        wattHoursHigh: row('modelUsage.wattHoursHigh', '+', counted.wattHoursHigh),
      })),
    )
    .execute();
}

/** Oldest day first, then by purpose and model. */
export async function readCalls(
  query: Query,
  { from, to }: DayRange,
): Promise<readonly (UsageRow & { readonly day: string })[]> {
  const rows = await query
    .selectFrom('modelUsage')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('purpose')
    .orderBy('model')
    .execute();
  return rows.map(({ wattHoursLow: low, wattHoursMid: mid, wattHoursHigh: high, ...row }) => ({
    ...row,
    energyWh: { low, mid, high },
  }));
}

/** A call that is under way: what is left of it when the process dies. */
export async function insertReservation(
  write: Query,
  reservation: DayCalls & TokenUsage & { readonly reservationId: string },
): Promise<void> {
  await write.insertInto('modelReservations').values(reservation).execute();
}

export async function dropReservation(write: Query, reservationId: string): Promise<void> {
  await write.deleteFrom('modelReservations').where('reservationId', '=', reservationId).execute();
}
