import * as z from 'zod';
import type { BasketLine } from '../../../src/domain/commerce.ts';
import { type Cart, cartShape, toCart } from './cart.ts';
import { ADD_LINES, CREATE_CART, REMOVE_LINES, UPDATE_COUNTRY, UPDATE_LINES } from './cart-documents.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { failed } from './request-faults.ts';
import type { KnownIds } from './shop-ids.ts';

export interface CartAccess {
  readonly storefront: GraphqlClient;
  readonly known: KnownIds;
  readonly signal: AbortSignal;
}

/** How the lines of a cart differ from those wanted: pieces of new variants, other quantities, lines that go. */
export interface CartChange {
  readonly add: readonly { readonly merchandiseId: string; readonly quantity: number }[];
  readonly update: readonly { readonly id: string; readonly quantity: number }[];
  readonly remove: readonly string[];
}

export type CartOutcome =
  | { readonly kind: 'answered'; readonly cart: Cart }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] };

const payload = z.object({
  cart: cartShape.nullable(),
  userErrors: z.array(z.object({ code: z.string().nullish() })),
});

/** @param merchandiseId The gid of a variant that is new in the cart. */
export function toCartChange(
  cart: Cart | undefined,
  wanted: readonly BasketLine[],
  merchandiseId: (line: BasketLine) => string,
): CartChange {
  const present = cart?.lines ?? [];
  const isSame = (a: BasketLine, b: BasketLine) => a.lineId === b.lineId;
  return {
    add: wanted
      .filter((line) => !present.some((known) => isSame(known, line)))
      .map((line) => ({ merchandiseId: merchandiseId(line), quantity: line.quantity })),
    update: present.flatMap((known) => {
      const next = wanted.find((line) => isSame(known, line));
      return next === undefined || next.quantity === known.quantity
        ? []
        : [{ id: known.gid, quantity: next.quantity }];
    }),
    remove: present.filter((known) => !wanted.some((line) => isSame(known, line))).map(({ gid }) => gid),
  };
}

/** Sends the one kind of change there is, with the attributes; nothing for no change. @returns The cart after it. */
export async function changeCart(
  cart: Cart,
  { add, update, remove }: CartChange,
  attributes: readonly { readonly key: string; readonly value: string }[],
  access: CartAccess,
): Promise<CartOutcome> {
  const common = { cartId: cart.id, attributes };
  if (add.length > 0) return await send('cartLinesAdd', ADD_LINES, { ...common, lines: add }, access);
  if (update.length > 0)
    return await send('cartLinesUpdate', UPDATE_LINES, { ...common, lines: update }, access);
  if (remove.length > 0)
    return await send('cartLinesRemove', REMOVE_LINES, { ...common, lineIds: remove }, access);
  return { kind: 'answered', cart };
}

/** A new cart with its first lines, at the prices of a country. */
export const createCart = (
  { add }: CartChange,
  attributes: readonly { readonly key: string; readonly value: string }[],
  market: string,
  access: CartAccess,
): Promise<CartOutcome> =>
  send(
    'cartCreate',
    CREATE_CART,
    { input: { lines: add, attributes, buyerIdentity: { countryCode: market } } },
    access,
  );

/** The cart at the prices of another country. */
export const moveCart = ({ id: cartId }: Cart, market: string, access: CartAccess): Promise<CartOutcome> =>
  send('cartBuyerIdentityUpdate', UPDATE_COUNTRY, { cartId, buyerIdentity: { countryCode: market } }, access);

async function send(
  field: string,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  { storefront, known, signal }: CartAccess,
): Promise<CartOutcome> {
  const shape = z.object({ [field]: payload.nullable() });
  const answer = (await storefront.write({ document, variables, shape, signal }))[field];
  if (answer === null || answer === undefined) throw failed('answered a change of a cart with nothing');
  const { cart, userErrors } = answer;
  if (userErrors.length > 0)
    return { kind: 'refused', codes: userErrors.map(({ code }) => code ?? 'UNKNOWN') };
  if (cart === null) throw failed('answered a change of a cart without the cart');
  return { kind: 'answered', cart: await toCart(cart, known) };
}
