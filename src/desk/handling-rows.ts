import type { ConversationState, Outcome } from '../domain/desk/queue.ts';
import type { Handling } from '../domain/person.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';
import type { Agent } from './desk-book.ts';

/** Who answers a conversation, as it is kept. */
export interface HandlingRow {
  readonly state: ConversationState;
  readonly agentId: string | null;
  readonly firstName: string | null;
  /** Why a person was asked for; also while one answers. */
  readonly reason: string | null;
  readonly outcome: Outcome | null;
  readonly sinceMs: number;
}

/** @returns undefined where the assistant always answered. */
export const findHandling = (query: Query, conversationId: string): Promise<HandlingRow | undefined> =>
  query
    .selectFrom('handlings')
    .select(['state', 'agentId', 'firstName', 'reason', 'outcome', 'sinceMs'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();

/** Takes the place of who answered before: what is not given is nobody and nothing. */
export async function setHandling(
  write: Query,
  conversationId: string,
  handling: Pick<HandlingRow, 'state' | 'sinceMs'> & Partial<HandlingRow>,
): Promise<void> {
  const values = { agentId: null, firstName: null, reason: null, outcome: null, ...handling };
  await write
    .insertInto('handlings')
    .values({ conversationId, ...values })
    .onConflict((conflict) => conflict.column('conversationId').doUpdateSet(values))
    .execute();
}

export function toHandling(row: HandlingRow | undefined): Handling {
  if (row?.state === 'person') return { by: 'person', firstName: row.firstName ?? '' };
  if (row?.state === 'waiting')
    return { by: 'assistant', waitingSince: new Date(Number(row.sinceMs)).toISOString() };
  return { by: 'assistant' };
}

/** @throws {AssistantError} CONFLICT when somebody else answers. */
export function assertSame({ agentId }: Pick<HandlingRow, 'agentId'>, agent: Agent): void {
  if (agentId !== agent.agentId)
    throw new AssistantError('CONFLICT', 'Somebody else answers this conversation');
}
