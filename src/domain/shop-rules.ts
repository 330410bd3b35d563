import type { OrderStatus, OrderWrite } from './commerce.ts';

/** Which ways of paying a write accepts: one the order was paid by, a gift card of the customer, or any of theirs. */
export type AcceptedMethods = 'any' | readonly ('original' | 'gift-card')[];

/** What the shop allows of one kind of write. Everything that is said holds at once. */
export interface WriteRule {
  /** What the order must be; any status when absent. */
  readonly from?: readonly OrderStatus[];
  /** Reasons that are accepted, as the shop words them; one must be given. Any, or none, when absent. */
  readonly reasons?: readonly string[];
  /** Days from delivery; an order whose delivery is not dated is not too late. */
  readonly withinDays?: number;
  /** Not a second time for one order. */
  readonly once?: boolean;
  /** Also for an order whose lines were replaced; true when absent. */
  readonly afterReplacing?: boolean;
  /** Where money may go to or come from; any when absent. */
  readonly methods?: AcceptedMethods;
  /** A line may be changed for the same again, as for a broken one. */
  readonly sameVariant?: boolean;
}

/** Days until money is there. */
export interface RefundDays {
  readonly from: number;
  readonly to: number;
}

/** What a shop allows its customers to do with their orders. A write that is not named is not offered. */
export interface ShopRules {
  readonly writes: Readonly<Partial<Record<OrderWrite['type'], WriteRule>>>;
  /** By kind of the method; at once for a kind that is not named. */
  readonly refundDays: Readonly<Record<string, RefundDays>>;
}
