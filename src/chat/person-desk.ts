import type { Agent, DeskBook } from '../desk/desk-book.ts';
import type { EntryFeed } from '../desk/entry-feed.ts';
import type { Entry, Handling } from '../domain/person.ts';
import type { Chat, ConversationKey } from './chat.ts';

/** Who answers, and what persons said. */
export interface Attended {
  readonly handling: Handling;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** Persons of the shop in conversations, seen from both sides. */
export interface PersonDesk extends Pick<DeskBook, 'join' | 'say'> {
  /** @param after Number of the last entry that is known; 0 for all. */
  attended(conversationId: string, after: number): Promise<Attended>;
  /** @throws {AssistantError} NOT_FOUND, also for a wrong token. */
  authorize(key: ConversationKey): Promise<void>;
  /** The assistant answers again: by whoever handed back, or by the shopper. */
  leave(conversationId: string, agent?: Agent): Promise<Handling>;
  /** Hears that something new stands in a conversation. @returns How to stop. */
  listen(conversationId: string, listener: () => void): () => void;
}

export function createPersonDesk({
  chat,
  book,
  feed,
}: {
  readonly chat: Pick<Chat, 'authorize'>;
  readonly book: DeskBook;
  readonly feed: EntryFeed;
}): PersonDesk {
  return {
    join: book.join,
    leave: book.leave,
    say: book.say,
    listen: feed.listen,
    async authorize(key) {
      await chat.authorize(key);
    },
    async attended(conversationId, after) {
      const entries = await book.entries(conversationId, after);
      return { handling: await book.handling(conversationId), entries };
    },
  };
}
