import type { CommandOf } from './command.ts';
import type { OrderWrite } from './commerce.ts';
import type { OpenForm, OpenProposal } from './dialogue-state.ts';

/** What is wanted of an order, before it is known which one. */
export type OrderWish = Extract<
  OrderWrite['type'],
  | 'cancel-order'
  | 'return-lines'
  | 'exchange-lines'
  | 'change-order-address'
  | 'change-payment'
  | 'change-account-address'
>;

/** What is done about orders. Only `order-confirm` changes anything, and only by a proposal of the turn before. */
export type OrderAct =
  | { readonly type: 'order-status'; readonly orderNumber?: string }
  | { readonly type: 'order-wish'; readonly wish: OrderWish; readonly orderNumber?: string }
  /** An answer to what was asked; the values are labels of the form, or free words. */
  | { readonly type: 'order-answer'; readonly form: OpenForm; readonly values: readonly string[] }
  /** What was said answers nothing of what was asked. */
  | { readonly type: 'order-ask-again'; readonly form: OpenForm }
  | { readonly type: 'order-confirm'; readonly proposal: OpenProposal }
  /** A no to a proposal or a form. */
  | { readonly type: 'order-withdraw' }
  /** Something that has nothing to do with the proposal or the form. */
  | { readonly type: 'order-lapse' }
  | { readonly type: 'reorder'; readonly query: string }
  | { readonly type: 'personal-data'; readonly wish: CommandOf<'personal-data'>['wish'] };
