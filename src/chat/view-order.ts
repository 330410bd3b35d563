import type { Order, OrderLine, VariantOptions } from '../domain/commerce.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import type { OrderView } from '../domain/order-view.ts';
import { addressLines } from '../reply/replier.ts';
import type { OrderDesk } from './order-desk.ts';

/** An order as its own customer may see it. */
export function viewOrder(order: Order, { words, context }: OrderDesk): OrderView {
  const priced = (money: Money) => ({ ...money, formatted: formatMoney(money, context.locale) });
  const at = (ms: number) => new Date(ms).toISOString();
  return {
    orderNumber: order.orderNumber,
    status: order.status,
    statusLabel: words.status(order.status),
    ...(order.placedAtMs === undefined ? {} : { placedAt: at(order.placedAtMs) }),
    ...(order.deliveredAtMs === undefined ? {} : { deliveredAt: at(order.deliveredAtMs) }),
    lines: order.lines.map((line) => ({
      lineId: line.lineId,
      productId: line.productId,
      title: line.title,
      options: Object.values(optionLabels(line.options, context)).join(', '),
      quantity: line.quantity,
      unitPrice: priced(line.unitPrice),
    })),
    address: addressLines(order.address),
    shipments: order.shipments.map(({ trackingIds, carrier, url, lineIds }) => ({
      trackingIds,
      ...(carrier === undefined ? {} : { carrier }),
      ...(url?.startsWith('https://') === true ? { url } : {}),
      lineIds,
    })),
    payments: order.payments.map(({ kind, amount }) => ({ kind, amount: priced(amount) })),
  };
}

/** What sets a variant apart, in the shopper's language where the shop has words for it. */
export const optionLabels = (
  options: VariantOptions,
  { shop, language }: OrderDesk['context'],
): VariantOptions =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, shop.vocabulary.labelOf(name, value, language)]),
  );

export const labelled = <Line extends OrderLine>(line: Line, context: OrderDesk['context']): Line => ({
  ...line,
  options: optionLabels(line.options, context),
});
