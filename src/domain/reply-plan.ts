import type { CannotDo, HandoffReason, ShowMode } from './act.ts';
import type { Channel } from './channel.ts';
import type { CatalogueQuestion, CommandOf } from './command.ts';
import type { CommerceStep } from './commerce-steps.ts';
import type { Language, Locale } from './locale.ts';
import type { Money } from './money.ts';
import type { Need } from './need.ts';
import type { OrderStep } from './order-steps.ts';
import type { PolicyStep } from './policy-step.ts';
import type { Reason } from './reason.ts';
import type { SetStep } from './set-step.ts';
import type { Claim, ProductView } from './turn.ts';

export interface PlannedProduct {
  readonly view: ProductView;
  readonly reasons: readonly Reason[];
}

/** What was counted over everything that a question is about. */
export interface TallyStep {
  readonly act: 'tally';
  readonly question: CatalogueQuestion;
  readonly need: Need;
  /** Products that the question is about, exactly. */
  readonly total: number;
  /** All of them are sold out. */
  readonly soldOut: boolean;
  /** Words that nothing here holds, and without which it was counted; in the shopper's words. */
  readonly relaxed: readonly string[];
  /** Things asked about that this shop does not know, in the shopper's words. */
  readonly unknown: readonly string[];
  /** Limits in another currency than the shop's, in the shopper's words. */
  readonly foreignPrices: readonly string[];
  /** In order of price for `cheapest` and `dearest`; what comes nearest when there is none. */
  readonly products: readonly PlannedProduct[];
  /** Wishes given up for `products` when there is none, in the shopper's words. */
  readonly nearestWithout: readonly string[];
  /** What was asked for exists beyond the price limit. */
  readonly nearest?: { readonly product: PlannedProduct; readonly side: 'above' | 'below' };
  /** Products that cost as much as the first; of `cheapest` and `dearest`; of `least` and `most`, that share the amount. */
  readonly tied?: number;
  /** Of `least` and `most`: what was compared, absent when no product states it. `stated`: products that do. */
  readonly measure?: {
    readonly attribute: string;
    readonly attributeLabel: string;
    readonly value: string;
    readonly stated: number;
  };
  /** Of `price-range`; at least half of the products cost no more than `median`. */
  readonly prices?: { readonly lowest: Money; readonly median: Money; readonly highest: Money };
  /** Of `values` and `departments`: most products first, in the shopper's language. */
  readonly values?: {
    readonly attribute: string;
    readonly attributeLabel: string;
    readonly counts: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  };
}

/** When persons of the shop are there again, and where they are: an IANA name. */
export interface PersonsBack {
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly timeZone: string;
}

