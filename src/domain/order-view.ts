import type { OrderStatus } from './commerce.ts';
import type { Money } from './money.ts';

type ShownMoney = Money & { readonly formatted: string };

/** An order as an answer carries it, words and figures in the shopper's language. */
export interface OrderView {
  readonly orderNumber: string;
  readonly status: OrderStatus;
  readonly statusLabel: string;
  /** ISO 8601. */
  readonly placedAt?: string;
  readonly deliveredAt?: string;
  readonly lines: readonly {
    readonly lineId: string;
    readonly productId: string;
    readonly title: string;
    /** "M, red"; empty where there is nothing to choose. */
    readonly options: string;
    readonly quantity: number;
    readonly unitPrice: ShownMoney;
  }[];
  /** Line by line, as an envelope has it. */
  readonly address: readonly string[];
  readonly shipments: readonly {
    readonly trackingIds: readonly string[];
    readonly carrier?: string;
    /** https. */
    readonly url?: string;
    readonly lineIds: readonly string[];
  }[];
  readonly payments: readonly { readonly kind: 'payment' | 'refund'; readonly amount: ShownMoney }[];
}

/** What waits for a yes: it does exactly these things, and nothing is done without it. */
export interface Confirmation {
  readonly proposalId: string;
  /** As they stand in the reply. */
  readonly effects: readonly string[];
  /** Messages that say yes and no. */
  readonly confirmMessage: string;
  readonly cancelMessage: string;
}
