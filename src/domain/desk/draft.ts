import type { Claim, ProductView } from '../turn.ts';
import type { Colleague } from './queue.ts';

/** Words with a list, as a shopper gets them. */
export interface PersonReply {
  readonly text: string;
  /** In the order in which they are shown. */
  readonly products: readonly ProductView[];
}

/** `lapsed`: nobody approved it in time, and the shopper was told so. `replaced`: the shopper said something else meanwhile.
 * `suggested`: what the assistant would say where a person answers. */
export const DRAFT_STATES = ['waiting', 'sent', 'lapsed', 'replaced', 'suggested'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** A reply of the assistant that is held until somebody approves it, or what an agent makes of a list that was shown. */
export interface Draft {
  /** Of the turn. */
  readonly messageId: string;
  readonly conversationId: string;
  /** Grows with every change: a change names the one it was made on. */
  readonly version: number;
  readonly state: DraftState;
  /** ISO 8601: until when it is held; absent of a reply that the shopper has. */
  readonly heldUntil?: string;
  /** As the assistant would say it. */
  readonly proposed: PersonReply & { readonly claims: readonly Claim[] };
  /** What else was in question, best first, at most 20. */
  readonly alternatives: readonly ProductView[];
  /** As it stands now; of a reply that the shopper has, as they have it. */
  readonly reply: PersonReply;
  /** What was changed and not sent yet; absent when nothing was. */
  readonly refinement?: Refinement;
  /** What is to be known before it is sent, of products as the store has them now. */
  readonly warnings: readonly DraftWarning[];
  readonly changedBy?: Colleague;
}

/** `limit`: breaks a limit that the shopper set, in their words; `not-sold`: cannot be sent at all. */
export interface DraftWarning {
  readonly productId: string;
  readonly kind: 'limit' | 'out-of-stock' | 'left-out-by-rule' | 'not-sold';
  readonly words?: string;
}

/** What an agent makes of a list and its words. */
export interface Refinement {
  /** The list as it shall be; products of the proposal, its alternatives, or any that the shop sells there. At most 20. */
  readonly products: readonly RefinedProduct[];
  /** Not to be suggested any more in this conversation. */
  readonly banned: readonly { readonly productId: string; readonly reason?: string }[];
  /** The words; those of the proposal when absent. Plain text. */
  readonly text?: string;
  /** As the agent wrote it, where `text` is its translation; told at the desk alone. */
  readonly original?: string;
  /** Why, for colleagues and for what is learned. */
  readonly reason?: string;
}

export interface RefinedProduct {
  readonly productId: string;
  /** Said with it, in the place of the assistant's reasons; plain text, at most 300 characters. */
  readonly note?: string;
  /** Keeps its place in further lists of this need. */
  readonly isPinned?: boolean;
}

export interface ProposedProduct {
  readonly productId: string;
  readonly score: number;
  /** How much of the score earlier lessons had added; nothing when absent. */
  readonly taught?: number;
}

/** What an agent changed of a list, kept to learn from. */
export interface Correction {
  readonly correctionId: string;
  /** Absent once the conversation was forgotten; `wants` is empty then. */
  readonly conversationId?: string;
  readonly messageId: string;
  readonly by: Colleague;
  /** ISO 8601. */
  readonly at: string;
  readonly reason?: string;
  /** What was looked for. */
  readonly wants: string;
  /** The kinds of things that were asked for, `type=scarf` or keys of categories, sorted; empty for anything. */
  readonly scope: readonly string[];
  /** What was in question, in the order and with the scores it was shown to the agent. */
  readonly proposed: readonly ProposedProduct[];
  /** How many of `proposed`, from the first, the shopper would have got. */
  readonly listed: number;
  /** The list as the agent left it. */
  readonly chosen: readonly string[];
  readonly banned: readonly string[];
  readonly undone?: { readonly by: Colleague; readonly at: string };
}
