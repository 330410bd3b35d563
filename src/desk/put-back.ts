import type { Query } from '../ports/database.ts';
import { appendEntry } from './entry-rows.ts';
import { setHandling } from './handling-rows.ts';
import { keepQueueLine } from './queue-line.ts';

/**
 * Puts the conversations that somebody answers back among those that wait, as part of the transaction after which they answer no more.
 *
 * @returns Which ones: whoever listens to them is to be told.
 */
export async function putBack(write: Query, agentId: string, atMs: number): Promise<readonly string[]> {
  const rows = await write
    .selectFrom('handlings')
    .select(['conversationId', 'firstName', 'reason'])
    .where('agentId', '=', agentId)
    .where('state', '=', 'person')
    .execute();
  for (const { conversationId, firstName, reason } of rows) {
    await appendEntry(write, conversationId, {
      kind: 'left',
      agentId,
      firstName: firstName ?? undefined,
      atMs,
    });
    await setHandling(write, conversationId, { state: 'waiting', reason, sinceMs: atMs });
    await appendEntry(write, conversationId, { kind: 'asked', atMs });
    await keepQueueLine(write, conversationId, { atMs });
  }
  return rows.map(({ conversationId }) => conversationId);
}
