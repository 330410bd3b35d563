import * as z from 'zod';
import type { CustomerAccount, Order } from '../../domain/commerce.ts';
import { currencyExponent, type Money } from '../../domain/money.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { CapableTool } from './allow-tools.ts';
import { defineTool } from './define-tool.ts';

const MOST_ORDERS = 20;
const LONGEST_NUMBER = 60;
/** Answered alike for an order of somebody else. */
const NO_SUCH_ORDER = { error: 'no-such-order' };

export const orderNumberSchema = z.string().min(1).max(LONGEST_NUMBER);

/** The customer's own orders, newest first, without what is in them in detail. */
export const lookUpOrders = ({ commerce, buyer }: OrderDesk): CapableTool =>
  defineTool({
    name: 'look_up_orders',
    description: "The customer's own orders, newest first: number, status, day, titles.",
    capabilities: ['private'],
    parameters: z.object({}),
    async answer(_, signal) {
      const orders = await commerce.orders(buyer.customerId, MOST_ORDERS, signal);
      return orders.map(({ orderNumber, status, placedAtMs, lines }) => ({
        orderNumber,
        status,
        ...dayOf('placed', placedAtMs),
        titles: lines.map(({ title }) => title),
      }));
    },
  });

/** One of the customer's own orders, with what its changes need: lines, address, payments and the ways to pay. */
export const lookUpOrder = ({ commerce, buyer }: OrderDesk): CapableTool =>
  defineTool({
    name: 'look_up_order',
    description:
      "One of the customer's own orders with its lines, address and payments, and the customer's ways to pay.",
    capabilities: ['private'],
    parameters: z.object({ orderNumber: orderNumberSchema }),
    async answer({ orderNumber }, signal) {
      const order = await commerce.order(buyer.customerId, orderNumber, signal);
      if (order === undefined) return NO_SUCH_ORDER;
      return { order: told(order), account: toldAccount(await commerce.account(buyer.customerId, signal)) };
    },
  });

const told = ({ orderNumber, status, placedAtMs, deliveredAtMs, lines, address, payments }: Order) => ({
  orderNumber,
  status,
  ...dayOf('placed', placedAtMs),
  ...dayOf('delivered', deliveredAtMs),
  lines: lines.map(({ unitPrice, ...line }) => ({ ...line, unitPrice: amountOf(unitPrice) })),
  address,
  payments: payments.map(({ amount, ...payment }) => ({ ...payment, amount: amountOf(amount) })),
});

const toldAccount = (account: CustomerAccount | undefined) => ({
  address: account?.address ?? null,
  methods: (account?.methods ?? []).map(({ balance, ...method }) => ({
    ...method,
    ...(balance === undefined ? {} : { balance: amountOf(balance) }),
  })),
});

/** "12.50 EUR": a model reads it rightly in every currency. */
export function amountOf({ amountMinor, currency }: Money): string {
  const digits = currencyExponent(currency);
  return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`;
}

const dayOf = (name: 'placed' | 'delivered', atMs: number | undefined) =>
  atMs === undefined ? {} : { [name]: new Date(atMs).toISOString().slice(0, 10) };
