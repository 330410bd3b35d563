import type { ShowMode } from './act.ts';
import type { Language, Locale } from './locale.ts';
import type { Money } from './money.ts';
import type { Need } from './need.ts';
import type { Reason } from './reason.ts';
import type { Claim, ProductView } from './turn.ts';

export interface PlannedProduct {
  readonly view: ProductView;
  readonly reasons: readonly Reason[];
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
      /** The title of the product the list resembles. */
      readonly similarTo?: string;
      /** Everything shown costs less than this. */
      readonly cheaperThan?: Money;
      /** True when nothing was left to show for "more". */
      readonly exhausted: boolean;
    }
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
    }
  | {
      readonly act: 'clarify';
      readonly options: readonly { readonly position: number; readonly title: string }[];
    }
  | { readonly act: 'handoff'; readonly reason: 'requested' | 'order' | 'complaint' }
  /** What was asked cannot be looked up just now. */
  | { readonly act: 'unavailable' }
  | { readonly act: 'greet' | 'thank' | 'goodbye' | 'reset' | 'decline' };

export interface ReplyPlan {
  readonly locale: Locale;
  readonly language: Language;
  readonly steps: readonly ReplyStep[];
}

export interface ComposedReply {
  readonly text: string;
  readonly claims: readonly Claim[];
}
