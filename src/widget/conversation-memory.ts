import type { Started } from './chat-client.ts';

export interface RememberedConversation extends Started {
  readonly place: string;
  readonly personalization: boolean;
}

/** What lasts while the tab does: the conversation, and whether the panel is open. No cookie, nothing across tabs. */
export interface ConversationMemory {
  /** @param place Market and locale: elsewhere the conversation is another one. */
  conversation(place: string): RememberedConversation | undefined;
  keep(conversation: RememberedConversation | undefined): void;
  isOpen(): boolean;
  setOpen(open: boolean): void;
}

/** A storage that is closed to us (private windows, sandboxes) is as good as an empty one. */
export function createConversationMemory(server: string, storage: () => Storage): ConversationMemory {
  const conversationKey = `floorwalker:${server}:conversation`;
  const openKey = `floorwalker:${server}:open`;
  const read = (key: string): string | undefined => {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: string | undefined) => {
    try {
      if (value === undefined) storage().removeItem(key);
      else storage().setItem(key, value);
    } catch {
      // Nothing is kept; the conversation lasts as long as the page.
    }
  };
  return {
    conversation(place) {
      const kept = parse(read(conversationKey));
      return kept?.place === place ? kept : undefined;
    },
    keep: (conversation) =>
      write(conversationKey, conversation === undefined ? undefined : JSON.stringify(conversation)),
    isOpen: () => read(openKey) === 'true',
    setOpen: (open) => write(openKey, String(open)),
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
