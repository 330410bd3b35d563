import type { InteractionType } from '../domain/interaction.ts';
import type { Database } from '../ports/database.ts';
import { type HistoryItem, toHistoryItems } from './history-item.ts';
import { INTERACTION_TYPES } from './interaction-weights.ts';

/** Tastes fade faster when answering than when learning what goes together. */
const HALF_LIFE_DAYS = 30;
const EVENTS_READ = 500;

/**
 * What a shopper dealt with and when, heaviest first, ties by productId; empty for a stranger.
 * Only events that were allowed to carry the shopper are found: consent was checked when they were written, and the
 * caller checks it again before asking. Ages are counted from the shopper's newest event, so the weights need no clock.
 *
 * @param limit Most products, >= 0.
 */
export async function loadHistory(
  database: Pick<Database, 'query'>,
  shopperId: string,
  limit: number,
): Promise<HistoryItem[]> {
  const rows = await database.query
    .selectFrom('interactions')
    .select(['productId', 'type', 'occurredAtMs'])
    .where('shopperId', '=', shopperId)
    .orderBy('occurredAtMs', 'desc')
    .orderBy('interactionId')
    .limit(EVENTS_READ)
    .execute();
  const nowMs = Number(rows[0]?.occurredAtMs ?? 0);
  const events = rows.flatMap(({ productId, type, occurredAtMs }) =>
    isInteractionType(type) ? [{ productId, type, occurredAtMs: Number(occurredAtMs) }] : [],
  );
  return toHistoryItems(events, { nowMs, halfLifeDays: HALF_LIFE_DAYS })
    .sort((left, right) => right.weight - left.weight || (left.productId < right.productId ? -1 : 1))
    .slice(0, Math.max(0, limit));
}

export function isInteractionType(type: string): type is InteractionType {
  return (INTERACTION_TYPES as readonly string[]).includes(type);
}
