import type { Interaction } from '../domain/interaction.ts';
import type { Database } from '../ports/database.ts';
import { storeInteractions } from '../recommendation/store-interactions.ts';
import type { BasketEvent } from './basket-outcome.ts';
import type { BehaviourBook } from './behaviour-book.ts';

export interface BasketTeaching {
  readonly database: Database;
  readonly behaviour?: BehaviourBook | undefined;
}

/** In which conversation it happened, and when. */
export interface BasketVisit {
  readonly conversationId: string;
  readonly shopperId: string;
  readonly market: string;
  readonly nowMs: number;
  /** The list that it was chosen from, where that is known. */
  readonly listId?: string;
}

/**
 * What was confirmed to have gone into a basket or out of it teaches like any other event: whose it was is kept only with the consent
 * that the conversation holds at that moment.
 */
export async function teachBasket(
  { database, behaviour }: BasketTeaching,
  happened: readonly BasketEvent[],
  { conversationId, shopperId, market, nowMs, listId }: BasketVisit,
): Promise<void> {
  if (happened.length === 0) return;
  const interactions = happened.map(
    ({ type, productId, quantity, key }): Interaction => ({
      interactionId: `basket:${key}`,
      type,
      productId,
      shopperId,
      sessionId: conversationId,
      market,
      occurredAtMs: nowMs,
      receivedAtMs: nowMs,
      quantity,
      ...(listId === undefined ? {} : { listId }),
    }),
  );
  const commits = behaviour?.commits ?? database;
  const stored = await storeInteractions(commits, interactions, { conversationId });
  behaviour?.online.observe(stored);
}
