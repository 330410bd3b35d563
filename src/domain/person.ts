import type { ProductView } from './turn.ts';

/** Who answers a conversation now. A person stays until they hand back, or the shopper goes back to the assistant. */
export type Handling =
  | { readonly by: 'assistant' }
  /** The assistant goes on, and a person was asked for. */
  | { readonly by: 'assistant'; readonly waitingSince: string }
  | { readonly by: 'person'; readonly firstName: string };

export type EntryKind =
  /** A person of the shop says something. */
  | 'said'
  /** A reply of the assistant that was held, as a person let it go. */
  | 'approved'
  /** A list that a person put in the place of the last one. */
  | 'corrected'
  /** A held reply: nobody approved it in time. */
  | 'lapsed'
  /** A person closed the conversation. */
  | 'closed'
  /** A person was asked for. */
  | 'asked'
  /** A person took over. */
  | 'joined'
  /** The assistant answers again. */
  | 'left'
  /** A person corrected what is looked for. */
  | 'need-changed';

/** Whether an entry is told at the desk alone. */
export const isForColleagues = (kind: EntryKind): boolean => kind === 'need-changed';

/** What stands in a conversation beside its turns. */
export interface Entry {
  /** Integer >= 1, growing within the conversation. */
  readonly number: number;
  /** It stands after the turn with this id; before all of them when absent. */
  readonly afterMessageId?: string;
  readonly kind: EntryKind;
  /** Of the person: who says it, who came, who left. */
  readonly firstName?: string;
  /** Of what is said: plain text, as written. */
  readonly text?: string;
  /** As the person wrote it, where `text` is a translation; told at the desk alone. */
  readonly original?: string;
  /** Of `approved` and `corrected`: the list, in its order. */
  readonly products?: readonly ProductView[];
  /** Names that list: an event of a product chosen from it says so. */
  readonly listId?: string;
  /** ISO 8601. */
  readonly createdAt: string;
}
