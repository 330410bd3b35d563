import { recordOpened } from '../dialogue/record-list.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Query } from '../ports/database.ts';

/** Products opened in a conversation since its last turn began: a click need not wait for a turn, nor a turn for it. */
export interface PendingOpened {
  /** How many were opened before the first of these, since the conversation began. */
  readonly from: number;
  /** Oldest first. */
  readonly productIds: readonly string[];
}

const MOST_PENDING = 50;

export const readOpened = (json: string): PendingOpened => JSON.parse(json) as PendingOpened;

/** The place after the last of them. */
export const endOf = ({ from, productIds }: PendingOpened): number => from + productIds.length;

/** The state as if they had been opened at this moment, one after the other. */
export const withOpened = (state: DialogueState, { productIds }: PendingOpened): DialogueState =>
  productIds.reduce(recordOpened, state);

/** Adds to what waits for the next turn, inside a transaction; a conversation that is gone stays gone. */
export async function addOpened(
  query: Query,
  conversationId: string,
  productIds: readonly string[],
): Promise<void> {
  await change(query, conversationId, (pending) => {
    const all = [...pending.productIds, ...productIds];
    const kept = all.slice(-MOST_PENDING);
    return { from: pending.from + all.length - kept.length, productIds: kept };
  });
}

/** Forgets those before a place: a turn took them over into the state. */
export async function dropOpened(query: Query, conversationId: string, before: number): Promise<void> {
  await change(query, conversationId, (pending) => ({
    from: Math.max(pending.from, before),
    productIds: pending.productIds.slice(Math.max(0, before - pending.from)),
  }));
}

async function change(
  query: Query,
  conversationId: string,
  next: (pending: PendingOpened) => PendingOpened,
): Promise<void> {
  const row = await query
    .selectFrom('conversations')
    .select('opened')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) return;
  await query
    .updateTable('conversations')
    .set({ opened: JSON.stringify(next(readOpened(row.opened))) })
    .where('conversationId', '=', conversationId)
    .execute();
}
