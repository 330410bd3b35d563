import type { Channel } from '../domain/channel.ts';
import type { Consent } from '../domain/customer.ts';
import type { Language, Locale } from '../domain/locale.ts';
import type { Turn, TurnEvent } from '../domain/turn.ts';
import type { ChatImage } from '../ports/chat-model.ts';
import type { WriteAlong } from '../ports/published-by.ts';

export interface StartRequest {
  /** ISO 3166-1 alpha-2; the shop's first market when absent. @throws UNKNOWN_MARKET */
  readonly market?: string;
  /** BCP 47; matched to the languages we speak. */
  readonly locale?: Locale;
  /** Used when `locale` is absent. */
  readonly acceptLanguage?: string;
  /** Signed by the shop. @throws IDENTITY_INVALID */
  readonly customerToken?: string;
  readonly consent?: Partial<Consent>;
  /** Where it is held: replies keep to what is read there. The web when absent. */
  readonly channel?: Channel;
}

export interface StartedConversation {
  readonly conversationId: string;
  /** Bearer token, at least 128 random bits; shown once, stored hashed. */
  readonly token: string;
  readonly market: string;
  readonly locale: Locale;
  readonly greeting: { readonly text: string; readonly language: Language };
}

export interface ConversationKey {
  readonly conversationId: string;
  readonly token: string;
}

export interface MessageRequest extends ConversationKey {
  readonly text: string;
  /** Looked at in this turn, and kept nowhere. A repeated message needs none. */
  readonly image?: ChatImage;
  /** The same id twice in one conversation gives the stored turn, and no second effect. @throws CONFLICT when it comes with other words. */
  readonly clientMessageId?: string;
  /** Where the message comes from, as `Spender` has it. */
  readonly addressPrefix?: string;
  /** What is known of the page it is said on; `codes`: SKU, GTIN, MPN as the page states them, the surest first. */
  readonly page?: {
    readonly productId?: string;
    readonly url?: string;
    readonly codes?: readonly string[];
  };
}

export interface HistoryMessage {
  readonly messageId: string;
  readonly utterance: string;
  readonly clientMessageId?: string;
  readonly turn: Turn;
  readonly createdAt: string;
}

/** Which turns of a conversation. */
export interface HistoryPart {
  /** Those after this message. */
  readonly after?: string;
  /** Those before this message. */
  readonly before?: string;
  /** At most so many: with `after` the first of them, else the latest. */
  readonly limit?: number;
}

/** The conversation, from outside. A conversation that does not exist and one with another token are the same NOT_FOUND. */
export interface Chat {
  start(request: StartRequest): Promise<StartedConversation>;
  /**
   * One turn. Turns of a conversation run one after another in the order of arrival.
   * `onEvent` hears the turn as it forms, `reply-end` last; a listener that throws is dropped.
   * Resolves only after the turn is committed.
   */
  handle(
    request: MessageRequest,
    options: {
      readonly signal: AbortSignal;
      /** Aborted when nobody waits for the answer any more: models are not asked from then on, and the template says the rest. */
      readonly unheard?: AbortSignal;
      readonly onEvent?: (event: TurnEvent) => void;
    },
  ): Promise<Turn>;
  /** Oldest first; all of it when no part is asked for. @throws INVALID_ARGUMENT when `after` or `before` is no message of it. */
  history(key: ConversationKey, part?: HistoryPart): Promise<readonly HistoryMessage[]>;
  /** @throws NOT_FOUND, also for a wrong token. */
  authorize(key: ConversationKey): Promise<{
    readonly shopperId: string;
    /** The shop has proved who it is. */
    readonly proved: boolean;
    readonly consent: Consent;
    readonly market: string;
    readonly locale: Locale;
  }>;
  /** Changes what is allowed from now on; withdrawing forgets the profile. */
  setConsent(key: ConversationKey, consent: Consent): Promise<void>;
  /** Forgets the conversation: messages, impressions, and interactions bound to it. @param also Is written with the deletion. */
  forget(key: ConversationKey, also?: WriteAlong): Promise<void>;
}
