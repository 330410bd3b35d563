import type { Order } from '../domain/commerce.ts';
import type { OpenForm } from '../domain/dialogue-state.ts';
import { findOrder } from './find-order.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { viewOrder } from './view-order.ts';

/** How an order stands; the newest where none was named. */
export async function orderStatus(orderNumber: string | undefined, desk: OrderDesk): Promise<OrderResult> {
  const found = await findOrder(desk, orderNumber, newestOnly());
  switch (found.kind) {
    case 'none':
      return { step: { act: 'order-unknown', ...numbered(found.orderNumber) }, isStuck: true };
    case 'several':
      return askOrder(found.orders, 'order-status', desk);
    case 'one':
      return tellStatus(found.order, found.others, desk);
  }
}

/** Admits the first order it is asked about. */
function newestOnly(): () => Promise<boolean> {
  let isFirst = true;
  return async () => {
    const admitted = isFirst;
    isFirst = false;
    return admitted;
  };
}

export function tellStatus(order: Order, others: number, desk: OrderDesk): OrderResult {
  const view = viewOrder(order, desk);
  return { step: { act: 'order-status', order: view, others }, order: view };
}

/** More are not read at a glance. */
const MOST_OFFERED = 5;

export function askOrder(
  orders: readonly Order[],
  wish: OpenForm['wish'],
  { words }: OrderDesk,
): OrderResult {
  const offered = orders.slice(0, MOST_OFFERED);
  const labels = offered.map((order) => words.order(order));
  return {
    step: { act: 'order-ask', about: wish, field: 'order', options: labels, again: false },
    form: {
      wish,
      missing: { field: 'order', options: offered.map(({ orderNumber }) => orderNumber) },
      labels,
      alike: offered.map(({ orderNumber, lines }) =>
        [orderNumber.replace(/\P{N}/gu, ''), ...lines.map(({ title }) => title)].join(' '),
      ),
    },
  };
}

export const numbered = (orderNumber: string | undefined): { orderNumber?: string } =>
  orderNumber === undefined ? {} : { orderNumber };
