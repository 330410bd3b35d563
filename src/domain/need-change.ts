import type { Constraint, ListOrder, Need } from './need.ts';

/** What is said once of a wish, beside its constraints. */
export type NeedSlot = 'recipient' | 'occasion' | 'similarTo';

/**
 * One step from what was wanted to what is wanted now. The parser proposes commands, the dialogue makes changes of them, and
 * `applyChanges` alone applies them: nothing else writes into a need.
 */
export type NeedChange =
  /** Nothing is wanted any more. */
  | { readonly kind: 'reset' }
  /** Goes (back) to a whole need. */
  | { readonly kind: 'replace'; readonly need: Need }
  /** Forgets what was said of these attributes and slots; `sort` is the order. */
  | { readonly kind: 'remove'; readonly slots: readonly string[] }
  /** Said together: values of one attribute are alternatives, and the newest word wins over what was said before. */
  | { readonly kind: 'add'; readonly constraints: readonly Constraint[] }
  | { readonly kind: 'add-words'; readonly words: string }
  | { readonly kind: 'fill'; readonly slot: NeedSlot; readonly value: string }
  | { readonly kind: 'order'; readonly by: ListOrder | 'relevance' };
