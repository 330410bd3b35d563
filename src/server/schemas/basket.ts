import * as z from 'zod';
import { identifier } from './text.ts';

/** More pieces at once are refused before the shop is asked; its own limit may be lower. */
const MOST_PIECES = 999;

export const linePath = z.object({ conversationId: identifier(), lineId: identifier() });

export const addLineSchema = z
  .strictObject({
    productId: identifier(),
    variantId: identifier()
      .exactOptional()
      .meta({ description: 'May be left out where the product has one variant' }),
    quantity: z.int().min(1).max(MOST_PIECES).default(1),
    listId: identifier().exactOptional().meta({
      description: 'The list it was chosen from, as `list_id` of an event: what is learned of lists needs it',
    }),
  })
  .meta({ id: 'AddLineRequest' });

export const quantitySchema = z
  .strictObject({ quantity: z.int().min(0).max(MOST_PIECES).meta({ description: '0 takes the line out' }) })
  .meta({ id: 'QuantityRequest' });

export const checkoutSchema = z
  .object({ url: z.string().meta({ description: "The shop's checkout with this basket in it" }) })
  .meta({ id: 'Checkout' });
