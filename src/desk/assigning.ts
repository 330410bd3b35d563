import { may } from '../domain/agent.ts';
import type { Handling } from '../domain/person.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { DeskBook } from './desk-book.ts';
import { findAgent } from './identity/agent-book.ts';
import type { AuditLog } from './identity/audit-log.ts';

export interface AssigningOptions {
  readonly database: Pick<Database, 'query'>;
  readonly book: Pick<DeskBook, 'assign'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
}

/**
 * Gives a conversation to somebody, whoever answered it before.
 *
 * @param actor Who does it, for the audit log.
 * @throws {AssistantError} NOT_FOUND: no such conversation, or nobody who could answer it.
 */
export type AssignConversation = (
  conversationId: string,
  agentId: string,
  actor: string,
) => Promise<Handling>;

export function createAssigning(options: AssigningOptions): AssignConversation {
  const { database, book, audit, clock } = options;
  return async (conversationId, agentId, actor) => {
    const agent = await findAgent(database.query, { agentId });
    if (agent === undefined || agent.isDisabled || !may(agent.role, 'conversations-answer'))
      throw new AssistantError('NOT_FOUND', 'There is nobody with this id who answers conversations');
    return await book.assign(conversationId, agent, async (write) => {
      const entry = {
        ...{ actor, action: 'conversation.assign', subject: conversationId },
        details: { agentId },
      };
      await audit.append(write, entry, clock());
    });
  };
}
