import * as z from 'zod';
import type { Basket, BasketLine } from '../../../src/domain/commerce.ts';
import type { Money } from '../../../src/domain/money.ts';
import { money } from './money-shape.ts';
import { type KnownIds, numberOf, readOptions, toCatalogueIds } from './shop-ids.ts';

export const cartShape = z.object({
  id: z.string(),
  checkoutUrl: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.string().nullish() })),
  buyerIdentity: z.object({ countryCode: z.string().nullish() }),
  cost: z.object({ subtotalAmount: money }),
  lines: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        quantity: z.number().int(),
        cost: z.object({ amountPerQuantity: money }),
        merchandise: z.object({
          id: z.string(),
          selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
          product: z.object({ id: z.string(), handle: z.string(), title: z.string() }),
        }),
      }),
    ),
  }),
});

export type CartAnswer = z.output<typeof cartShape>;

/** A line with what Shopify calls it. The gid of a line tells the cart's secret: it stays in here. */
export interface CartLine extends BasketLine {
  readonly gid: string;
}

export interface Cart {
  /** A secret: whoever has it can change the cart. */
  readonly id: string;
  readonly checkoutUrl: string;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  /** ISO 3166-1 alpha-2, of the prices. */
  readonly country?: string;
  readonly lines: readonly CartLine[];
  readonly total: Money;
}

export async function toCart(answer: CartAnswer, known: KnownIds): Promise<Cart> {
  const country = answer.buyerIdentity.countryCode;
  return {
    id: answer.id,
    checkoutUrl: answer.checkoutUrl,
    attributes: answer.attributes.map(({ key, value }) => ({ key, value: value ?? '' })),
    ...(country === null || country === undefined ? {} : { country }),
    lines: await Promise.all(
      answer.lines.nodes
        .filter(({ quantity }) => quantity > 0)
        .map(async ({ id, quantity, cost, merchandise }): Promise<CartLine> => {
          const options = readOptions(merchandise.selectedOptions);
          const { product } = merchandise;
          return {
            gid: id,
            lineId: numberOf(id),
            ...(await toCatalogueIds({ id: merchandise.id, product, options }, known)),
            title: product.title,
            options,
            quantity,
            unitPrice: cost.amountPerQuantity,
          };
        }),
    ),
    total: answer.cost.subtotalAmount,
  };
}

/** What may be told of a cart; none is an empty basket. */
export function toBasket(cart: Cart | undefined): Basket {
  if (cart === undefined || cart.lines.length === 0) return { lines: [] };
  // Shopify puts new lines first.
  const lines = cart.lines.map(({ gid: _, ...line }) => line).toReversed();
  return { lines, total: cart.total };
}
