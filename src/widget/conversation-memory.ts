import type { Started } from './chat-client.ts';
import { asksForPrivacy } from './privacy-signal.ts';

export interface RememberedConversation extends Started {
  readonly place: string;
  readonly personalization: boolean;
}

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
  /** The conversation in which they agreed; undefined while they do not. */
  agreed(): RememberedConversation | undefined;
  /** Whether there is a conversation at all. */
  hasTalked(): boolean;
}

export interface Storages {
  /** Gone with the tab. */
  session(): Storage;
  /** Stays. */
  lasting(): Storage;
}

/** A storage that is closed to us (private windows, sandboxes) is as good as an empty one. */
export function createConversationMemory(server: string, storages: Storages): ConversationMemory {
  const conversationKey = `floorwalker:${server}:conversation`;
  const draftKey = `floorwalker:${server}:draft`;
  const session = tolerant(storages.session);
  const lasting = tolerant(storages.lasting);
  // Whoever asks for no profile has withdrawn what they agreed to before.
  if (asksForPrivacy()) lasting.write(conversationKey, undefined);
  const kept = () => {
    const conversation = parse(session.read(conversationKey) ?? lasting.read(conversationKey));
    return conversation === undefined || !asksForPrivacy()
      ? conversation
      : { ...conversation, personalization: false };
  };
  const agreed = () => [kept()].find((conversation) => conversation?.personalization === true);
  const hasAgreed = () => agreed() !== undefined;
  return {
    conversation(place) {
      const conversation = kept();
      return conversation?.place === place ? conversation : undefined;
    },
    keep(conversation) {
      const text = conversation === undefined ? undefined : JSON.stringify(conversation);
      session.write(conversationKey, text);
      lasting.write(conversationKey, conversation?.personalization === true ? text : undefined);
      if (conversation?.personalization === false) session.write(draftKey, undefined);
    },
    draft: () => session.read(draftKey) ?? '',
    setDraft: (text) => session.write(draftKey, text === '' || !hasAgreed() ? undefined : text),
    hasAgreed,
    agreed,
    hasTalked: () => kept() !== undefined,
  };
}

function tolerant(storage: () => Storage) {
  return {
    read(key: string): string | undefined {
      try {
        return storage().getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key: string, value: string | undefined): void {
      try {
        if (value === undefined) storage().removeItem(key);
        else storage().setItem(key, value);
      } catch {
        // Nothing is kept; the conversation lasts as long as the page.
      }
    },
  };
}

/** What we wrote ourselves, unless somebody else wrote over it. */
function parse(text: string | undefined): RememberedConversation | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RememberedConversation);
  } catch {
    return undefined;
  }
}
