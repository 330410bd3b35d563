import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Turn } from '../../domain/turn.ts';
import type { Database, Query } from '../../ports/database.ts';
import { recordFacts } from './record-facts.ts';

/** Conversations that are counted in one transaction. */
const BATCH = 25;

/**
 * Counts conversations that an older release left uncounted. Nothing to do costs one look at each conversation's key.
 *
 * @returns How many were counted.
 */
export async function fillFacts(database: Database): Promise<number> {
  for (let filled = 0; ; ) {
    const left = await uncounted(database.query);
    if (left.length === 0) return filled;
    await database.transaction(async (write) => {
      for (const { conversationId, market, state } of left) {
        const conversation = { conversationId, market };
        const { channel } = JSON.parse(state) as DialogueState;
        const held = channel === undefined ? {} : { channel };
        for (const { number, turn, createdAtMs } of await turnsOf(write, conversationId))
          await recordFacts(write, {
            ...{ conversation, state: held, number, turn: JSON.parse(turn) as Turn },
            atMs: Number(createdAtMs),
          });
      }
    });
    filled += left.length;
  }
}

const uncounted = (query: Query) =>
  query
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.conversationId', 'turns.conversationId')
    .leftJoin('turnFacts', 'turnFacts.messageId', 'turns.messageId')
    .select(['conversations.conversationId', 'conversations.market', 'conversations.state'])
    .where('turns.number', '=', 1)
    .where('turnFacts.messageId', 'is', null)
    .limit(BATCH)
    .execute();

const turnsOf = (query: Query, conversationId: string) =>
  query
    .selectFrom('turns')
    .select(['number', 'turn', 'createdAtMs'])
    .where('conversationId', '=', conversationId)
    .orderBy('number')
    .execute();
