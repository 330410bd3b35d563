import type { Consent } from './customer.ts';
import type { InteractionType } from './interaction.ts';

/** One thing that is remembered of a shopper, as facts: a replier words it. Times are epoch milliseconds. */
export type MemoryFact =
  /** Of what is looked for now, and of what was said to hold always; in the shopper's words. */
  | { readonly kind: 'wish' | 'preference'; readonly words: string; readonly saidAtMs?: number }
  /** A property that does not matter, as shoppers call it. */
  | { readonly kind: 'indifferent'; readonly attribute: string }
  /** A product that is not to be shown again. Without a title it is of a kind that is not named. */
  | { readonly kind: 'rejected'; readonly title?: string }
  /** Opened in this conversation. */
  | { readonly kind: 'viewed'; readonly title?: string }
  /** Done on any visit, kept with consent; the weightiest deed, and when it was done last. */
  | {
      readonly kind: 'history';
      readonly title?: string;
      readonly deed: InteractionType;
      readonly lastAtMs: number;
    }
  /** A kind of thing of which several products were looked at. */
  | { readonly kind: 'interest'; readonly name: string; readonly products: number }
  /** Lists that were shown, kept to learn from. */
  | { readonly kind: 'shown'; readonly products: number };

export type MemoryKind = MemoryFact['kind'];

/** As a shopper reads it. */
export interface MemoryItem {
  /** Names it in this conversation, as long as it is remembered. */
  readonly id: string;
  readonly kind: MemoryKind;
  readonly label: string;
  /** Where it comes from, a sentence. */
  readonly reason: string;
  /** Whether the next list is made with it. */
  readonly isUsed: boolean;
  readonly productId?: string;
}

/** What is remembered of the shopper of a conversation. */
export interface MemoryView {
  readonly consent: Consent;
  /** The shopper said that nothing they did is to count. */
  readonly isPaused: boolean;
  readonly items: readonly MemoryItem[];
}
