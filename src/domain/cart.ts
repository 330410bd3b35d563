import type { Money } from './money.ts';

export type FormattedMoney = Money & { readonly formatted: string };

export interface CartLineView {
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly title: string;
  /** Of the variant, or else of the product. */
  readonly imageUrl?: string;
  /** What sets the variant apart, in the shopper's language. */
  readonly options: readonly {
    readonly attribute: string;
    readonly label: string;
    readonly value: string;
  }[];
  /** Integer >= 1. */
  readonly quantity: number;
  readonly unitPrice: FormattedMoney;
  readonly total: FormattedMoney;
}

/** The basket as an answer carries it: read from the shop's system, never remembered. */
export interface CartView {
  /** In the order in which they were put in. */
  readonly lines: readonly CartLineView[];
  /** Pieces in all lines. */
  readonly pieces: number;
  /** Absent when there are no lines. */
  readonly total?: FormattedMoney;
  /** Lines that this turn put in, changed or took out; empty when nothing changed. */
  readonly changedLineIds: readonly string[];
  /** Where it is paid for: an address that the shop's system gave for this turn. */
  readonly checkoutUrl?: string;
}
