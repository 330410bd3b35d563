import type { RawAction, RawMethod, RawOrder, RawShop } from './raw-shop.ts';

/**
 * What the tools of tau_retail do to its database, told a second time and on their own data: the state that a backend is compared with. A
 * call that the environment would refuse changes nothing. Reading changes nothing.
 *
 * @returns The state afterwards; what is given stays as it is.
 */
export function applyActions(before: RawShop, actions: readonly RawAction[]): RawShop {
  const shop = structuredClone(before);
  for (const { name, arguments: given } of actions) WRITES[name]?.(shop, readArguments(given));
  return shop;
}

interface Arguments {
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
}

type Write = (shop: RawShop, given: Arguments) => void;

const readArguments = (given: RawAction['arguments']): Arguments => ({
  text: (name) => String(given[name] ?? ''),
  list: (name) => {
    const value = given[name];
    return Array.isArray(value) ? value.map(String) : [];
  },
});

/** By the tool's name; a tool that is not here only reads. */
const WRITES: Readonly<Record<string, Write>> = {
  cancel_pending_order: cancel,
  modify_pending_order_address: changeAddress,
  modify_pending_order_payment: changePayment,
  modify_pending_order_items: changeItems,
  modify_user_address: changeHome,
  return_delivered_order_items: returnItems,
  exchange_delivered_order_items: exchangeItems,
};

function cancel(shop: RawShop, { text }: Arguments): void {
  const order = shop.orders[text('order_id')];
  const reason = text('reason');
  if (order?.status !== 'pending') return;
  if (reason !== 'no longer needed' && reason !== 'ordered by mistake') return;
  const paid = new Map<string, number>();
  for (const { transaction_type: type, amount, payment_method_id: id } of order.payment_history)
    paid.set(id, cents((paid.get(id) ?? 0) + (type === 'payment' ? amount : -amount)));
  for (const [id, amount] of paid) {
    if (amount <= 0) continue;
    order.payment_history.push({ transaction_type: 'refund', amount, payment_method_id: id });
    addToCard(methodIn(shop, order, id), amount);
  }
  order.status = 'cancelled';
  order.cancel_reason = reason;
}

function changeAddress(shop: RawShop, given: Arguments): void {
  const order = shop.orders[given.text('order_id')];
  if (order?.status.includes('pending') === true) order.address = addressOf(given);
}

function changeHome(shop: RawShop, given: Arguments): void {
  const user = shop.users[given.text('user_id')];
  if (user !== undefined) user.address = addressOf(given);
}

const addressOf = ({ text }: Arguments) => ({
  address1: text('address1'),
  address2: text('address2'),
  city: text('city'),
  country: text('country'),
  state: text('state'),
  zip: text('zip'),
});

function changePayment(shop: RawShop, { text }: Arguments): void {
  const order = shop.orders[text('order_id')];
  if (order?.status.includes('pending') !== true) return;
  const [first, ...more] = order.payment_history;
  const id = text('payment_method_id');
  const next = methodIn(shop, order, id);
  if (first?.transaction_type !== 'payment' || more.length > 0 || next === undefined) return;
  const { amount, payment_method_id: before } = first;
  if (before === id || !covers(next, amount)) return;
  order.payment_history.push(
    { transaction_type: 'payment', amount, payment_method_id: id },
    { transaction_type: 'refund', amount, payment_method_id: before },
  );
  addToCard(next, -amount);
  addToCard(methodIn(shop, order, before), amount);
}

interface Swap {
  readonly item: RawOrder['items'][number];
  readonly next: RawShop['products'][string]['variants'][string];
}

/** Items of the order with what takes their place; undefined when one of them cannot. */
function swapsOf(shop: RawShop, order: RawOrder, { list }: Arguments): Swap[] | undefined {
  const wanted = list('item_ids');
  const others = list('new_item_ids');
  if (wanted.length !== others.length) return undefined;
  const left = [...order.items];
  const swaps: Swap[] = [];
  for (const [index, id] of wanted.entries()) {
    const at = left.findIndex(({ item_id }) => item_id === id);
    const [item] = at < 0 ? [] : left.splice(at, 1);
    const next = item && shop.products[item.product_id]?.variants[others[index] ?? ''];
    if (item === undefined || next?.available !== true) return undefined;
    swaps.push({ item, next });
  }
  return swaps;
}

const differenceOf = (swaps: readonly Swap[]): number =>
  cents(swaps.reduce((sum, { item, next }) => sum + next.price - item.price, 0));

function changeItems(shop: RawShop, given: Arguments): void {
  const order = shop.orders[given.text('order_id')];
  if (order?.status !== 'pending') return;
  const swaps = swapsOf(shop, order, given);
  const id = given.text('payment_method_id');
  const method = methodIn(shop, order, id);
  if (swaps === undefined || method === undefined) return;
  const difference = differenceOf(swaps);
  if (!covers(method, difference)) return;
  order.payment_history.push({
    transaction_type: difference > 0 ? 'payment' : 'refund',
    amount: Math.abs(difference),
    payment_method_id: id,
  });
  addToCard(method, -difference);
  for (const { item, next } of swaps) {
    item.item_id = next.item_id;
    item.price = next.price;
    item.options = next.options;
  }
  order.status = 'pending (item modified)';
}

function exchangeItems(shop: RawShop, given: Arguments): void {
  const order = shop.orders[given.text('order_id')];
  if (order?.status !== 'delivered') return;
  const swaps = swapsOf(shop, order, given);
  const id = given.text('payment_method_id');
  const method = methodIn(shop, order, id);
  if (swaps === undefined || method === undefined) return;
  const difference = differenceOf(swaps);
  if (!covers(method, difference)) return;
  order.status = 'exchange requested';
  order.exchange_items = given.list('item_ids').toSorted();
  order.exchange_new_items = given.list('new_item_ids').toSorted();
  order.exchange_payment_method_id = id;
  order.exchange_price_difference = difference;
}

function returnItems(shop: RawShop, given: Arguments): void {
  const order = shop.orders[given.text('order_id')];
  if (order?.status !== 'delivered') return;
  const id = given.text('payment_method_id');
  const method = methodIn(shop, order, id);
  if (method === undefined) return;
  if (method.source !== 'gift_card' && order.payment_history[0]?.payment_method_id !== id) return;
  const items = given.list('item_ids');
  const left = order.items.map(({ item_id }) => item_id);
  for (const item of items) {
    const at = left.indexOf(item);
    if (at < 0) return;
    left.splice(at, 1);
  }
  order.status = 'return requested';
  order.return_items = items.toSorted();
  order.return_payment_method_id = id;
}

const methodIn = (shop: RawShop, order: RawOrder, id: string): RawMethod | undefined =>
  shop.users[order.user_id]?.payment_methods[id];

const covers = (method: RawMethod, amount: number): boolean =>
  method.source !== 'gift_card' || method.balance >= amount;

function addToCard(method: RawMethod | undefined, amount: number): void {
  if (method?.source === 'gift_card') method.balance = cents(method.balance + amount);
}

/** To the cent, and no negative zero. */
const cents = (amount: number): number => Math.round(amount * 100) / 100 + 0;
