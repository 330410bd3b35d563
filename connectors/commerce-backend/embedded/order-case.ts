import type { CustomerAccount } from '../../../src/domain/commerce.ts';
import type { ShopRules } from '../../../src/domain/shop-rules.ts';
import type { KeptOrder } from './decision.ts';
import type { FreeVariant } from './free-pieces.ts';

/** What a decision about an order is made of; it reads nothing else. */
export interface OrderCase {
  /** Of the customer who asks. */
  readonly order: KeptOrder;
  readonly account: CustomerAccount;
  readonly rules: ShopRules;
  readonly nowMs: number;
  /** Variants of a product as the market of the order is offered them now. */
  readonly variantsOf: (productId: string) => Promise<readonly FreeVariant[]>;
  /** The product that a variant is of; absent when nobody can tell. */
  readonly productOf?: (variantId: string) => Promise<string | undefined>;
}
