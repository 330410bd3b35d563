import * as z from 'zod';
import type { BasketLine, BasketWrite, Buyer, WritePreview } from '../../../src/domain/commerce.ts';
import { type BasketLimits, decideBasketWrite } from '../embedded/decide-basket-write.ts';
import { refused, toPreview, type Undecided } from '../embedded/decision.ts';
import { type Cart, cartShape, toCart } from './cart.ts';
import { READ_CART } from './cart-documents.ts';
import { hasMark, markOf, withMark } from './cart-marks.ts';
import type { CartStore } from './cart-store.ts';
import { type CartAccess, changeCart, createCart, moveCart, toCartChange } from './change-cart.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { readVariants, type ShopifyVariant } from './read-variants.ts';
import { failed } from './request-faults.ts';
import type { KnownIds } from './shop-ids.ts';
import type { WriteLedger } from './write-ledger.ts';

export interface BasketOptions {
  readonly storefront: GraphqlClient;
  readonly known: KnownIds;
  readonly carts: CartStore;
  readonly limits: BasketLimits;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Carts of the Storefront API as baskets. Writes of one buyer must come one after another. */
export interface Baskets {
  /** Undefined when there is none, or Shopify has forgotten it. */
  find(buyer: Buyer, signal: AbortSignal): Promise<Cart | undefined>;
  preview(write: BasketWrite, buyer: Buyer, signal: AbortSignal): Promise<WritePreview>;
  write(
    write: BasketWrite,
    buyer: Buyer,
    options: {
      readonly key: string;
      readonly digest?: string;
      readonly ledger: WriteLedger;
      readonly signal: AbortSignal;
    },
  ): Promise<WritePreview>;
}

const readShape = z.object({ cart: cartShape.nullable() });

export function createBaskets({ storefront, known, carts, limits, clock }: BasketOptions): Baskets {
  async function find({ shopperId }: Buyer, signal: AbortSignal): Promise<Cart | undefined> {
    signal.throwIfAborted();
    const cartId = await carts.find(shopperId);
    if (cartId === undefined) return undefined;
    const { cart } = await storefront.read({
      document: READ_CART,
      variables: { cartId },
      shape: readShape,
      signal,
    });
    return cart === null ? undefined : await toCart(cart, known);
  }

  async function decide(write: BasketWrite, cart: Cart | undefined, buyer: Buyer, signal: AbortSignal) {
    const seen: ShopifyVariant[] = [];
    const decision = await decideBasketWrite(write, {
      lines: cart?.lines ?? [],
      limits,
      async variantsOf(productId) {
        const variants = await readVariants(productId, { storefront, known, market: buyer.market, signal });
        seen.push(...variants);
        return variants;
      },
    });
    return { decision, seen };
  }

  return {
    find,
    async preview(write, buyer, signal) {
      const { decision } = await decide(write, await find(buyer, signal), buyer, signal);
      return toPreview(write, withoutGids(decision));
    },
    async write(write, buyer, { key, digest, ledger, signal }) {
      const access: CartAccess = { storefront, known, signal };
      const mark = markOf(key);
      const begun = await ledger.find(key);
      if (begun?.state === 'done') return begun.preview;
      let cart = await find(buyer, signal);
      if (begun !== undefined && hasMark(cart, mark)) {
        await ledger.keep(key, { ...begun, state: 'done' });
        return begun.preview;
      }
      if (cart?.country !== undefined && cart.country !== buyer.market) {
        const moved = await moveCart(cart, buyer.market, access);
        if (moved.kind === 'answered') cart = moved.cart;
      }
      const { decision, seen } = await decide(write, cart, buyer, signal);
      const preview = toPreview(write, withoutGids(decision));
      if (decision.kind !== 'allowed' || preview.kind !== 'allowed') return preview;
      if (digest !== undefined && digest !== preview.digest) return preview;
      const wanted = decision.change.basket ?? [];
      const change = toCartChange(cart, wanted, (line) => merchandiseOf(line, seen));
      await ledger.keep(key, { state: 'begun', preview });
      const attributes = withMark(cart, mark);
      if (cart !== undefined || change.add.length > 0) {
        const outcome =
          cart === undefined
            ? await createCart(change, attributes, buyer.market, access)
            : await changeCart(cart, change, attributes, access);
        if (outcome.kind === 'answered') await carts.keep(buyer.shopperId, outcome.cart.id, clock());
        const against =
          outcome.kind === 'refused'
            ? toRefusal(outcome.codes)
            : await takeBackPart(cart, outcome.cart, wanted, access);
        if (against !== undefined) {
          await ledger.drop(key);
          return against;
        }
      }
      await ledger.keep(key, { state: 'done', preview });
      return preview;
    },
  };
}

/** Effects and digests tell nothing of what Shopify calls a line. */
function withoutGids(
  decision: Awaited<ReturnType<typeof decideBasketWrite>>,
): Awaited<ReturnType<typeof decideBasketWrite>> {
  if (decision.kind !== 'allowed') return decision;
  return {
    ...decision,
    effects: decision.effects.map((effect) => {
      if (effect.kind !== 'line-in' && effect.kind !== 'line-out') return effect;
      const { gid: _, ...line } = effect.line as typeof effect.line & { readonly gid?: string };
      return { ...effect, line };
    }),
  };
}

function merchandiseOf(line: BasketLine, seen: readonly ShopifyVariant[]): string {
  const variant = seen.find(({ variantId }) => variantId === line.variantId);
  if (variant === undefined) throw failed('sells no such variant');
  return variant.gid;
}

/**
 * Shopify puts as many pieces into a cart as there are, and calls that a success with a warning. Fewer than wanted is a refusal here: what
 * was put in is taken out again.
 */
async function takeBackPart(
  before: Cart | undefined,
  after: Cart,
  wanted: readonly BasketLine[],
  access: CartAccess,
): Promise<Undecided | undefined> {
  const pieces = (lines: readonly BasketLine[] | undefined, variantId: string) =>
    (lines ?? []).reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), 0);
  const short = wanted.find(({ variantId }) => pieces(after.lines, variantId) < pieces(wanted, variantId));
  if (short === undefined) return undefined;
  const had = pieces(before?.lines, short.variantId);
  const left = Math.max(0, pieces(after.lines, short.variantId) - had);
  const back = toCartChange(
    after,
    after.lines.flatMap((line) => {
      const quantity = before?.lines.find((known) => known.lineId === line.lineId)?.quantity ?? 0;
      return quantity === 0 ? [] : [{ ...line, quantity }];
    }),
    () => short.variantId,
  );
  await changeCart(after, back, after.attributes, access);
  return refused('out-of-stock', { left });
}

const toRefusal = (codes: readonly string[]): Undecided =>
  refused(codes.some((code) => code.startsWith('INVALID_MERCHANDISE')) ? 'no-such-variant' : 'not-offered');
