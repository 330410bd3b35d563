import type { HandoffReason } from './act.ts';
import type { RejectedProduct } from './dialogue-state.ts';
import type { Language } from './locale.ts';
import type { Constraint } from './need.ts';

/** What a person needs to go on from where the assistant stopped, so that nothing has to be said twice. */
export interface HandoverCard {
  readonly reason: HandoffReason;
  readonly language: Language;
  /** In the shopper's words; empty when nothing was wanted. */
  readonly need: {
    readonly query: string;
    readonly recipient?: string;
    readonly occasion?: string;
    /** "Like that". */
    readonly similarTo?: string;
  };
  /** Must hold, and would be nice. */
  readonly hard: readonly Constraint[];
  readonly soft: readonly Constraint[];
  /** Holds for the shopper whatever is wanted. */
  readonly preferences: readonly Constraint[];
  /** On screen. */
  readonly shown: readonly { readonly productId: string; readonly title: string }[];
  readonly rejected: readonly RejectedProduct[];
  /** What the assistant had asked and was not told. */
  readonly openQuestion?: { readonly attribute: string; readonly options: readonly string[] };
  /** The shopper's last message, as written: the mood is theirs to tell. */
  readonly lastWords: string;
}

/** A turn with which a person is asked to take over. */
export interface Handover {
  readonly reason: string;
  /** Absent in conversations of before there were cards. */
  readonly card?: HandoverCard;
}
