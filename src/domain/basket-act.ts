import type { ProductReference } from './command.ts';
import type { Constraint } from './need.ts';

/** Which line of the basket is meant; it is found in the basket as it is then. */
export interface LineReference {
  readonly reference: ProductReference;
  /** What it points at on the screen. */
  readonly productId?: string;
  /** The basket was read out just before: "the second" is its second line. */
  readonly isOfBasket: boolean;
}

/** What is done with the basket. Products were shown in this conversation, all of them. */
export type BasketAct =
  | { readonly type: 'basket'; readonly action: 'show' | 'ask-clear' | 'clear' }
  | {
      readonly type: 'basket';
      readonly action: 'add';
      readonly productId: string;
      /** Integer >= 1; one when absent. */
      readonly quantity?: number;
      /** What was said of the variant. */
      readonly constraints: readonly Constraint[];
    }
  | {
      readonly type: 'basket';
      readonly action: 'change' | 'remove';
      /** At least one. */
      readonly lines: readonly LineReference[];
      /** Of `change` how many there are then, of `remove` how many less; all of them when absent. */
      readonly quantity?: number;
      /** Of `change`: the variant that takes the place. */
      readonly constraints: readonly Constraint[];
    }
  | { readonly type: 'checkout' };

/** Whether an act changes anything that is not this conversation's: it is carried out once, and never for a guess. */
export const changesBasket = (act: { readonly type: string; readonly action?: string }): boolean =>
  act.type === 'basket' && act.action !== 'show' && act.action !== 'ask-clear';
