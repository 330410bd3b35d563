import type {
  Basket,
  BasketWrite,
  Buyer,
  CommerceWrite,
  CustomerAccount,
  Order,
  OrderWrite,
  WritePreview,
} from '../domain/commerce.ts';

/**
 * Where baskets and orders live: the embedded one beside the catalogue, or the shop's own system. It holds the shop's rules; what they
 * refuse is a value, never an error. An order of somebody else and one that is not there are the same.
 *
 * Fails with COMMERCE_UNAVAILABLE (not reached, too slow) or COMMERCE_FAILED (answered with a fault); after either of a `write` nobody
 * knows whether it took place, until it is read again.
 */
export interface CommerceBackend {
  /** "embedded", "shopify". */
  readonly name: string;
  /** Writes it can do at all; others are for a person. */
  readonly abilities: ReadonlySet<CommerceWrite['type']>;
  basket(buyer: Buyer, signal: AbortSignal): Promise<Basket>;
  account(customerId: string, signal: AbortSignal): Promise<CustomerAccount | undefined>;
  /** Newest first. */
  orders(customerId: string, limit: number, signal: AbortSignal): Promise<readonly Order[]>;
  order(customerId: string, orderNumber: string, signal: AbortSignal): Promise<Order | undefined>;
  /** What a write would do now, by the rules of now; for the buyer's own orders only. */
  preview(write: BasketWrite | OrderWrite, buyer: Buyer, signal: AbortSignal): Promise<WritePreview>;
  /**
   * Does it once for all calls with the same key, also after a crash between the two; refuses what `preview` would refuse. That it returned
   * says nothing about what changed: whoever wants to speak of it reads again.
   *
   * @param options.idempotencyKey Of this effect alone; kept for at least 72 h. CONFLICT when it was used for another write.
   * @param options.digest Of the preview that was agreed to. When another one holds now, nothing is done, and the one of now is returned.
   */
  write(
    write: CommerceWrite,
    buyer: Buyer,
    options: { readonly idempotencyKey: string; readonly digest?: string; readonly signal: AbortSignal },
  ): Promise<WritePreview>;
  /** Where the buyer pays: an address of the shop; undefined when there is none, or nothing to pay for. */
  checkout(buyer: Buyer, signal: AbortSignal): Promise<{ readonly url: string } | undefined>;
  close(): Promise<void>;
}
