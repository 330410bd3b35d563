import type { Database, Query } from '../ports/database.ts';
import { assertConversation } from './assert-conversation.ts';
import type { EntryFeed } from './entry-feed.ts';
import { keepQueueLine } from './queue-line.ts';

/** One change of one conversation. */
export interface ConversationChange<T> {
  readonly result: T;
  /** Somebody's words, to be found by a search. */
  readonly said?: string;
  /** Nothing is new after all: its line stays as it is. */
  readonly isNothing?: boolean;
}

/**
 * Changes a conversation in one transaction, its line of the queue with it, and tells it once it is committed.
 *
 * @throws {AssistantError} NOT_FOUND when there is no such conversation.
 */
export type ChangeConversation = <T>(
  conversationId: string,
  work: (write: Query) => Promise<ConversationChange<T>>,
) => Promise<T>;

export const createChangeConversation =
  (database: Database, feed: Pick<EntryFeed, 'tell'>, clock: () => number): ChangeConversation =>
  async (conversationId, work) => {
    const { result, isNothing } = await database.transaction(async (write) => {
      await assertConversation(write, conversationId);
      const change = await work(write);
      if (change.isNothing !== true)
        await keepQueueLine(write, conversationId, { atMs: clock(), said: change.said });
      return change;
    });
    if (isNothing !== true) feed.tell(conversationId);
    return result;
  };
