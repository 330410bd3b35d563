import * as z from 'zod';
import type { CustomerAccount } from '../../../src/domain/commerce.ts';
import { ORDER_STATUSES } from '../../../src/domain/commerce.ts';
import { currencyExponent, isCurrency, type Money, toMinorUnits } from '../../../src/domain/money.ts';
import { visibleText } from '../../../src/domain/visible-text.ts';
import type { KeptOrder } from './decision.ts';

const MOST_MINOR = 1_000_000_000_000;

const id = z.string().trim().min(1).max(200);
const text = z.string().transform(visibleText).pipe(z.string().trim().max(500));
const words = z.string().transform(visibleText).pipe(z.string().trim().min(1).max(500));
const currency = z.string().refine(isCurrency, 'is no ISO 4217 currency');
const instant = z.iso.datetime({ offset: true }).transform((value) => Date.parse(value));

/** `{ "amount": "47.84", "currency": "USD" }` or `{ "amountMinor": 4784, "currency": "USD" }`. */
const money = z
  .union([
    z.strictObject({ amountMinor: z.int().min(0).max(MOST_MINOR), currency }),
    z.strictObject({
      amount: z.string().regex(/^\d{1,12}(?:\.\d+)?$/, 'must be a decimal like "47.84"'),
      currency,
    }),
  ])
  .transform((value, context): Money => {
    if ('amountMinor' in value) return value;
    const digits = value.amount.split('.')[1]?.length ?? 0;
    if (digits > currencyExponent(value.currency))
      context.addIssue(`has more decimals than ${value.currency} has`);
    return { amountMinor: toMinorUnits(Number(value.amount), value.currency), currency: value.currency };
  });

const address = z.object({
  name: text.exactOptional(),
  line1: words,
  line2: text.exactOptional(),
  city: words,
  region: text.exactOptional(),
  postalCode: words,
  country: words,
});

const method = z.object({
  methodId: id,
  kind: z.enum(['card', 'wallet', 'gift-card', 'invoice', 'other']),
  label: words,
  balance: money.exactOptional(),
});

const line = z.object({
  lineId: id,
  productId: id,
  variantId: id,
  title: words,
  options: z.record(text, text).default({}),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: money,
});

const lineIds = z.array(id).min(1);

const shipment = z.object({
  trackingIds: z.array(id).default([]),
  carrier: text.exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  lineIds,
});

const accountRow = z
  .object({
    type: z.literal('account'),
    customerId: id,
    name: text.exactOptional(),
    email: text.exactOptional(),
    address: address.exactOptional(),
    methods: z.array(method).default([]),
  })
  .refine(({ methods }) => isUnique(methods.map(({ methodId }) => methodId)), {
    path: ['methods'],
    message: 'two have the same methodId',
  });

const orderRow = z
  .object({
    type: z.literal('order'),
    orderNumber: id,
    customerId: id,
    market: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a country code like "US"')
      .exactOptional(),
    placedAt: instant.exactOptional(),
    deliveredAt: instant.exactOptional(),
    status: z.enum(ORDER_STATUSES),
    lines: z.array(line).min(1).max(1_000),
    address,
    shipments: z.array(shipment).default([]),
    payments: z
      .array(z.object({ kind: z.enum(['payment', 'refund']), amount: money, methodId: id }))
      .default([]),
    replaced: z.boolean().exactOptional(),
    cancelReason: text.exactOptional(),
    returning: z.object({ lineIds, methodId: id }).exactOptional(),
    exchanging: z
      .object({
        replacements: z.array(z.object({ lineId: id, variantId: id })).min(1),
        methodId: id,
        differenceMinor: z.int(),
      })
      .exactOptional(),
  })
  .superRefine(({ lines, shipments, payments, returning, exchanging }, context) => {
    const known = lines.map(({ lineId }) => lineId);
    if (!isUnique(known))
      context.addIssue({ code: 'custom', path: ['lines'], message: 'two have the same lineId' });
    const named = [
      ...shipments.flatMap((parcel) => parcel.lineIds),
      ...(returning?.lineIds ?? []),
      ...(exchanging?.replacements ?? []).map(({ lineId }) => lineId),
    ];
    const unknown = named.find((lineId) => !known.includes(lineId));
    if (unknown !== undefined)
      context.addIssue({ code: 'custom', message: `there is no line "${unknown.slice(0, 60)}"` });
    const currencies = [...lines.map(({ unitPrice }) => unitPrice), ...payments.map(({ amount }) => amount)];
    if (new Set(currencies.map((amount) => amount.currency)).size > 1)
      context.addIssue({ code: 'custom', message: 'prices and payments are of several currencies' });
  });

/** One row of a file, told apart by `type`, so that the faults told are those of its kind. */
export const recordSchema = z.discriminatedUnion('type', [accountRow, orderRow]);

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export type AccountRow = z.output<typeof accountRow>;
export type OrderRow = z.output<typeof orderRow>;

export const toAccount = ({ type: _, ...account }: AccountRow): CustomerAccount => account;

export const toKeptOrder = ({ type: _, placedAt, deliveredAt, ...order }: OrderRow): KeptOrder => ({
  ...order,
  ...(placedAt === undefined ? {} : { placedAtMs: placedAt }),
  ...(deliveredAt === undefined ? {} : { deliveredAtMs: deliveredAt }),
});
