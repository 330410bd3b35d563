import type { ChatClient } from './chat-client.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { PageView } from './page-view.ts';
import type { SentPicture } from './shrink-picture.ts';

/** Where a conversation is held: it belongs to one market and one language. */
interface Place {
  readonly market: string | undefined;
  /** BCP 47. */
  readonly locale: string;
}

export interface ConversationOptions {
  readonly client: ChatClient;
  /** Origin of the assistant. */
  readonly server: string;
  readonly memory: ConversationMemory;
  readonly place: () => Place;
  /** What the page shows at the moment; nothing is told of it when absent. */
  readonly page?: () => Promise<PageView>;
  /** Resolves after so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A message of the shopper. */
export interface Said {
  readonly text: string;
  readonly picture?: SentPicture;
  /** The same id again is the same message. */
  readonly clientMessageId: string;
}