/** Facts to be said, in order. Words are found by `src/reply`; nothing that is not here may be claimed. */
export type ReplyStep =
  | {
      readonly act: 'show';
      readonly mode: ShowMode;
      readonly need: Need;
      /** Best first; may be empty only when the shop sells nothing at all in this market. */
      readonly products: readonly PlannedProduct[];
      /** Products that fulfil the hard limits, exactly. */
      readonly total: number;
      /** Wishes given up so that the list is not empty, in the shopper's words. */
      readonly relaxed: readonly { readonly attribute: string; readonly words: string }[];
      /** What was asked for exists beyond the price limit: the offer nearest to the limit. */
      readonly nearest?: { readonly product: PlannedProduct; readonly side: 'above' | 'below' };
      /** Things asked for that this shop does not know, in the shopper's words. */
      readonly unknown: readonly string[];
      /** Words that were misspelt and what they were read as, as the shop writes it. */
      readonly corrections?: readonly { readonly from: string; readonly to: string }[];
      /** The title of the product the list resembles. */
      readonly similarTo?: string;
      /** Everything shown costs less than this. */
      readonly cheaperThan?: Money;
      /** True when nothing was left to show for "more". */
      readonly exhausted: boolean;
    }
  | TallyStep
  | CommerceStep
  | OrderStep
  | SetStep
  | {
      readonly act: 'compare';
      readonly products: readonly PlannedProduct[];
      /** One row per attribute that differs or was asked, price first; `undefined` is said as "not stated". */
      readonly rows: readonly {
        readonly attribute: string;
        readonly label: string;
        readonly values: readonly (string | undefined)[];
      }[];
    }
  | PolicyStep
  | { readonly act: 'explain'; readonly product: PlannedProduct }
  | {
      readonly act: 'answer';
      readonly product: PlannedProduct;
      /** What was asked; absent: tell about the product. */
      readonly attribute?: string;
      readonly attributeLabel?: string;
      /** The values in the shopper's language; absent: not stated by the shop. */
      readonly values?: readonly string[];
      /** A sentence of the shop's own text that answers, quoted. */
      readonly passage?: string;
      /** Where it stands, when not in the product's own text: `document:<id>#<passage>`. */
      readonly passageEvidence?: string;
    }
  | {
      readonly act: 'clarify';
      readonly options: readonly { readonly position: number; readonly title: string }[];
    }
  /** `backAt`: nobody is there now, but from then on. */
  | { readonly act: 'handoff'; readonly reason: HandoffReason; readonly backAt?: PersonsBack }
  | { readonly act: 'cannot'; readonly about: CannotDo }
  /** What holds of the shopper for every wish, in their words, after what was done. */
  | {
      readonly act: 'preferences';
      readonly outcome: 'set' | 'forgotten' | 'told';
      readonly wishes: readonly string[];
      /** Remembered, and nothing the shop could go by. */
      readonly unknown?: readonly string[];
    }
  | { readonly act: 'small-talk'; readonly about: CommandOf<'small-talk'>['about'] }
  | { readonly act: 'unsafe'; readonly kind: CommandOf<'unsafe'>['kind'] }
  /** What completes a product of this title, the surest first. */
  | { readonly act: 'goes-with'; readonly title: string; readonly products: readonly PlannedProduct[] }
  /** What would be first without some of the reasons of what is; `after` is absent when no few of them make a difference. */
  | {
      readonly act: 'without-reasons';
      readonly before: PlannedProduct;
      readonly after?: PlannedProduct;
      /** A product without a title is one that must not be named. */
      readonly removed: readonly (
        | { readonly kind: 'looked-at'; readonly title?: string }
        | { readonly kind: 'wish'; readonly words: string }
      )[];
    }
  /** What became of what is known of the shopper. */
  | {
      readonly act: 'history';
      readonly outcome: 'stopped' | 'forgotten' | 'consent-needed' | 'agreed' | 'in-use' | 'told';
      /** Whether behaviour may be kept and used, after what was done. */
      readonly personalization: boolean;
      /** Products looked at that count. */
      readonly lookedAt: number;
      /** Of some of them, those that may be named. */
      readonly titles: readonly string[];
      /** What is wanted in this conversation, in the shopper's words. */
      readonly wishes: readonly string[];
    }
  /** What was seen in a picture that came with the message: a search in a few words, nothing of the kind, or it was not looked at. */
  | { readonly act: 'picture'; readonly outcome: 'seen'; readonly words: string }
  | { readonly act: 'picture'; readonly outcome: 'unclear' | 'unavailable' }
  /** What was asked cannot be looked up just now. */
  | { readonly act: 'unavailable' }
  | { readonly act: 'greet' | 'thank' | 'goodbye' | 'reset' | 'decline' | 'acknowledge' };

export interface ReplyPlan {
  readonly locale: Locale;
  readonly language: Language;
  /** ISO 3166-1 alpha-2: shoppers are addressed as is usual there. */
  readonly market?: string;
  /** The web when absent. */
  readonly channel?: Channel;
  readonly steps: readonly ReplyStep[];
}

export interface ComposedReply {
  readonly text: string;
  readonly claims: readonly Claim[];
}
