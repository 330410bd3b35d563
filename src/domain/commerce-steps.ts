import type { CartLineView, CartView } from './cart.ts';

/** What became of a wish about the basket; everything is read from the shop's system after it. */
export type BasketStep = { readonly act: 'basket' } & (
  | { readonly told: 'contents'; readonly cart: CartView }
  /** Pieces of a line that are there now and were not before; `line.quantity` holds all of them. */
  | { readonly told: 'added'; readonly line: CartLineView; readonly pieces: number; readonly cart?: CartView }
  | {
      readonly told: 'changed';
      readonly line: CartLineView;
      readonly before: number;
      readonly cart?: CartView;
    }
  | { readonly told: 'removed'; readonly line: CartLineView; readonly cart?: CartView }
  | { readonly told: 'cleared' }
  /** The shop's system did not refuse, and nothing is different. @param line What was meant, as it is. */
  | { readonly told: 'unchanged'; readonly line?: CartLineView; readonly cart: CartView }
  /** It is not known whether it was done. @param cart What could be read since. */
  | { readonly told: 'unconfirmed'; readonly cart?: CartView }
  /** A variant is still to be chosen, of those in stock. */
  | {
      readonly told: 'choose';
      readonly title: string;
      readonly attribute: string;
      readonly attributeLabel: string;
      readonly choices: readonly string[];
      /** What was wanted and is sold out, or not made at all, as the shopper or the shop says it. */
      readonly without?: { readonly words: string; readonly reason: 'sold-out' | 'not-made' };
    }
  /** There is nothing of it to choose from. @param words What was wanted of it. */
  | {
      readonly told: 'cannot-be-had';
      readonly title: string;
      readonly reason: 'sold-out' | 'not-made' | 'not-offered' | 'not-allowed';
      readonly words?: string;
      /** The market, ISO 3166-1 alpha-2. */
      readonly country: string;
      /** What the basket holds of it already. */
      readonly line?: CartLineView;
    }
  /** Fewer pieces are there than were wanted. */
  | { readonly told: 'few-left'; readonly title: string; readonly left: number }
  | { readonly told: 'too-many'; readonly most: number }
  /** What was meant is not in the basket. */
  | { readonly told: 'not-in-basket'; readonly cart: CartView }
  /** Several lines could be meant. */
  | { readonly told: 'which-line'; readonly lines: readonly CartLineView[] }
  /** How many of it? */
  | { readonly told: 'how-many'; readonly line: CartLineView }
  /** A yes empties it. */
  | { readonly told: 'ask-clear'; readonly cart: CartView }
);

/** The shop takes it from here. */
export type CheckoutStep = { readonly act: 'checkout' } & (
  | { readonly told: 'ready'; readonly cart: CartView }
  | { readonly told: 'empty' }
  /** The shop's system gives no address to pay at. */
  | { readonly told: 'nowhere'; readonly cart: CartView }
);

/** The shop's system does not answer: nothing was looked at and nothing was changed. */
export interface CommerceUnavailableStep {
  readonly act: 'commerce-unavailable';
}

export type CommerceStep = BasketStep | CheckoutStep | CommerceUnavailableStep;
