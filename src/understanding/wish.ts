import type { Constraint } from '../domain/need.ts';

/** What a message says about the thing that is wanted. */
export interface Wish {
  /** Words that describe it and are no constraint, as written. */
  readonly query: string;
  readonly constraints: readonly Constraint[];
  readonly recipient?: string;
  /** Whom it is not for, when that was said. */
  readonly notFor?: string;
  readonly occasion?: string;
  /** True when every word of the query is known to describe things (qualities, uses, words of texts and no name), none may name one. */
  readonly describesOnly: boolean;
  /** Of the words that carry content, the share in [0, 1] that was understood or that names of the catalogue use; 1 without any. */
  readonly understood: number;
  /** True when the message has words of its own, and no text of the shop uses any of them. */
  readonly isForeign: boolean;
}
