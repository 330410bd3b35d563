import type { Started } from './chat-client.ts';
import { asksForPrivacy } from './privacy-signal.ts';
import { parseKept, type Storages, type TolerantStorage, tolerant } from './tolerant-storage.ts';

export interface RememberedConversation extends Started {
  /** Market and locale. */
  readonly place: string;
  readonly personalization: boolean;
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
    const conversation = parseKept(session.read(key) ?? lasting.read(key)) as
      | RememberedConversation
      | undefined;
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
