import type { HandoverCard } from '../handover.ts';
import type { Constraint, Strength } from '../need.ts';
import type { Entry } from '../person.ts';
import type { NeedView, Turn } from '../turn.ts';
import type { Correction, Draft } from './draft.ts';
import type { Colleague, QueueItem, Viewer } from './queue.ts';

/** A message and what was answered, with every part of every score. */
export interface DeskMessage {
  readonly messageId: string;
  readonly utterance: string;
  readonly turn: Turn;
  /** ISO 8601. */
  readonly at: string;
}

/** For colleagues alone. */
export interface Note {
  readonly noteId: string;
  readonly by: Colleague;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
}

/** How an agent corrects what is looked for, when a shopper was misunderstood. */
export interface NeedEdit {
  /** Wishes as they stand in the need. */
  readonly remove?: readonly Pick<Constraint, 'attribute' | 'operator' | 'value'>[];
  /** Values of the catalogue, in any spelling. */
  readonly add?: readonly {
    readonly attribute: string;
    readonly value: string;
    readonly strength: Strength;
    readonly isRefused?: boolean;
  }[];
  /** Takes the place of what was said of prices; empty: no limits. Minor units of the market's currency. */
  readonly budget?: { readonly minMinor?: number; readonly maxMinor?: number };
}

/** What a shopper answers who is asked how it was: 1 to 5, 5 being best. */
export interface SatisfactionAnswer {
  readonly score: number;
  readonly comment?: string;
}

/** What is known of the shopper, as far as they consented and the role allows. */
export interface ShopperProfile {
  readonly isCustomer: boolean;
  readonly hasConsented: boolean;
  /** Newest first, at most 20; none without consent. */
  readonly recent: readonly {
    readonly productId: string;
    readonly title: string;
    readonly action: string;
    readonly at: string;
  }[];
}

/** One conversation, whole, as somebody at the desk sees it. */
export interface DeskConversation {
  readonly item: QueueItem;
  /** Oldest first, the latest 100. */
  readonly messages: readonly DeskMessage[];
  /** There are messages before these. */
  readonly hasEarlier?: boolean;
  readonly entries: readonly Entry[];
  readonly need: NeedView;
  /** Held for approval, or the last list, ready to be corrected. */
  readonly draft?: Draft;
  readonly card?: HandoverCard;
  readonly notes: readonly Note[];
  readonly corrections: readonly Correction[];
  /** How it was, as the shopper says; absent until they do. */
  readonly satisfaction?: SatisfactionAnswer;
  readonly viewers: readonly Viewer[];
}
