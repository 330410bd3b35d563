import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';

/** @throws {AssistantError} NOT_FOUND: it never was, or it was erased. */
export async function assertConversation(query: Query, conversationId: string): Promise<void> {
  const known = await query
    .selectFrom('conversations')
    .select('conversationId')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  if (known === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
}
