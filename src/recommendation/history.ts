import type { InteractionType } from '../domain/interaction.ts';
import type { Database } from '../ports/database.ts';
import type { HistoryItem } from './history-item.ts';
import { INTERACTION_TYPES } from './interaction-weights.ts';
import { ACTIONS_READ, byNewest, historyOf, type ShopperAction } from './shopper-action.ts';

/**
 * What a shopper dealt with and when, heaviest first, ties by productId; empty for a stranger. This is the truth that what
 * is kept in memory must equal.
 *
 * @param limit Most products, >= 0.
 */
export async function loadHistory(
  database: Pick<Database, 'query'>,
  shopperId: string,
  limit: number,
): Promise<HistoryItem[]> {
  return historyOf(await loadActions(database, shopperId)).slice(0, Math.max(0, limit));
}

/**
 * The newest actions of a shopper, newest first. Only those that were allowed to carry the shopper are found: consent was
 * checked when they were written, and the caller checks it again before asking.
 */
export async function loadActions(
  database: Pick<Database, 'query'>,
  shopperId: string,
): Promise<ShopperAction[]> {
  const rows = await database.query
    .selectFrom('interactions')
    .select(['productId', 'type', 'occurredAtMs'])
    .where('shopperId', '=', shopperId)
    .orderBy('occurredAtMs', 'desc')
    .orderBy('type')
    .orderBy('productId')
    .limit(ACTIONS_READ)
    .execute();
  return rows
    .flatMap(({ productId, type, occurredAtMs }) =>
      isInteractionType(type) ? [{ productId, type, occurredAtMs: Number(occurredAtMs) }] : [],
    )
    .sort(byNewest);
}

export function isInteractionType(type: string): type is InteractionType {
  return (INTERACTION_TYPES as readonly string[]).includes(type);
}
