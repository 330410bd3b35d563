import type {
  BasketLine,
  CommerceWrite,
  CustomerAccount,
  Order,
  Refusal,
  WriteEffect,
  WritePreview,
} from '../../../src/domain/commerce.ts';
import { writeDigest } from './write-digest.ts';

/** An order as it is kept here. */
export interface KeptOrder extends Order {
  /** Whose prices hold when a piece is replaced: ISO 3166-1 alpha-2; the buyer's when absent. */
  readonly market?: string;
}

/** What is put in place of what was. What is absent stays. */
export interface Change {
  readonly order?: KeptOrder;
  readonly account?: CustomerAccount;
  /** All lines of the basket. */
  readonly basket?: readonly BasketLine[];
  /** Pieces that the order takes beyond those it came with: more, or fewer, than before; "none" when it takes no more. */
  readonly promised?: 'none' | readonly PromisedPieces[];
}

export interface PromisedPieces {
  readonly productId: string;
  readonly variantId: string;
  /** < 0 for pieces that are given back. */
  readonly quantity: number;
}

/** A preview that knows how to come true. */
export type Decision =
  | { readonly kind: 'allowed'; readonly effects: readonly WriteEffect[]; readonly change: Change }
  | Undecided;

/** What keeps a write from being done. */
export type Undecided = Exclude<WritePreview, { readonly kind: 'allowed' }>;

export const refused = (refusal: Refusal, facts?: Readonly<Record<string, string | number>>): Undecided => ({
  kind: 'refused',
  refusal,
  ...(facts === undefined ? {} : { facts }),
});

/** Without the change: what may be told. */
export function toPreview(write: CommerceWrite, decision: Decision): WritePreview {
  if (decision.kind !== 'allowed') return decision;
  const { effects } = decision;
  return { kind: 'allowed', effects, digest: writeDigest({ write, effects }) };
}
