import type { CatalogueQuestion } from './command.ts';
import type { Language } from './locale.ts';
import type { Constraint, Need } from './need.ts';

/** A product as it stood in a list: what "the second", "the blue one" and "cheaper" are resolved against. */
export interface ShownProduct {
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** Canonical values of the shown variant. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** A question about the whole shop, with all that it is about. */
export interface AskedQuestion {
  readonly question: CatalogueQuestion;
  /** Of `values`. */
  readonly attribute?: string;
  readonly need: Need;
}

/** The conversation so far, as far as deciding needs it. Plain data: stored as JSON with every turn. */
export interface DialogueState {
  /** Turns completed. */
  readonly turn: number;
  readonly language: Language;
  readonly need: Need;
  /** The list last shown, in order. */
  readonly shown: readonly ShownProduct[];
  /** Products shown for the present need, so that "more" never repeats one. Newest last, at most 500. */
  readonly seen: readonly string[];
  /** The last question about the shop, until a list is made: "show them" and "and in blue?" go on from it. */
  readonly asked?: AskedQuestion;
  /** The product that what is on screen goes with, and the limits it was asked with; absent for every other list. */
  readonly completes?: { readonly productId: string; readonly limits: readonly Constraint[] };
  /** What was talked about last. */
  readonly focus?: string;
  /** Handed to a person. */
  readonly handedOff: boolean;
  /** Products clicked or opened in this conversation, newest last, at most 50. */
  readonly opened: readonly string[];
  /** The shopper wants nothing they did to count: neither what is known from before, nor what they open from now on. */
  readonly historyPaused?: boolean;
}
