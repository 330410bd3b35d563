import type { Money } from './money.ts';

/** Who buys. Without a proved customer there is a basket, and nothing else. */
export interface Buyer {
  /** "customer:…" or "visitor:…": whose basket it is. */
  readonly shopperId: string;
  /** Proved by a token of the shop. */
  readonly customerId?: string;
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
}

/** What sets a variant apart, as the shop writes it: `{ size: 'M', color: 'red' }`. */
export type VariantOptions = Readonly<Record<string, string>>;

export interface BasketLine {
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly options: VariantOptions;
  /** Integer >= 1. */
  readonly quantity: number;
  readonly unitPrice: Money;
}

export interface Basket {
  /** In the order in which they were put in. */
  readonly lines: readonly BasketLine[];
  /** Sum of the lines; absent when there are none. */
  readonly total?: Money;
}

export interface PostalAddress {
  readonly name?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  /** State, province or canton. */
  readonly region?: string;
  readonly postalCode: string;
  /** As the shop writes it: a code or a name. */
  readonly country: string;
}

export interface PaymentMethod {
  readonly methodId: string;
  readonly kind: 'card' | 'wallet' | 'gift-card' | 'invoice' | 'other';
  /** What may be shown: "Visa, ending in 9212". */
  readonly label: string;
  /** Of a gift card. */
  readonly balance?: Money;
}

export const ORDER_STATUSES = [
  'pending',
  'processed',
  'shipped',
  'delivered',
  'cancelled',
  'return-requested',
  'exchange-requested',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderLine {
  /** Unique in the order. */
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  readonly options: VariantOptions;
  readonly quantity: number;
  readonly unitPrice: Money;
}

export interface Shipment {
  readonly trackingIds: readonly string[];
  readonly carrier?: string;
  readonly url?: string;
  readonly lineIds: readonly string[];
}

export interface OrderPayment {
  readonly kind: 'payment' | 'refund';
  readonly amount: Money;
  readonly methodId: string;
}

/** A line and what it is exchanged for. */
export interface LineReplacement {
  readonly lineId: string;
  /** Of the same product; empty while it is to be chosen: `preview` then asks for it. */
  readonly variantId: string;
}

export interface Order {
  readonly orderNumber: string;
  readonly customerId: string;
  readonly placedAtMs?: number;
  readonly deliveredAtMs?: number;
  readonly status: OrderStatus;
  readonly lines: readonly OrderLine[];
  readonly address: PostalAddress;
  readonly shipments: readonly Shipment[];
  /** Oldest first. */
  readonly payments: readonly OrderPayment[];
  /** Its lines were replaced before it was sent. */
  readonly replaced?: boolean;
  readonly cancelReason?: string;
  readonly returning?: { readonly lineIds: readonly string[]; readonly methodId: string };
  readonly exchanging?: {
    readonly replacements: readonly LineReplacement[];
    readonly methodId: string;
    /** What the new ones cost more, < 0 when they cost less, minor units. */
    readonly differenceMinor: number;
  };
}

export interface CustomerAccount {
  readonly customerId: string;
  readonly name?: string;
  readonly email?: string;
  readonly address?: PostalAddress;
  readonly methods: readonly PaymentMethod[];
}

export type BasketWrite =
  | {
      readonly type: 'add-line';
      readonly productId: string;
      readonly variantId: string;
      readonly quantity: number;
    }
  /** 0 removes the line. */
  | { readonly type: 'set-quantity'; readonly lineId: string; readonly quantity: number }
  | { readonly type: 'clear-basket' };

/** What changes an order or an account. What is left out is asked for by `preview`. */
export type OrderWrite =
  | { readonly type: 'cancel-order'; readonly orderNumber: string; readonly reason?: string }
  | {
      readonly type: 'return-lines';
      readonly orderNumber: string;
      readonly lineIds?: readonly string[];
      readonly methodId?: string;
    }
  /** Of a delivered order. */
  | {
      readonly type: 'exchange-lines';
      readonly orderNumber: string;
      readonly replacements?: readonly LineReplacement[];
      readonly methodId?: string;
    }
  /** Of an order that was not sent yet. */
  | {
      readonly type: 'replace-lines';
      readonly orderNumber: string;
      readonly replacements?: readonly LineReplacement[];
      readonly methodId?: string;
    }
  | {
      readonly type: 'change-order-address';
      readonly orderNumber: string;
      readonly address?: PostalAddress;
    }
  | { readonly type: 'change-payment'; readonly orderNumber: string; readonly methodId?: string }
  | { readonly type: 'change-account-address'; readonly address?: PostalAddress };

export type CommerceWrite = BasketWrite | OrderWrite;

/** Why the shop's rules do not allow a write. */
export type Refusal =
  | 'not-signed-in'
  | 'no-such-order'
  | 'no-such-line'
  | 'no-such-variant'
  | 'no-such-method'
  | 'wrong-status'
  | 'already-changed'
  | 'too-late'
  | 'reason-not-accepted'
  | 'method-not-accepted'
  | 'balance-too-low'
  | 'another-product'
  | 'same-variant'
  | 'out-of-stock'
  | 'not-offered';

/** One thing that a write brings about: what the shopper agrees to. Amounts are >= 0. */
export type WriteEffect =
  | {
      readonly kind: 'status';
      readonly orderNumber: string;
      readonly from: OrderStatus;
      readonly to: OrderStatus;
    }
  | { readonly kind: 'line-out'; readonly line: OrderLine }
  | { readonly kind: 'line-in'; readonly line: OrderLine }
  /** `days`: until the money is there; absent when at once or not stated. */
  | {
      readonly kind: 'refund';
      readonly amount: Money;
      readonly to: PaymentMethod;
      readonly days?: { readonly from: number; readonly to: number };
    }
  | { readonly kind: 'charge'; readonly amount: Money; readonly by: PaymentMethod }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'address'; readonly address: PostalAddress }
  /** It cannot be changed a second time. */
  | { readonly kind: 'final' };

/** A choice that is still open, with what may be chosen. */
export type MissingChoice =
  | { readonly field: 'reason'; readonly options: readonly string[] }
  | { readonly field: 'lines'; readonly options: readonly OrderLine[] }
  | {
      readonly field: 'replacement';
      readonly line: OrderLine;
      /** Of the same product, in stock. */
      readonly options: readonly {
        readonly variantId: string;
        readonly options: VariantOptions;
        readonly unitPrice: Money;
      }[];
    }
  | { readonly field: 'method'; readonly options: readonly PaymentMethod[] }
  | { readonly field: 'address' };

/** What a write would do just now. Nothing is written by asking. */
export type WritePreview =
  | {
      readonly kind: 'allowed';
      readonly effects: readonly WriteEffect[];
      /** Of write and effects: another digest later means that something else would happen. */
      readonly digest: string;
    }
  | { readonly kind: 'incomplete'; readonly missing: MissingChoice }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** What the rule speaks of: the status the order has, the reasons there are, the pieces left. */
      readonly facts?: Readonly<Record<string, string | number>>;
    };
