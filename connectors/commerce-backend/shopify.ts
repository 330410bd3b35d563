import type { BasketWrite, CommerceWrite, OrderWrite } from '../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import type { Database } from '../../src/ports/database.ts';
import type { BasketLimits } from './embedded/decide-basket-write.ts';
import { refused } from './embedded/decision.ts';
import { createBaskets } from './shopify/baskets.ts';
import { toBasket } from './shopify/cart.ts';
import { createCartStore } from './shopify/cart-store.ts';
import { createGraphqlClient } from './shopify/graphql-client.ts';
import { inTurn } from './shopify/in-turn.ts';
import type { KnownIds } from './shopify/shop-ids.ts';
import { createWriteLedger } from './shopify/write-ledger.ts';

export interface ShopifyCommerceOptions {
  /** "https://shop.myshopify.com"; http on this machine alone. */
  readonly url: string;
  /** "2026-07". */
  readonly apiVersion: string;
  readonly storefrontToken: string;
  /** For one request. */
  readonly timeoutMs: number;
  /** Keeps which cart is whose, and keys of writes. */
  readonly database: Database;
  readonly known: KnownIds;
  readonly limits: BasketLimits & {
    /** Carts nobody changed for so long are forgotten. */
    readonly basketDays: number;
  };
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Baskets and orders of a Shopify shop. */
export function createShopifyCommerce(options: ShopifyCommerceOptions): CommerceBackend {
  const { url, apiVersion, storefrontToken, timeoutMs, database, clock } = options;
  const storefront = createGraphqlClient({
    url: new URL(`/api/${apiVersion}/graphql.json`, url).href,
    headers: storefrontHeaders(storefrontToken),
    timeoutMs,
  });
  const baskets = createBaskets({
    storefront,
    known: options.known,
    carts: createCartStore(database, { keptDays: options.limits.basketDays }),
    limits: options.limits,
    clock,
  });
  const oneByOne = inTurn();
  return {
    name: 'shopify',
    abilities: new Set<CommerceWrite['type']>(['add-line', 'set-quantity', 'clear-basket']),
    basket: async (buyer, signal) => toBasket(await baskets.find(buyer, signal)),
    account: async () => undefined,
    orders: async () => [],
    order: async () => undefined,
    async preview(write, buyer, signal) {
      signal.throwIfAborted();
      return isBasketWrite(write) ? await baskets.preview(write, buyer, signal) : refused('not-offered');
    },
    write: (write, buyer, { idempotencyKey: key, digest, signal }) =>
      oneByOne(buyer.shopperId, async () => {
        signal.throwIfAborted();
        const ledger = createWriteLedger(database, { write, buyer, nowMs: clock() });
        if (!isBasketWrite(write)) return refused('not-offered');
        return await baskets.write(write, buyer, {
          key,
          ledger,
          signal,
          ...(digest === undefined ? {} : { digest }),
        });
      }),
    async checkout(buyer, signal) {
      const cart = await baskets.find(buyer, signal);
      if (cart === undefined || cart.lines.length === 0) return undefined;
      return URL.parse(cart.checkoutUrl)?.protocol === 'https:' ? { url: cart.checkoutUrl } : undefined;
    },
    close: async () => {},
  };
}

const isBasketWrite = (write: BasketWrite | OrderWrite): write is BasketWrite =>
  write.type === 'add-line' || write.type === 'set-quantity' || write.type === 'clear-basket';

/** Private tokens are told from public ones by how they begin; each has a header of its own. */
const storefrontHeaders = (token: string): Readonly<Record<string, string>> =>
  token.startsWith('shpat_')
    ? { 'Shopify-Storefront-Private-Token': token }
    : { 'X-Shopify-Storefront-Access-Token': token };
