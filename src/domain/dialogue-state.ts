import type { Channel } from './channel.ts';
import type { CatalogueQuestion, Command, CommandOf } from './command.ts';
import type { MissingChoice, OrderWrite, PostalAddress } from './commerce.ts';
import type { Language } from './locale.ts';
import type { Constraint, Need } from './need.ts';
import type { PlannedSet } from './set-step.ts';

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

/** What the assistant asked last, until it is answered or let go. */
export interface OpenQuestion {
  /** The facet that was asked about, or `price`. */
  readonly attribute: string;
  /** Offered answers, as the chips say them; a bare answer is read against them. */
  readonly options: readonly { readonly label: string; readonly constraints: readonly Constraint[] }[];
  /** Questions asked one after another without a turn between them that asked none, >= 1. */
  readonly inARow: number;
  /** Turn in which it was asked. */
  readonly turn: number;
}

/** What the last turn left open, gone with the next one. */
export interface OpenOffer {
  /** What a plain yes does. */
  readonly accepted?: readonly Command[];
  /** It could not be told which product this is about: pointing at one answers it. */
  readonly unresolved?: Command;
}

/** Something for the basket of which one option is still to be told. */
export interface OpenChoice {
  /** What is done when it is told; it names its product by id. */
  readonly command: CommandOf<'basket'>;
  readonly attribute: string;
  /** What else may be told at once: attributes in which the variants differ. */
  readonly attributes: readonly string[];
  /** What can be had, as the chips say it. */
  readonly options: readonly { readonly label: string; readonly constraints: readonly Constraint[] }[];
  /** Done after it. */
  readonly rest: readonly CommandOf<'basket'>[];
  /** Turn in which it was asked. */
  readonly turn: number;
}

/** Exactly what a yes of the next message does: the shopper has read it. */
export interface OpenProposal {
  readonly proposalId: string;
  readonly write: OrderWrite;
  /** Of what was shown: when something else would happen by then, it is shown anew. */
  readonly digest: string;
  /** Of a cancellation: the reasons that are accepted, any of which may still be told instead. */
  readonly reasons?: readonly string[];
  /** Turn in which it was shown. */
  readonly turn: number;
}

/** An order wish of which something is still to be told. */
export interface OpenForm {
  /** Absent until it is known which order. */
  readonly write?: OrderWrite;
  /** What the wish is, while the order is not known. */
  readonly wish: OrderWrite['type'] | 'order-status';
  readonly missing:
    | MissingChoice
    | { readonly field: 'order'; readonly options: readonly string[] }
    /** Of an address that could not be read as a whole. */
    | { readonly field: 'address-part'; readonly part: 'line1' | 'postalCode' | 'city' };
  /** The parts of the address that are known. */
  readonly address?: Partial<PostalAddress>;
  /** What each choice is called, in the order of `missing`; read back against the next message. */
  readonly labels: readonly string[];
  /** Other words for each of them, in the same order: the kind of a payment method, the title of a line. */
  readonly alike?: readonly string[];
  readonly turn: number;
}

/** A product the shopper does not want to see again for this need. */
export interface RejectedProduct {
  readonly productId: string;
  readonly title: string;
  /** In the shopper's words. */
  readonly reason?: string;
}

/** What a person of the shop made of the lists of a conversation. */
export interface RefinedLists {
  /** Suggested no more, whatever is looked for. Newest last, at most 200. */
  readonly banned: readonly string[];
  /** What was put where, for one need; the last that was. */
  readonly order?: {
    /** As `needKey` names it: other limits on the same kind of thing are the same need. */
    readonly need: string;
    /** In their order; of those with the place 1 the order alone counts, the others keep their place. */
    readonly places: readonly { readonly productId: string; readonly position: number }[];
  };
}

/** The conversation so far, as far as deciding needs it. Plain data: stored as JSON with every turn. */
export interface DialogueState {
  /** Turns completed. */
  readonly turn: number;
  readonly language: Language;
  /** Where the conversation is held; the web when absent. */
  readonly channel?: Channel;
  readonly need: Need;
  /** The list last shown, in order. */
  readonly shown: readonly ShownProduct[];
  /** Products shown for the present need, so that "more" never repeats one. Newest last, at most 500. */
  readonly seen: readonly string[];
  /** The last question about the shop, until a list is made: "show them" and "and in blue?" go on from it. */
  readonly asked?: AskedQuestion;
  /** The set that was put together last: on screen while `shown` holds just its products. */
  readonly set?: PlannedSet;
  /** The product that what is on screen goes with, and the limits it was asked with; absent for every other list. */
  readonly completes?: { readonly productId: string; readonly limits: readonly Constraint[] };
  /** What was talked about last. */
  readonly focus?: string;
  /** Handed to a person. */
  readonly handedOff: boolean;
  /** Products clicked or opened in this conversation, newest last, at most 50. */
  readonly opened: readonly string[];
  /** What the shopper is, whatever is looked for: holds for every need until it is forgotten. At most 30. */
  readonly preferences?: readonly Constraint[];
  /** Lists shown before the present one, newest first, at most 10. */
  readonly screens?: readonly (readonly ShownProduct[])[];
  /** What was talked about before the present list. */
  readonly earlierFocus?: string;
  /** Needs before the present one, newest first, at most 10: what "undo" goes back to. */
  readonly past?: readonly Need[];
  readonly question?: OpenQuestion;
  /** Gone with the next message, whatever it says. */
  readonly proposal?: OpenProposal;
  readonly form?: OpenForm;
  readonly offer?: OpenOffer;
  /** Gone with the next message. */
  readonly choosing?: OpenChoice;
  /** Turn in which the basket was read out last. */
  readonly basketTold?: number;
  /** Facets that were asked about for this need. */
  readonly askedAbout?: readonly string[];
  /** Facets that do not matter for this need, by the shopper's own words: never asked again. */
  readonly indifferent?: readonly string[];
  /** Newest last, at most 100. */
  readonly rejected?: readonly RejectedProduct[];
  /** Messages in a row of which nothing could be made. */
  readonly misunderstood?: number;
  /** The shopper wants nothing they did to count: neither what is known from before, nor what they open from now on. */
  readonly historyPaused?: boolean;
  readonly refined?: RefinedLists;
}
