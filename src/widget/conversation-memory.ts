import { keptConversation, type RememberedConversation } from './kept-conversation.ts';
import type { Storages } from './tolerant-storage.ts';

/**
 * What is kept in the shopper's browser. Until the shopper agrees, the conversation with its token, for as long as the
 * tab lasts, and nothing else. No cookie.
 */
export interface ConversationMemory {
  /** @param place Market and locale: elsewhere the conversation is another one. */
  conversation(place: string): RememberedConversation | undefined;
  /** Lasts over visits when the shopper agreed to it in this conversation; else in this tab alone. */
  keep(conversation: RememberedConversation | undefined): void;
  /** What was being written; kept over page changes once the shopper has agreed. Empty when nothing was. */
  draft(): string;
  setDraft(text: string): void;
  /** Whether the shopper agreed, here or on an earlier visit, that more is kept. */
  hasAgreed(): boolean;
}

export function createConversationMemory(server: string, storages: Storages): ConversationMemory {
  const { key, session, lasting, read, agreed } = keptConversation(server, storages);
  const draftKey = `floorwalker:${server}:draft`;
  const hasAgreed = () => agreed() !== undefined;
  return {
    conversation(place) {
      const conversation = read();
      return conversation?.place === place ? conversation : undefined;
    },
    keep(conversation) {
      const text = conversation === undefined ? undefined : JSON.stringify(conversation);
      session.write(key, text);
      lasting.write(key, conversation?.personalization === true ? text : undefined);
      if (conversation?.personalization === false) session.write(draftKey, undefined);
    },
    draft: () => session.read(draftKey) ?? '',
    setDraft: (text) => session.write(draftKey, text === '' || !hasAgreed() ? undefined : text),
    hasAgreed,
  };
}
