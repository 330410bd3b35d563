import * as z from 'zod';

const amount = z.object({ amountMinor: z.int(), currency: z.string(), formatted: z.string() });

export const cartSchema = z
  .object({
    lines: z.array(
      z.object({
        lineId: z.string(),
        productId: z.string(),
        variantId: z.string(),
        title: z.string(),
        imageUrl: z.string().optional(),
        options: z.array(z.object({ attribute: z.string(), label: z.string(), value: z.string() })),
        quantity: z.int().min(1),
        unitPrice: amount,
        total: amount,
      }),
    ),
    pieces: z.int().min(0),
    total: amount.optional(),
    changedLineIds: z.array(z.string()).meta({
      description: 'Lines that were put in, changed or taken out by this; empty when nothing changed',
    }),
    checkoutUrl: z.string().optional().meta({ description: 'Where it is paid for' }),
  })
  .meta({ id: 'Cart' });
