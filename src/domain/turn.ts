import type { CartView } from './cart.ts';
import type { Command } from './command.ts';
import type { Handover } from './handover.ts';
import type { Language } from './locale.ts';
import type { Money } from './money.ts';
import type { Need } from './need.ts';
import type { Confirmation, OrderView } from './order-view.ts';
import type { AnswerSource } from './policy-step.ts';
import type { Availability } from './product.ts';
import type { ScorePart } from './ranking.ts';

/** A product as any answer carries it: facts from the store at answer time, words in the shopper's language. */
export interface ProductView {
  readonly productId: string;
  readonly variantId?: string;
  readonly title: string;
  readonly description?: string;
  readonly brand?: string;
  readonly category: readonly string[];
  readonly price: Money & { readonly formatted: string };
  /** The regular price while a sale runs. */
  readonly listPrice?: Money & { readonly formatted: string };
  readonly availability: Availability;
  readonly stock?: number;
  readonly url?: string;
  readonly imageUrl?: string;
  /** Labels in the shopper's language. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly score?: number;
  readonly parts?: readonly ScorePart[];
  /** Near-duplicates that were left out of the list for it, > 0. */
  readonly alike?: number;
  readonly reasons?: readonly string[];
}

/** A product on its own page. */
export interface ProductDetail extends ProductView {
  /** What can be bought in the market, the one shown first. */
  readonly variants: readonly ProductView[];
  /** What the attributes are called in the shopper's language, for all of the product and its variants. */
  readonly attributeLabels: Readonly<Record<string, string>>;
}

/** A tappable next message with what it would give. */
export interface Chip {
  readonly label: string;
  /** Products that tapping it leads to, exactly. */
  readonly count: number;
  /** The message it sends. */
  readonly message: string;
}

export interface Question {
  readonly attribute: string;
  readonly text: string;
  readonly options: readonly string[];
}

/** A statement of the reply with what proves it. */
export interface Claim {
  readonly text: string;
  /** Where it is from: `product:<id>#price`, `basket:line:<id>`, `basket:total`, `count`, `count:<attribute>`, `price:lowest`, `document:<id>#<passage>`. */
  readonly evidence: string;
}

export type Component = 'chat-model' | 'embedding-model' | 'product-index' | 'commerce-backend';

export interface Degradation {
  readonly component: Component;
  /** An error code ("MODEL_TIMEOUT"), "circuit-open", or "abandoned": nobody waited for it any more. */
  readonly reason: string;
}

export interface TurnTiming {
  readonly understandMs: number;
  readonly retrieveMs: number;
  readonly rankMs: number;
  readonly replyMs: number;
  readonly totalMs: number;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Millionths of the currency unit the prices are configured in; 0 when unpriced. */
  readonly costMicros: number;
  /** Watt-hours, an estimate with its range. */
  readonly energyWh: { readonly low: number; readonly mid: number; readonly high: number };
}

export const NO_USAGE: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  costMicros: 0,
  energyWh: { low: 0, mid: 0, high: 0 },
};

/** The need as an answer carries it. */
export interface NeedView {
  readonly query: string;
  readonly hard: Need['constraints'];
  readonly soft: Need['constraints'];
  readonly unknown: Need['constraints'];
  readonly budget?: { readonly min?: Money; readonly max?: Money };
  readonly recipient?: string;
  readonly occasion?: string;
  readonly similarTo?: string;
  readonly sort?: Need['sort'];
}

/** One turn, whole: what `POST .../messages` answers and `reply-end` carries. */
export interface Turn {
  readonly messageId: string;
  readonly language: Language;
  readonly text: string;
  /** What is in the picture that came with the message, as it was searched for; absent where nothing was made out. */
  readonly seen?: string;
  readonly products: readonly ProductView[];
  /** Products that fulfil the hard limits of the need, or that a question was about, exactly; absent when nothing was counted. */
  readonly total?: number;
  readonly chips: readonly Chip[];
  readonly question?: Question;
  readonly commands: readonly Command[];
  readonly need: NeedView;
  readonly claims: readonly Claim[];
  /** Documents of the shop that the answer quotes; absent when it quotes none. */
  readonly sources?: readonly AnswerSource[];
  /** Wishes that were given up so that the answer is not empty. */
  readonly relaxed?: readonly { readonly attribute: string; readonly words: string }[];
  readonly comparison?: {
    readonly attributes: readonly {
      readonly attribute: string;
      readonly label: string;
      readonly values: readonly string[];
    }[];
  };
  /** The order that the answer is about; only for its own customer. */
  readonly order?: OrderView;
  readonly confirmation?: Confirmation;
  readonly handoff?: Handover;
  /** The basket, where the turn was about it. */
  readonly cart?: CartView;
  readonly understoodBy: 'model' | 'embedded';
  /** What the other parser made of the message, when it asks for something else: the next examples to learn from. */
  readonly otherReading?: readonly Command[];
  /** `person`: the message waits for somebody of the shop, and the turn says nothing itself. */
  readonly repliedBy: 'model' | 'embedded' | 'person';
  /** The answer is held until somebody of the shop approves it, and comes as an entry; the turn says just that. ISO 8601. */
  readonly review?: { readonly heldUntil: string };
  readonly degraded?: readonly Degradation[];
  readonly timing: TurnTiming;
  readonly usage: Usage;
}

/** What a streaming listener hears, in this order: one start, products when there are any (a later list, also an
 *  empty one, takes the place of an earlier), deltas, extras, one end. */
export type TurnEvent =
  | { readonly type: 'reply-start'; readonly messageId: string; readonly language: Language }
  | { readonly type: 'products-available'; readonly products: readonly ProductView[] }
  | { readonly type: 'reply-delta'; readonly text: string }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'chips'; readonly chips: readonly Chip[] }
  /** The basket is another one now. */
  | { readonly type: 'cart-changed'; readonly cart: CartView }
  | { readonly type: 'handoff'; readonly handoff: Handover }
  | { readonly type: 'reply-end'; readonly turn: Turn };
