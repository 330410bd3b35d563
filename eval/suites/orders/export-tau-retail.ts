import type { CustomerAccount, Order } from '../../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../../src/ports/commerce-backend.ts';
import type { RawMethod, RawOrder, RawShop } from './raw-shop.ts';
import { REPLACED_STATUS, toDollars, toRawAddress } from './tau-retail.ts';

const MOST_ORDERS = 100_000;

/**
 * The state of a backend in the shape of tau_retail. What the backend does not hold (names in two parts, brands of cards, products) is of
 * the shop as it was imported; orders and accounts that are gone are missing here too.
 */
export async function exportTauRetail(
  raw: RawShop,
  backend: Pick<CommerceBackend, 'account' | 'orders'>,
  signal: AbortSignal,
): Promise<RawShop> {
  const users: Record<string, RawShop['users'][string]> = {};
  const orders: Record<string, RawOrder> = {};
  for (const user of Object.values(raw.users)) {
    const account = await backend.account(user.user_id, signal);
    if (account === undefined) continue;
    const { address = { line1: '', city: '', postalCode: '', country: '' } } = account;
    users[user.user_id] = {
      ...user,
      email: account.email ?? '',
      address: toRawAddress(address),
      payment_methods: rawMethods(user.payment_methods, account),
    };
    for (const order of await backend.orders(user.user_id, MOST_ORDERS, signal))
      orders[order.orderNumber] = rawOrder(order);
  }
  return { products: raw.products, users, orders };
}

function rawMethods(before: Readonly<Record<string, RawMethod>>, { methods }: CustomerAccount) {
  const kept: Record<string, RawMethod> = {};
  for (const { methodId, balance } of methods) {
    const method = before[methodId];
    if (method === undefined) continue;
    kept[methodId] =
      method.source === 'gift_card' ? { ...method, balance: toDollars(balance?.amountMinor ?? 0) } : method;
  }
  return kept;
}

function rawOrder(order: Order): RawOrder {
  const { lines, returning, exchanging } = order;
  const itemOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.variantId ?? '';
  const itemsOf = (lineIds: readonly string[]) => lineIds.map(itemOf);
  return {
    order_id: order.orderNumber,
    user_id: order.customerId,
    address: toRawAddress(order.address),
    items: lines.map(({ title, productId, variantId, unitPrice, options }) => ({
      name: title,
      product_id: productId,
      item_id: variantId,
      price: toDollars(unitPrice.amountMinor),
      options,
    })),
    status: order.replaced === true && order.status === 'pending' ? REPLACED_STATUS : rawStatus(order),
    fulfillments: order.shipments.map(({ trackingIds, lineIds }) => ({
      tracking_id: [...trackingIds],
      item_ids: itemsOf(lineIds),
    })),
    payment_history: order.payments.map(({ kind, amount, methodId }) => ({
      transaction_type: kind,
      amount: toDollars(amount.amountMinor),
      payment_method_id: methodId,
    })),
    ...(order.cancelReason === undefined ? {} : { cancel_reason: order.cancelReason }),
    ...(returning === undefined
      ? {}
      : {
          return_items: itemsOf(returning.lineIds).toSorted(),
          return_payment_method_id: returning.methodId,
        }),
    ...(exchanging === undefined
      ? {}
      : {
          exchange_items: itemsOf(exchanging.replacements.map(({ lineId }) => lineId)).toSorted(),
          exchange_new_items: exchanging.replacements.map(({ variantId }) => variantId).toSorted(),
          exchange_payment_method_id: exchanging.methodId,
          exchange_price_difference: toDollars(exchanging.differenceMinor),
        }),
  };
}

const rawStatus = ({ status }: Order): string => status.replace('-', ' ');
