import type { OrderWrite, Refusal, WriteEffect } from './commerce.ts';
import type { OpenForm } from './dialogue-state.ts';
import type { OrderView } from './order-view.ts';
import type { PlannedProduct } from './reply-plan.ts';

/** What was asked for of an order. */
export type OrderMatter = OrderWrite['type'] | 'order-status' | 'reorder';

/** What there is to say of orders: facts of the shop's system alone. */
export type OrderStep =
  | {
      readonly act: 'order-status';
      readonly order: OrderView;
      /** Other orders of the customer that were looked at. */
      readonly others: number;
    }
  /** Without a proved customer nothing is said of any order, not even whether there is one. */
  | { readonly act: 'order-sign-in'; readonly about: OrderMatter }
  /** Not there, or somebody else's: the same. */
  | { readonly act: 'order-unknown'; readonly orderNumber?: string }
  /** One thing that is still to be told. */
  | {
      readonly act: 'order-ask';
      readonly about: OrderMatter;
      readonly field: OpenForm['missing']['field'];
      readonly part?: 'line1' | 'postalCode' | 'city';
      readonly options: readonly string[];
      /** Of `replacement`: what is to be replaced. */
      readonly title?: string;
      /** What was said was none of it. */
      readonly again: boolean;
    }
  | {
      readonly act: 'order-proposal';
      readonly orderNumber?: string;
      readonly effects: readonly WriteEffect[];
      /** Something else than was shown before. */
      readonly changed: boolean;
    }
  /** What is different now, by reading again. */
  | { readonly act: 'order-done'; readonly orderNumber?: string; readonly effects: readonly WriteEffect[] }
  /** The shop's system took the write, and nothing is different. */
  | { readonly act: 'order-unchanged'; readonly orderNumber?: string }
  /** It is not known whether it took place. */
  | { readonly act: 'order-uncertain'; readonly orderNumber?: string }
  | {
      readonly act: 'order-refused';
      readonly about: OrderMatter;
      readonly refusal: Refusal;
      readonly facts: Readonly<Record<string, string | number>>;
      readonly orderNumber?: string;
    }
  | { readonly act: 'order-withdrawn' }
  /** What was open is let go, as what was said had nothing to do with it. */
  | { readonly act: 'order-lapsed' }
  /** What was bought before and is still sold, and the titles of what is not. */
  | {
      readonly act: 'reorder';
      readonly orderNumber?: string;
      readonly products: readonly PlannedProduct[];
      readonly gone: readonly string[];
    }
  | { readonly act: 'personal-data'; readonly wish: 'export' | 'delete'; readonly signedIn: boolean };
