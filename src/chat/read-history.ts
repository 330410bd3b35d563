import type { Turn } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';
import type { HistoryMessage, HistoryPart } from './chat.ts';

/**
 * The turns of a conversation, oldest first.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when `after` or `before` is no message of it: the conversation is there, the message is not.
 */
export async function readHistory(
  query: Query,
  conversationId: string,
  { after, before, limit }: HistoryPart,
): Promise<HistoryMessage[]> {
  const numberOf = async (messageId: string): Promise<number> => {
    const row = await query
      .selectFrom('turns')
      .select('number')
      .where('conversationId', '=', conversationId)
      .where('messageId', '=', messageId)
      .executeTakeFirst();
    if (row !== undefined) return row.number;
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `There is no message ${messageId.slice(0, 60)} in this conversation`,
    );
  };
  const isForward = after !== undefined;
  let wanted = query
    .selectFrom('turns')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('number', isForward ? 'asc' : 'desc');
  if (after !== undefined) wanted = wanted.where('number', '>', await numberOf(after));
  if (before !== undefined) wanted = wanted.where('number', '<', await numberOf(before));
  if (limit !== undefined) wanted = wanted.limit(limit);
  const rows = await wanted.execute();
  return (isForward ? rows : rows.toReversed()).map((row) => ({
    messageId: row.messageId,
    utterance: row.utterance,
    ...(row.clientMessageId === null ? {} : { clientMessageId: row.clientMessageId }),
    turn: JSON.parse(row.turn) as Turn,
    createdAt: new Date(row.createdAtMs).toISOString(),
  }));
}
