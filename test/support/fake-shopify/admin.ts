import type { CommerceShop } from '../commerce-shop.ts';
import { type Args, argumentsOf, type Resolvers } from './execute.ts';
import {
  type FakeAddress,
  type FakeCustomer,
  type FakeOrder,
  fakeCustomers,
  fakeOrders,
} from './fake-orders.ts';
import type { FakeVariant } from './fake-shop.ts';
import { createOrderEdits } from './order-edits.ts';

interface ReturnInput {
  readonly orderId: string;
  readonly returnLineItems: readonly { readonly fulfillmentLineItemId: string; readonly quantity: number }[];
  readonly exchangeLineItems?: readonly { readonly variantId: string; readonly quantity: number }[];
}

const NOW = '2026-11-23T12:00:00Z';

export const FAKE_SCOPES = [
  'read_orders',
  'write_orders',
  'write_returns',
  'write_order_edits',
  'write_customers',
];

/** Customers and orders as the Admin API keeps them. A cancellation takes effect after it is answered. */
export function createAdmin(shop: CommerceShop, variants: readonly FakeVariant[]) {
  const customers = fakeCustomers(shop);
  const orders = fakeOrders(shop, customers, variants);
  const scopes = [...FAKE_SCOPES];
  const orderOf = (id: unknown) => orders.find((order) => order.id === id);
  const refusal = (message: string) => ({ userErrors: [{ code: 'INVALID', field: ['id'], message }] });
  const edits = createOrderEdits(orders, variants);
  /** Looks at an order until a cancellation that was begun is done. */
  let looksUntilCancelled = 0;
  const cancelling = new Map<FakeOrder, number>();

  function toOrderAnswer(order: FakeOrder): unknown {
    const { sent, deliveredAt, trackingIds, returns, lineItems } = order;
    return {
      ...order,
      lineItems: { nodes: lineItems },
      fulfillments:
        sent.length === 0
          ? []
          : [
              {
                displayStatus: deliveredAt === null ? 'IN_TRANSIT' : 'DELIVERED',
                deliveredAt,
                trackingInfo: trackingIds.map((number) => ({ number, company: null, url: null })),
                fulfillmentLineItems: { nodes: sent },
              },
            ],
      returns: {
        nodes: returns.map((made) => ({
          ...made,
          returnLineItems: {
            nodes: made.returnLineItems.map(({ quantity, fulfillmentLineItemId }) => ({
              quantity,
              fulfillmentLineItem: sent.find(({ id }) => id === fulfillmentLineItemId),
            })),
          },
          exchangeLineItems: { nodes: made.exchangeLineItems },
        })),
      },
    };
  }

  function finishCancellations(): void {
    for (const [order, looks] of cancelling) {
      if (looks > 0) {
        cancelling.set(order, looks - 1);
        continue;
      }
      cancelling.delete(order);
      order.cancelledAt = NOW;
      order.transactions = [
        ...order.transactions,
        ...order.transactions.map((paid) => ({ ...paid, id: `${paid.id}0`, kind: 'REFUND' })),
      ];
    }
  }

  /** As the API does: only orders of the customer, newest first, and those that a search by name finds. */
  function ordersOf(customer: FakeCustomer, { first, after, query }: Args): unknown {
    finishCancellations();
    const name = /^name:"([^"]+)"$/.exec(String(query ?? ''))?.[1];
    const own = orders
      .filter((order) => order.customer === customer)
      .filter((order) => name === undefined || order.name.toLowerCase().includes(name.toLowerCase()))
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    const from = after === null || after === undefined ? 0 : Number(after);
    const until = from + Number(first);
    return {
      nodes: own.slice(from, until).map(toOrderAnswer),
      pageInfo: { hasNextPage: own.length > until, endCursor: String(until) },
    };
  }

  function returnLines(input: unknown, status: string): unknown {
    const { orderId, returnLineItems, exchangeLineItems = [] } = input as ReturnInput;
    const order = orderOf(orderId);
    const isReturnable = returnLineItems.every(({ fulfillmentLineItemId, quantity }) => {
      const sent = order?.sent.find(({ id }) => id === fulfillmentLineItemId);
      const back = (order?.returns ?? [])
        .flatMap((made) => made.returnLineItems)
        .filter((line) => line.fulfillmentLineItemId === fulfillmentLineItemId)
        .reduce((sum, line) => sum + line.quantity, 0);
      return sent !== undefined && quantity + back <= sent.quantity;
    });
    if (order === undefined || order.cancelledAt !== null || !isReturnable)
      return { return: null, ...refusal('Return line items are not returnable') };
    const id = `gid://shopify/Return/${order.returns.length + 1}`;
    order.returns.push({ id, status, returnLineItems, exchangeLineItems });
    return { return: { id, status }, userErrors: [] };
  }

  const resolvers = (): Resolvers => ({
    shop: () => ({ name: 'Fake shop' }),
    currentAppInstallation: () => ({ accessScopes: scopes.map((handle) => ({ handle })) }),
    customer: ({ id }, field) => {
      const customer = customers.find((known) => known.id === id);
      return customer === undefined
        ? null
        : { ...customer, orders: ordersOf(customer, argumentsOf(field, 'orders')) };
    },
    orderCancel: ({ orderId, staffNote }) => {
      const order = orderOf(orderId);
      if (order === undefined || order.cancelledAt !== null || order.sent.length > 0 || cancelling.has(order))
        return { job: null, orderCancelUserErrors: refusal('Cannot cancel the order').userErrors };
      cancelling.set(order, looksUntilCancelled);
      order.cancellation = { staffNote: String(staffNote ?? '') };
      return { job: { id: 'gid://shopify/Job/1', done: false }, orderCancelUserErrors: [] };
    },
    returnRequest: ({ input }) => returnLines(input, 'REQUESTED'),
    returnCreate: ({ returnInput }) => returnLines(returnInput, 'OPEN'),
    orderUpdate: ({ input }) => {
      const { id, shippingAddress } = input as { id: string; shippingAddress: Record<string, string> };
      const order = orderOf(id);
      if (order === undefined) return { order: null, ...refusal('There is no such order') };
      order.shippingAddress = readAddress(shippingAddress, order.shippingAddress.id);
      return { order: { id }, userErrors: [] };
    },
    customerAddressCreate: (args) => putAddress(args, 'gid://shopify/MailingAddress/900'),
    customerAddressUpdate: (args) => putAddress(args, String(args.addressId)),
    ...edits,
  });

  function putAddress({ customerId, address }: Args, id: string): unknown {
    const customer = customers.find((known) => known.id === customerId);
    if (customer === undefined) return { address: null, ...refusal('There is no such customer') };
    customer.defaultAddress = readAddress(address as unknown as Record<string, string>, id);
    return { address: { id }, userErrors: [] };
  }

  return {
    orders,
    resolvers,
    scopes,
    /** A cancellation is seen only after so many looks. */
    delayCancellations(looks: number) {
      looksUntilCancelled = looks;
    },
  };
}

const readAddress = (input: Readonly<Record<string, string>>, id: string): FakeAddress => ({
  id,
  name: [input.firstName, input.lastName].filter(Boolean).join(' ') || null,
  address1: input.address1 ?? '',
  address2: input.address2 || null,
  city: input.city ?? '',
  provinceCode: input.provinceCode ?? null,
  zip: input.zip ?? '',
  countryCodeV2: input.countryCode ?? '',
});
