import type { Turn } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';
import type { MessageRequest } from './chat.ts';

/**
 * The stored turn of a client's message id, so that a repeated request has no second effect.
 *
 * @throws {AssistantError} CONFLICT when it came with other words.
 */
export async function findRepeated(
  query: Query,
  { conversationId, clientMessageId, text }: MessageRequest,
): Promise<Turn | undefined> {
  if (clientMessageId === undefined) return undefined;
  const row = await query
    .selectFrom('turns')
    .select(['turn', 'utterance'])
    .where('conversationId', '=', conversationId)
    .where('clientMessageId', '=', clientMessageId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.utterance === text) return JSON.parse(row.turn) as Turn;
  throw new AssistantError('CONFLICT', 'This clientMessageId was used with other words; use a new one');
}
