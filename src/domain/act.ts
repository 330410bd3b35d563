import type { BasketAct } from './basket-act.ts';
import type { CommandOf, CommandType, HistoryWish } from './command.ts';
import type { AskedQuestion, ShownProduct } from './dialogue-state.ts';
import type { Constraint, Need } from './need.ts';
import type { OrderAct } from './order-act.ts';
import type { PolicyQuestion } from './policy-step.ts';
import type { SetAct } from './set-step.ts';

/** How a list came about; the reply words it, ranking weighs it. */
export type ShowMode = 'new' | 'refined' | 'similar' | 'more';

/** Why a person is asked to take over. */
export type HandoffReason = 'requested' | 'order' | 'complaint' | 'anger' | 'misunderstood' | 'safety';

/** Understood, and nothing here can do it: said so, and a person is offered. */
export type CannotDo = Extract<
  CommandType,
  | 'reorder'
  | 'availability'
  | 'price'
  | 'ask-policy'
  | 'basket'
  | 'checkout'
  | 'order-status'
  | 'cancel-order'
  | 'return'
  | 'exchange'
  | 'change-address'
  | 'personal-data'
>;

/** What the assistant does next. Decided by `src/dialogue`, carried out by `src/chat`. */
export type Act =
  | {
      readonly type: 'show';
      readonly mode: ShowMode;
      readonly need: Need;
      /** Never shown: the reference of "like that", everything already seen for "more". */
      readonly exclude: readonly string[];
    }
  /** Counts over the whole shop. */
  | ({ readonly type: 'tally' } & AskedQuestion)
  | { readonly type: 'compare'; readonly productIds: readonly string[] }
  | { readonly type: 'explain'; readonly productId: string }
  | { readonly type: 'without-reasons' }
  | { readonly type: 'goes-with'; readonly productId: string; readonly limits: readonly Constraint[] }
  | { readonly type: 'history'; readonly wish: HistoryWish }
  | {
      readonly type: 'answer';
      readonly productId: string;
      readonly attribute?: string;
      readonly question: string;
    }
  /** Looked up in the shop's documents. */
  | ({ readonly type: 'policy' } & PolicyQuestion)
  /** The reference fits several products, or none: asked back, never guessed. */
  | { readonly type: 'clarify'; readonly options: readonly ShownProduct[] }
  | { readonly type: 'handoff'; readonly reason: HandoffReason }
  | { readonly type: 'cannot'; readonly about: CannotDo }
  | OrderAct
  | BasketAct
  | SetAct
  | { readonly type: 'preferences'; readonly outcome: 'set' | 'forgotten' | 'told' }
  | { readonly type: 'small-talk'; readonly about: CommandOf<'small-talk'>['about'] }
  | { readonly type: 'unsafe'; readonly kind: CommandOf<'unsafe'>['kind'] }
  /** Yes, no or anything, with nothing that it could answer. */
  | { readonly type: 'acknowledge' }
  | { readonly type: 'greet' }
  | { readonly type: 'thank' }
  | { readonly type: 'goodbye' }
  | { readonly type: 'reset' }
  | { readonly type: 'decline' };
