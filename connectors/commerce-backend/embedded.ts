import type {
  Basket,
  BasketWrite,
  Buyer,
  CommerceWrite,
  Order,
  OrderWrite,
} from '../../src/domain/commerce.ts';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import type { Database, Query } from '../../src/ports/database.ts';
import { checkoutAddress } from './embedded/checkout-address.ts';
import { decideAccountAddress } from './embedded/decide-address.ts';
import { type BasketLimits, decideBasketWrite } from './embedded/decide-basket-write.ts';
import { decideOrderWrite } from './embedded/decide-order-write.ts';
import { type Decision, type KeptOrder, refused, toPreview } from './embedded/decision.ts';
import { freeVariants } from './embedded/free-pieces.ts';
import { priceBasket } from './embedded/price-basket.ts';
import {
  applyChange,
  forgetOldBaskets,
  readAccount,
  readBasket,
  readOrder,
  readOrders,
} from './embedded/records.ts';
import { findWrite, keepWrite } from './embedded/write-once.ts';
import type { VariantsOf } from './offered-variants.ts';

export interface EmbeddedCommerceOptions {
  readonly database: Database;
  readonly rules: ShopRules;
  /** What the shop sells just now. */
  readonly variantsOf: VariantsOf;
  /** The product that a variant is of; when absent a variant of another product is one that does not exist. */
  readonly productOf?: (variantId: string) => Promise<string | undefined>;
  readonly limits: BasketLimits & {
    /** How long the pieces of a basket are held after it was last changed. */
    readonly reservationMinutes: number;
    /** Baskets nobody changed for so long are forgotten. */
    readonly basketDays: number;
  };
  /** Where the shop takes payment; "{items}" in it stands for the basket, see `checkoutAddress`. */
  readonly checkoutUrl?: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Baskets and orders beside the catalogue. A write is decided and done in one transaction with its key: after `kill -9` it took place whole
 * or not at all, and once.
 */
export function createEmbeddedCommerce(options: EmbeddedCommerceOptions): CommerceBackend {
  const { database, rules, limits, clock } = options;
  const basketOf = async (query: Query, buyer: Buyer): Promise<Basket> =>
    await priceBasket(await readBasket(query, buyer.shopperId), buyer.market, options.variantsOf);
  return {
    name: 'embedded',
    abilities: new Set<CommerceWrite['type']>([
      'add-line',
      'set-quantity',
      'clear-basket',
      ...(Object.keys(rules.writes) as OrderWrite['type'][]),
    ]),
    basket: (buyer, signal) => attempt(signal, () => basketOf(database.query, buyer)),
    account: (customerId, signal) => attempt(signal, () => readAccount(database.query, customerId)),
    orders: (customerId, limit, signal) =>
      attempt(signal, async () => (await readOrders(database.query, customerId, limit)).map(toOrder)),
    order: (customerId, orderNumber, signal) =>
      attempt(signal, async () => {
        const order = await readOrder(database.query, customerId, orderNumber);
        return order && toOrder(order);
      }),
    preview: (write, buyer, signal) =>
      attempt(signal, async () => toPreview(write, await decide(database.query, write, buyer, options))),
    write: (write, buyer, { idempotencyKey, digest, signal }) =>
      attempt(signal, () =>
        database.transaction(async (query) => {
          const done = await findWrite(query, idempotencyKey, write, buyer);
          if (done !== undefined) return done;
          const decision = await decide(query, write, buyer, options);
          const preview = toPreview(write, decision);
          if (decision.kind !== 'allowed' || preview.kind !== 'allowed') return preview;
          if (digest !== undefined && digest !== preview.digest) return preview;
          const nowMs = clock();
          const heldUntilMs = nowMs + limits.reservationMinutes * MINUTE_MS;
          await forgetOldBaskets(query, nowMs - limits.basketDays * DAY_MS);
          await applyChange(query, decision.change, { shopperId: buyer.shopperId, nowMs, heldUntilMs });
          await keepWrite(query, idempotencyKey, { write, buyer, preview, nowMs });
          return preview;
        }),
      ),
    checkout: (buyer, signal) =>
      attempt(signal, async () =>
        checkoutAddress(options.checkoutUrl, await basketOf(database.query, buyer)),
      ),
    close: async () => {},
  };
}

/** The market is for prices here, and nobody else's. */
const toOrder = ({ market: _, ...order }: KeptOrder): Order => order;

async function decide(
  query: Query,
  write: BasketWrite | OrderWrite,
  buyer: Buyer,
  options: EmbeddedCommerceOptions,
): Promise<Decision> {
  const { rules, limits, productOf } = options;
  const nowMs = options.clock();
  const { shopperId, customerId } = buyer;
  const variantsFor = (market: string, holder?: string) => (productId: string) =>
    freeVariants(query, options.variantsOf, {
      productId,
      market,
      nowMs,
      ...(holder === undefined ? {} : { holder }),
    });
  if (write.type === 'add-line' || write.type === 'set-quantity' || write.type === 'clear-basket') {
    const { lines } = await priceBasket(await readBasket(query, shopperId), buyer.market, options.variantsOf);
    return await decideBasketWrite(write, {
      lines,
      limits,
      variantsOf: variantsFor(buyer.market, shopperId),
    });
  }
  if (customerId === undefined) return refused('not-signed-in');
  const account = (await readAccount(query, customerId)) ?? { customerId, methods: [] };
  if (write.type === 'change-account-address') return decideAccountAddress(write, account, rules);
  const order = await readOrder(query, customerId, write.orderNumber);
  if (order === undefined) return refused('no-such-order');
  const { market = buyer.market } = order;
  return await decideOrderWrite(write, {
    order,
    account,
    rules,
    nowMs,
    variantsOf: variantsFor(market),
    ...(productOf === undefined ? {} : { productOf }),
  });
}

/** A fault of the database is one of the order system to whoever asks it. */
async function attempt<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  try {
    return await work();
  } catch (cause) {
    if (!isAssistantError(cause) || cause.code !== 'DATABASE_FAILED') throw cause;
    throw new AssistantError('COMMERCE_FAILED', 'Baskets and orders could not be read or written', { cause });
  }
}
