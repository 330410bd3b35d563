import type { BasketWrite, CommerceWrite, OrderWrite } from '../../src/domain/commerce.ts';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import type { Database } from '../../src/ports/database.ts';
import type { BasketLimits } from './embedded/decide-basket-write.ts';
import { refused } from './embedded/decision.ts';
import { createAbilityCheck, possibleWrites } from './shopify/admin-scopes.ts';
import { createBaskets } from './shopify/baskets.ts';
import { toBasket } from './shopify/cart.ts';
import { createCartStore } from './shopify/cart-store.ts';
import type { GraphqlClient } from './shopify/graphql-client.ts';
import { inTurn } from './shopify/in-turn.ts';
import { openAdmin, openStorefront, type ShopifyPlace } from './shopify/open-apis.ts';
import { createOrderWrites } from './shopify/order-writes.ts';
import { createOrderReader } from './shopify/read-orders.ts';
import { readVariants } from './shopify/read-variants.ts';
import type { KnownIds } from './shopify/shop-ids.ts';
import { createWriteLedger } from './shopify/write-ledger.ts';

export interface ShopifyCommerceOptions extends ShopifyPlace {
  /** Keeps which cart is whose, and keys of writes. */
  readonly database: Database;
  readonly known: KnownIds;
  /** The product that a variant of the catalogue is of. */
  readonly productOf: (variantId: string) => Promise<string | undefined>;
  readonly rules: ShopRules;
  readonly limits: BasketLimits & {
    /** Carts nobody changed for so long are forgotten. */
    readonly basketDays: number;
  };
  /** Between two looks at whether an order is cancelled. */
  readonly pollMs?: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

const POLL_MS = 500;

/**
 * Baskets and orders of a Shopify shop: what the shop's rules allow is done there, once for each key. Writes of one buyer wait for each
 * other; a process of its own for each data directory makes that enough.
 */
export function createShopifyCommerce(options: ShopifyCommerceOptions): CommerceBackend {
  const { database, known, limits, clock } = options;
  const storefront = openStorefront(options);
  const baskets = createBaskets({
    storefront,
    known,
    carts: createCartStore(database, { keptDays: limits.basketDays }),
    limits,
    clock,
  });
  const abilities = new Set<CommerceWrite['type']>(['add-line', 'set-quantity', 'clear-basket']);
  const orders = openOrders(options, storefront, abilities);
  const oneByOne = inTurn();
  return {
    name: 'shopify',
    abilities,
    basket: async (buyer, signal) => toBasket(await baskets.find(buyer, signal)),
    account: async (customerId, signal) => (await orders?.reader.account(customerId, signal))?.account,
    orders: async (customerId, limit, signal) =>
      ((await orders?.reader.orders(customerId, limit, signal)) ?? []).map(({ order }) => order),
    order: async (customerId, number, signal) =>
      (await orders?.reader.order(customerId, number, signal))?.order,
    async preview(write, buyer, signal) {
      signal.throwIfAborted();
      if (isBasketWrite(write)) return await baskets.preview(write, buyer, signal);
      if (orders === undefined || !(await orders.isAble(write.type, signal))) return refused('not-offered');
      return await orders.writes.preview(write, buyer, signal);
    },
    write: (write, buyer, { idempotencyKey, digest, signal }) =>
      oneByOne(buyer.shopperId, async () => {
        signal.throwIfAborted();
        const ledger = createWriteLedger(database, { write, buyer, nowMs: clock() });
        const told = { key: idempotencyKey, ledger, signal, ...(digest === undefined ? {} : { digest }) };
        if (isBasketWrite(write)) return await baskets.write(write, buyer, told);
        if (orders === undefined || !(await orders.isAble(write.type, signal))) return refused('not-offered');
        return await orders.writes.write(write, buyer, told);
      }),
    async checkout(buyer, signal) {
      const cart = await baskets.find(buyer, signal);
      if (cart === undefined || cart.lines.length === 0) return undefined;
      return URL.parse(cart.checkoutUrl)?.protocol === 'https:' ? { url: cart.checkoutUrl } : undefined;
    },
    close: async () => {},
  };
}

/** Undefined without a token for them. */
function openOrders(
  options: ShopifyCommerceOptions,
  storefront: GraphqlClient,
  abilities: Set<CommerceWrite['type']>,
) {
  const { known, rules, productOf, pollMs = POLL_MS, clock } = options;
  const admin = openAdmin(options);
  if (admin === undefined) return undefined;
  for (const type of possibleWrites(Object.keys(rules.writes) as OrderWrite['type'][])) abilities.add(type);
  const reader = createOrderReader(admin, known);
  const writes = createOrderWrites({
    admin,
    reader,
    rules,
    variantsOf: (productId, market, signal) => readVariants(productId, { storefront, known, market, signal }),
    productOf,
    pollMs,
    clock,
  });
  return { reader, writes, isAble: createAbilityCheck(admin, abilities) };
}

const isBasketWrite = (write: BasketWrite | OrderWrite): write is BasketWrite =>
  write.type === 'add-line' || write.type === 'set-quantity' || write.type === 'clear-basket';
