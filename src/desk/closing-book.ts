import type { Outcome } from '../domain/desk/queue.ts';
import type { ChangeConversation } from './change-conversation.ts';
import type { Agent } from './desk-book.ts';
import { appendEntry } from './entry-rows.ts';
import { assertSame, findHandling, setHandling } from './handling-rows.ts';
import type { AuditLog } from './identity/audit-log.ts';
import type { SatisfactionBook } from './satisfaction-book.ts';

export interface ClosingBookOptions {
  readonly change: ChangeConversation;
  readonly satisfaction: Pick<SatisfactionBook, 'ask'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
}

/**
 * Nobody answers a conversation until its shopper says something: then the assistant does. Closing it again with another outcome changes
 * that alone. The shopper is asked how it was, once, but not after "spam".
 *
 * @throws {AssistantError} NOT_FOUND; CONFLICT when somebody else answers.
 */
export type CloseConversation = (conversationId: string, agent: Agent, outcome: Outcome) => Promise<void>;

export function createClosing(options: ClosingBookOptions): CloseConversation {
  const { change, satisfaction, audit, clock } = options;
  return (conversationId, { agentId, firstName }, outcome) =>
    change(conversationId, async (write) => {
      const row = await findHandling(write, conversationId);
      if (row?.state === 'person') assertSame(row, { agentId, firstName });
      const isClosed = row?.state === 'closed';
      if (isClosed && row.outcome === outcome) return { result: undefined, isNothing: true };
      const atMs = clock();
      await audit.append(
        write,
        { actor: agentId, action: 'conversation.close', subject: conversationId, details: { outcome } },
        atMs,
      );
      const sinceMs = isClosed ? row.sinceMs : atMs;
      await setHandling(write, conversationId, { state: 'closed', agentId, firstName, outcome, sinceMs });
      if (!isClosed) await appendEntry(write, conversationId, { kind: 'closed', agentId, firstName, atMs });
      if (outcome !== 'spam') await satisfaction.ask(write, conversationId, atMs);
      return { result: undefined };
    });
}
