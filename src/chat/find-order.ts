import type { Order } from '../domain/commerce.ts';
import { matchChoices } from '../text/match-choices.ts';
import type { OrderDesk } from './order-desk.ts';

/** The order that is meant, or what it could be. */
export type FoundOrder =
  | { readonly kind: 'one'; readonly order: Order; readonly others: number }
  /** Newest first, at least two. */
  | { readonly kind: 'several'; readonly orders: readonly Order[] }
  /** Not there or not theirs; without a number there is none at all. */
  | { readonly kind: 'none'; readonly orderNumber?: string };

/** Orders of one customer that are looked through for words. */
const MOST_ORDERS = 20;

/**
 * The order with a number, however its signs were left out; else the one whose lines the message names; else all of the customer's
 * that `isMeant` admits.
 *
 * @param isMeant Of orders that nothing was said of.
 */
export async function findOrder(
  { commerce, buyer, context, signal }: OrderDesk,
  orderNumber: string | undefined,
  isMeant: (order: Order) => Promise<boolean> = async () => true,
): Promise<FoundOrder> {
  const named = orderNumber === undefined ? undefined : orderNumber.trim();
  const exact = named === undefined ? undefined : await commerce.order(buyer.customerId, named, signal);
  if (exact !== undefined) return { kind: 'one', order: exact, others: 0 };
  const orders = await commerce.orders(buyer.customerId, MOST_ORDERS, signal);
  if (named !== undefined) {
    const alike = orders.filter((order) => bare(order.orderNumber).endsWith(bare(named)));
    const same = alike.filter((order) => bare(order.orderNumber) === bare(named));
    const found = same.length > 0 ? same : alike;
    return bare(named) === '' ? { kind: 'none', orderNumber: named } : oneOf(found, named);
  }
  const choices = orders.map(({ lines }) => ({
    label: '',
    alike: lines.map(({ title, options }) => [title, ...Object.values(options)].join(' ')).join(' '),
  }));
  const { places } = matchChoices(context.utterance ?? '', choices, context.language);
  const worded = orders.length < 2 ? [] : places.flatMap((place) => orders[place] ?? []);
  if (worded.length > 0 && worded.length < orders.length) return oneOf(worded);
  const meant: Order[] = [];
  for (const order of orders) if (await isMeant(order)) meant.push(order);
  const found = oneOf(meant.length > 0 ? meant : orders.slice(0, 1));
  return found.kind === 'one' ? { ...found, others: orders.length - 1 } : found;
}

function oneOf(orders: readonly Order[], orderNumber?: string): FoundOrder {
  const [order, ...others] = orders;
  if (order === undefined) return { kind: 'none', ...(orderNumber === undefined ? {} : { orderNumber }) };
  return others.length === 0 ? { kind: 'one', order, others: 0 } : { kind: 'several', orders };
}

/** Letters and figures alone: "#W 10-023" is "W10023". */
const bare = (orderNumber: string): string => orderNumber.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
