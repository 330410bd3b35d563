import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';

const address = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});

const options = z.record(z.string(), z.string());

const variant = z.object({ item_id: z.string(), options, available: z.boolean(), price: z.number() });

const product = z.object({
  name: z.string(),
  product_id: z.string(),
  variants: z.record(z.string(), variant),
});

const method = z.discriminatedUnion('source', [
  z.object({ source: z.literal('paypal'), id: z.string() }),
  z.object({
    source: z.literal('credit_card'),
    id: z.string(),
    brand: z.string(),
    last_four: z.string(),
  }),
  z.object({ source: z.literal('gift_card'), id: z.string(), balance: z.number() }),
]);

const user = z.object({
  user_id: z.string(),
  name: z.object({ first_name: z.string(), last_name: z.string() }),
  address,
  email: z.string(),
  payment_methods: z.record(z.string(), method),
  orders: z.array(z.string()),
});

const order = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address,
  items: z.array(
    z.object({
      name: z.string(),
      product_id: z.string(),
      item_id: z.string(),
      price: z.number(),
      options,
    }),
  ),
  status: z.string(),
  fulfillments: z.array(z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) })),
  payment_history: z.array(
    z.object({
      transaction_type: z.enum(['payment', 'refund']),
      amount: z.number(),
      payment_method_id: z.string(),
    }),
  ),
  cancel_reason: z.string().exactOptional(),
  return_items: z.array(z.string()).exactOptional(),
  return_payment_method_id: z.string().exactOptional(),
  exchange_items: z.array(z.string()).exactOptional(),
  exchange_new_items: z.array(z.string()).exactOptional(),
  exchange_payment_method_id: z.string().exactOptional(),
  exchange_price_difference: z.number().exactOptional(),
});

const shop = z.object({
  products: z.record(z.string(), product),
  users: z.record(z.string(), user),
  orders: z.record(z.string(), order),
});

const action = z.object({
  name: z.string(),
  arguments: z.record(z.string(), z.unknown()).nullish(),
});

const task = z.object({
  id: z.union([z.string(), z.number()]),
  evaluation_criteria: z.object({ actions: z.array(action).nullish() }).nullish(),
});

/** The database of tau_retail as it is published; amounts are dollars. */
export type RawShop = z.output<typeof shop>;
export type RawOrder = z.output<typeof order>;
export type RawUser = z.output<typeof user>;
export type RawMethod = z.output<typeof method>;
export type RawAddress = z.output<typeof address>;

/** A call of one of its tools. */
export interface RawAction {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface RawTask {
  readonly id: string;
  /** What is right to do, in order; reading among it. */
  readonly actions: readonly RawAction[];
}

export const readRawShop = (file: string): RawShop => shop.parse(readJson(file));

export const readRawTasks = (file: string): RawTask[] =>
  z
    .array(task)
    .parse(readJson(file))
    .map(({ id, evaluation_criteria: criteria }) => ({
      id: String(id),
      actions: (criteria?.actions ?? []).map(({ name, arguments: given }) => ({
        name,
        arguments: given ?? {},
      })),
    }));

/** Plain or gzip. */
function readJson(file: string): unknown {
  const bytes = readFileSync(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse((isGzip ? gunzipSync(bytes) : bytes).toString('utf8'));
}
