/** Who answers a conversation now. A person stays until they hand back, or the shopper goes back to the assistant. */
export type Handling =
  | { readonly by: 'assistant' }
  /** The assistant goes on, and a person was asked for. */
  | { readonly by: 'assistant'; readonly waitingSince: string }
  | { readonly by: 'person'; readonly firstName: string };

export type EntryKind =
  /** A person of the shop says something. */
  | 'said'
  /** A person was asked for. */
  | 'asked'
  /** A person took over. */
  | 'joined'
  /** The assistant answers again. */
  | 'left';

/** What stands in a conversation beside its turns. */
export interface Entry {
  /** Integer >= 1, growing within the conversation. */
  readonly number: number;
  /** It stands after the turn with this id; before all of them when absent. */
  readonly afterMessageId?: string;
  readonly kind: EntryKind;
  /** Of the person: who says it, who came, who left. */
  readonly firstName?: string;
  /** Of `said`: plain text, as written. */
  readonly text?: string;
  /** ISO 8601. */
  readonly createdAt: string;
}
