import * as z from 'zod';
import { ORDER_STATUSES } from '../../domain/commerce.ts';

const money = z.object({ amountMinor: z.int(), currency: z.string(), formatted: z.string() });

export const orderSchema = z
  .object({
    orderNumber: z.string(),
    status: z.enum(ORDER_STATUSES),
    statusLabel: z.string(),
    placedAt: z.string().optional(),
    deliveredAt: z.string().optional(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        productId: z.string(),
        title: z.string(),
        options: z.string(),
        quantity: z.int(),
        unitPrice: money,
      }),
    ),
    address: z.array(z.string()),
    shipments: z.array(
      z.object({
        trackingIds: z.array(z.string()),
        carrier: z.string().optional(),
        url: z.string().optional(),
        lineIds: z.array(z.string()),
      }),
    ),
    payments: z.array(z.object({ kind: z.enum(['payment', 'refund']), amount: money })),
  })
  .meta({ id: 'Order' });

export const confirmationSchema = z
  .object({
    proposalId: z.string(),
    effects: z.array(z.string()),
    confirmMessage: z.string(),
    cancelMessage: z.string(),
  })
  .meta({ id: 'Confirmation' });
