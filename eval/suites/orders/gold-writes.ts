import type { Buyer, Order, OrderWrite } from '../../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../../src/ports/commerce-backend.ts';
import type { RawAction } from './raw-shop.ts';
import { lineIdsOf, TAU_MARKET, toAddress } from './tau-retail.ts';

/** A call of a tool of tau_retail as a write, and who makes it. */
export interface GoldWrite {
  readonly write: OrderWrite;
  readonly buyer: Buyer;
}

export const buyerFor = (customerId: string): Buyer => ({
  shopperId: `customer:${customerId}`,
  customerId,
  market: TAU_MARKET,
});

/** Every tool that changes something. */
export const WRITING_TOOLS: ReadonlySet<string> = new Set([
  'cancel_pending_order',
  'modify_pending_order_address',
  'modify_pending_order_payment',
  'modify_pending_order_items',
  'modify_user_address',
  'return_delivered_order_items',
  'exchange_delivered_order_items',
]);

/**
 * A call as the customer would make it whom the order is of.
 *
 * @param ownerOf The customer of an order.
 * @returns undefined for a call that only reads, and for an order nobody knows.
 */
export async function toGoldWrite(
  action: RawAction,
  backend: Pick<CommerceBackend, 'order'>,
  {
    ownerOf,
    signal,
  }: { readonly ownerOf: (orderNumber: string) => string | undefined; readonly signal: AbortSignal },
): Promise<GoldWrite | undefined> {
  const { name, arguments: given } = action;
  if (!WRITING_TOOLS.has(name)) return undefined;
  const text = (key: string) => String(given[key] ?? '');
  if (name === 'modify_user_address')
    return {
      buyer: buyerFor(text('user_id')),
      write: { type: 'change-account-address', address: addressIn(text) },
    };
  const orderNumber = text('order_id');
  const owner = ownerOf(orderNumber);
  const order = owner === undefined ? undefined : await backend.order(owner, orderNumber, signal);
  return order && { buyer: buyerFor(order.customerId), write: orderWrite(action, order) };
}

function orderWrite({ name, arguments: given }: RawAction, order: Order): OrderWrite {
  const { orderNumber } = order;
  const text = (key: string) => String(given[key] ?? '');
  const list = (key: string) => (Array.isArray(given[key]) ? given[key].map(String) : []);
  const lineIds = lineIdsOf(order.lines, list('item_ids'));
  const methodId = text('payment_method_id');
  const next = list('new_item_ids');
  const replacements =
    next.length === lineIds.length
      ? lineIds.map((lineId, index) => ({ lineId, variantId: next[index] ?? '' }))
      : [{ lineId: 'lists of different length', variantId: '' }];
  switch (name) {
    case 'cancel_pending_order':
      return { type: 'cancel-order', orderNumber, reason: text('reason') };
    case 'modify_pending_order_address':
      return { type: 'change-order-address', orderNumber, address: addressIn(text) };
    case 'modify_pending_order_payment':
      return { type: 'change-payment', orderNumber, methodId };
    case 'return_delivered_order_items':
      return { type: 'return-lines', orderNumber, lineIds, methodId };
    case 'modify_pending_order_items':
      return { type: 'replace-lines', orderNumber, replacements, methodId };
    default:
      return { type: 'exchange-lines', orderNumber, replacements, methodId };
  }
}

const addressIn = (text: (key: string) => string) =>
  toAddress({
    address1: text('address1'),
    address2: text('address2'),
    city: text('city'),
    country: text('country'),
    state: text('state'),
    zip: text('zip'),
  });
