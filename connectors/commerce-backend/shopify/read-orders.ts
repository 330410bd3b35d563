import * as z from 'zod';
import type { CustomerAccount } from '../../../src/domain/commerce.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { FIND_ORDER, READ_CUSTOMER, READ_ORDERS } from './order-documents.ts';
import { addressShape, type OrderAnswer, orderShape, transactionShape } from './order-shape.ts';
import { toMethods } from './payments.ts';
import { toPostalAddress } from './postal-address.ts';
import { gidOf, type KnownIds } from './shop-ids.ts';
import { orderNumberOf, type ShopifyOrder, toOrder } from './to-order.ts';

export interface ShopifyAccount {
  readonly account: CustomerAccount;
  /** Of the usual address. */
  readonly addressGid?: string;
}

/** Customers are named by numbers or gids; whoever is neither is nobody. */
export interface OrderReader {
  account(customerId: string, signal: AbortSignal): Promise<ShopifyAccount | undefined>;
  /** Newest first; of orders with more than 25 lines the first 25. */
  orders(customerId: string, limit: number, signal: AbortSignal): Promise<readonly ShopifyOrder[]>;
  order(customerId: string, orderNumber: string, signal: AbortSignal): Promise<ShopifyOrder | undefined>;
}

const LIST = { lines: 25, parcels: 5, returns: 3 };
const ONE = { lines: 100, parcels: 20, returns: 10 };
const PAGE_ORDERS = 5;

/** What an order is called; anything else could change the meaning of the search. */
const NAME = /^[\p{L}\p{N}._-]{1,40}$/u;

const ordersShape = z.object({
  customer: z
    .object({
      id: z.string(),
      orders: z.object({
        nodes: z.array(orderShape),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      }),
    })
    .nullable(),
});

const customerShape = z.object({
  customer: z
    .object({
      id: z.string(),
      displayName: z.string().nullish(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
      defaultAddress: addressShape.nullish(),
      orders: z.object({ nodes: z.array(z.object({ transactions: z.array(transactionShape) })) }),
    })
    .nullable(),
});

export function createOrderReader(admin: GraphqlClient, known: KnownIds): OrderReader {
  /** Whatever Shopify answers: an order of somebody else is no order. */
  const own = (orders: readonly OrderAnswer[], customerGid: string) =>
    orders.filter(({ customer }) => customer?.id === customerGid);

  return {
    async account(customerId, signal) {
      signal.throwIfAborted();
      const gid = gidOf('Customer', customerId);
      if (gid === undefined) return undefined;
      const variables = { customerId: gid };
      const answer = await admin.read({ document: READ_CUSTOMER, variables, shape: customerShape, signal });
      const { customer } = answer;
      if (customer === null || customer.id !== gid) return undefined;
      const { displayName, defaultEmailAddress, defaultAddress, orders } = customer;
      return {
        account: {
          customerId,
          ...(displayName ? { name: displayName } : {}),
          ...(defaultEmailAddress ? { email: defaultEmailAddress.emailAddress } : {}),
          ...(defaultAddress ? { address: toPostalAddress(defaultAddress) } : {}),
          methods: toMethods(orders.nodes.flatMap(({ transactions }) => transactions)),
        },
        ...(defaultAddress ? { addressGid: defaultAddress.id } : {}),
      };
    },

    async orders(customerId, limit, signal) {
      signal.throwIfAborted();
      const gid = gidOf('Customer', customerId);
      if (gid === undefined) return [];
      const found: OrderAnswer[] = [];
      let after: string | null | undefined;
      do {
        const first = Math.min(PAGE_ORDERS, limit - found.length);
        const { customer }: z.output<typeof ordersShape> = await admin.read({
          document: READ_ORDERS,
          variables: { customerId: gid, first, after: after ?? null, ...LIST },
          shape: ordersShape,
          signal,
        });
        if (customer === null || customer.id !== gid) break;
        const { nodes, pageInfo } = customer.orders;
        found.push(...nodes);
        after = pageInfo.hasNextPage && nodes.length > 0 ? pageInfo.endCursor : undefined;
      } while (after && found.length < limit);
      return await Promise.all(own(found, gid).map((order) => toOrder(order, customerId, known)));
    },

    async order(customerId, orderNumber, signal) {
      signal.throwIfAborted();
      const gid = gidOf('Customer', customerId);
      const number = orderNumberOf(orderNumber);
      if (gid === undefined || !NAME.test(number)) return undefined;
      const variables = { customerId: gid, query: `name:"${number}"`, ...ONE };
      const { customer } = await admin.read({ document: FIND_ORDER, variables, shape: ordersShape, signal });
      if (customer === null || customer.id !== gid) return undefined;
      const order = own(customer.orders.nodes, gid).find(
        ({ name }) => orderNumberOf(name).toLowerCase() === number.toLowerCase(),
      );
      return order === undefined ? undefined : await toOrder(order, customerId, known);
    },
  };
}
