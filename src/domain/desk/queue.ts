import type { Channel } from '../channel.ts';
import type { Locale } from '../locale.ts';

/** Who answers a conversation now, as the desk sees it. */
export const CONVERSATION_STATES = ['waiting', 'assistant', 'person', 'closed'] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

/** Parts of the queue. `waiting`: a person was asked for, or a reply is held for approval. */
export const QUEUE_TABS = ['waiting', 'mine', 'assistant', 'others', 'closed'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** Somebody of the shop, as colleagues are shown them. */
export interface Colleague {
  readonly agentId: string;
  readonly firstName: string;
}

/** A colleague who looks at a conversation now. */
export interface Viewer extends Colleague {
  /** Has words or a list under their hands that are not sent. */
  readonly isEditing: boolean;
}

export const OUTCOMES = ['bought', 'helped', 'not-found', 'unhappy', 'spam', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A conversation as a line of the queue. */
export interface QueueItem {
  readonly conversationId: string;
  readonly state: ConversationState;
  /** Who answers, of `person`. */
  readonly agent?: Colleague;
  /** Why a person was asked for, of `waiting`: as `HandoffReason`. */
  readonly reason?: string;
  /** A reply is held for approval until then; ISO 8601. */
  readonly heldUntil?: string;
  readonly market: string;
  readonly locale: Locale;
  readonly channel: Channel;
  /** The shop has proved who the shopper is. */
  readonly isCustomer: boolean;
  /** What is looked for, in the shopper's words; empty when nothing is. */
  readonly wants: string;
  /** The newest words of the shopper, at most 200 characters. */
  readonly lastWords: string;
  /** Messages of the shopper. */
  readonly messages: number;
  /** Something stands in it that the agent who asks has not seen. */
  readonly isUnread: boolean;
  readonly outcome?: Outcome;
  /** 1 to 5. */
  readonly satisfaction?: number;
  /** ISO 8601: since when it is in this state; when something last happened. */
  readonly since: string;
  readonly updatedAt: string;
}

/** Which conversations. All given conditions hold. */
export interface QueueFilter {
  readonly tab: QueueTab;
  readonly market?: string;
  readonly language?: string;
  readonly channel?: Channel;
  readonly agentId?: string;
  readonly reason?: string;
  readonly isUnread?: boolean;
  /** Words that stand in what was said. */
  readonly search?: string;
}

/** Waiting: the longest wait first; else the newest first. */
export interface QueuePage {
  readonly conversations: readonly QueueItem[];
  /** Where the next page begins; absent after the last. */
  readonly next?: string;
  readonly counts: Readonly<Record<QueueTab, number>>;
}

/** What the stream of the desk tells, each with an id that a new connection begins after. */
export type DeskEvent =
  /** Lines as they are now; one that is in no list of the reader is new. */
  | {
      readonly type: 'conversations';
      readonly conversations: readonly QueueItem[];
      readonly counts: QueuePage['counts'];
    }
  /** Forgotten: gone from everywhere. */
  | { readonly type: 'forgotten'; readonly conversationIds: readonly string[] }
  /** Who looks at which conversation; nobody where a conversation is missing. */
  | { readonly type: 'presence'; readonly viewers: Readonly<Record<string, readonly Viewer[]>> }
  /** Too much was missed to be told: read the queue anew. */
  | { readonly type: 'missed' };
