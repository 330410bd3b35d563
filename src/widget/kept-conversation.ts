import type { Started } from './chat-client.ts';
import { asksForPrivacy } from './privacy-signal.ts';

export interface RememberedConversation extends Started {
  /** Market and locale. */
  readonly place: string;
  readonly personalization: boolean;
}

export interface Storages {
  /** Gone with the tab. */
  session(): Storage;
  /** Stays. */
  lasting(): Storage;
}

/** A storage that is closed to us (private windows, sandboxes) is as good as an empty one. */
export interface TolerantStorage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

/** The conversation that is kept in this browser, if any: in its tab, or over visits. */
export interface KeptConversation {
  readonly key: string;
  readonly session: TolerantStorage;
  readonly lasting: TolerantStorage;
  read(): RememberedConversation | undefined;
  /** It, while its shopper agrees that more is kept. */
  agreed(): RememberedConversation | undefined;
}

/** @param server Origin of the assistant: another one has another conversation. */
export function keptConversation(server: string, storages: Storages): KeptConversation {
  const key = `floorwalker:${server}:conversation`;
  const session = tolerant(storages.session);
  const lasting = tolerant(storages.lasting);
  // Whoever asks for no profile has withdrawn what they agreed to before.
  if (asksForPrivacy()) lasting.write(key, undefined);
  const read = () => {
    const conversation = parse(session.read(key) ?? lasting.read(key));
    return conversation === undefined || !asksForPrivacy()
      ? conversation
      : { ...conversation, personalization: false };
  };
  const agreed = () => {
    const conversation = read();
    return conversation?.personalization === true ? conversation : undefined;
  };
  return { key, session, lasting, read, agreed };
}

const tolerant = (storage: () => Storage): TolerantStorage => ({
  read(key) {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key, value) {
    try {
      if (value === undefined) storage().removeItem(key);
      else storage().setItem(key, value);
    } catch {
      // Nothing is kept; the conversation lasts as long as the page.
    }
  },
});

/** What we wrote ourselves, unless somebody else wrote over it. */
function parse(text: string | undefined): RememberedConversation | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RememberedConversation);
  } catch {
    return undefined;
  }
}
