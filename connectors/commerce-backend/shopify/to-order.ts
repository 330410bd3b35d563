import type { Order, OrderLine, OrderStatus, PaymentMethod } from '../../../src/domain/commerce.ts';
import type { OrderAnswer } from './order-shape.ts';
import { toMethods, toPayments } from './payments.ts';
import { toPostalAddress } from './postal-address.ts';
import { type KnownIds, numberOf, readOptions, toCatalogueIds } from './shop-ids.ts';

/** An order with what only its writes need. */
export interface ShopifyOrder {
  readonly gid: string;
  readonly order: Order;
  /** That paid it. */
  readonly methods: readonly PaymentMethod[];
  /** What was sent, which Shopify takes back by its own ids. */
  readonly sent: readonly { readonly gid: string; readonly lineId: string; readonly quantity: number }[];
}

/** Until the first parcel leaves. */
const BEFORE_SENDING: Readonly<Record<string, OrderStatus>> = {
  UNFULFILLED: 'pending',
  OPEN: 'pending',
  SCHEDULED: 'pending',
  ON_HOLD: 'pending',
  RESTOCKED: 'pending',
  REQUEST_DECLINED: 'pending',
  IN_PROGRESS: 'processed',
  PENDING_FULFILLMENT: 'processed',
};

/** Returns that are under way; others were declined, taken back or are done. */
const OPEN_RETURNS: ReadonlySet<string> = new Set(['REQUESTED', 'OPEN']);

/** @param customerId As the asker names the customer, who was checked to be the order's. */
export async function toOrder(
  answer: OrderAnswer,
  customerId: string,
  known: KnownIds,
): Promise<ShopifyOrder> {
  const lines = await toLines(answer, known);
  const methods = toMethods(answer.transactions);
  const payments = toPayments(answer.transactions);
  const status = statusOf(answer);
  const note = answer.cancellation?.staffNote;
  const deliveredAtMs = Math.max(0, ...answer.fulfillments.map(({ deliveredAt }) => deliveredAt ?? 0));
  const methodId = methods[0]?.methodId ?? '';
  const order: Order = {
    orderNumber: orderNumberOf(answer.name),
    customerId,
    ...(answer.createdAt ? { placedAtMs: answer.createdAt } : {}),
    ...(deliveredAtMs > 0 ? { deliveredAtMs } : {}),
    status,
    lines,
    address: toPostalAddress(answer.shippingAddress),
    shipments: answer.fulfillments.map(toShipment),
    payments,
    ...(answer.edited ? { replaced: true } : {}),
    ...(status === 'cancelled' && note ? { cancelReason: note } : {}),
    ...(status === 'return-requested' ? { returning: { lineIds: returnedLines(answer), methodId } } : {}),
  };
  return {
    gid: answer.id,
    order,
    methods,
    sent: answer.fulfillments.flatMap(({ fulfillmentLineItems }) =>
      fulfillmentLineItems.nodes.map(({ id, lineItem, quantity }) => ({
        gid: id,
        lineId: numberOf(lineItem.id),
        quantity: quantity ?? 0,
      })),
    ),
  };
}

/** Shops show "#1001"; who asks may leave the sign out. */
export const orderNumberOf = (name: string): string => name.trim().replace(/^#/, '');

/** Without those that were taken out. A product that was deleted since has the id of its line. */
async function toLines({ lineItems }: OrderAnswer, known: KnownIds): Promise<OrderLine[]> {
  const present = lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0);
  return await Promise.all(
    present.map(async ({ id, title, currentQuantity, variant, ...prices }): Promise<OrderLine> => {
      const lineId = numberOf(id);
      const options = readOptions(variant?.selectedOptions ?? []);
      const ids = variant
        ? await toCatalogueIds({ id: variant.id, product: variant.product, options }, known)
        : { productId: `line-${lineId}`, variantId: `line-${lineId}` };
      return {
        lineId,
        ...ids,
        title,
        options,
        quantity: currentQuantity,
        unitPrice: prices.discountedUnitPriceAfterAllDiscountsSet,
      };
    }),
  );
}

function statusOf({
  cancelledAt,
  displayFulfillmentStatus,
  fulfillments,
  returns,
}: OrderAnswer): OrderStatus {
  if (cancelledAt) return 'cancelled';
  const open = returns.nodes.filter(({ status }) => OPEN_RETURNS.has(status));
  if (open.some(({ exchangeLineItems }) => exchangeLineItems.nodes.length > 0)) return 'exchange-requested';
  if (open.length > 0) return 'return-requested';
  const before = BEFORE_SENDING[displayFulfillmentStatus];
  if (before !== undefined) return before;
  const isDelivered =
    fulfillments.length > 0 && fulfillments.every(({ deliveredAt }) => Boolean(deliveredAt));
  return displayFulfillmentStatus === 'FULFILLED' && isDelivered ? 'delivered' : 'shipped';
}

const returnedLines = ({ returns }: OrderAnswer): string[] =>
  returns.nodes
    .filter(({ status }) => OPEN_RETURNS.has(status))
    .flatMap(({ returnLineItems }) => returnLineItems.nodes)
    .map(({ fulfillmentLineItem }) => numberOf(fulfillmentLineItem.lineItem.id));

function toShipment({
  trackingInfo,
  fulfillmentLineItems,
}: OrderAnswer['fulfillments'][number]): Order['shipments'][number] {
  const [first] = trackingInfo;
  return {
    trackingIds: trackingInfo.flatMap(({ number }) => (number ? [number] : [])),
    ...(first?.company ? { carrier: first.company } : {}),
    ...(first?.url && URL.parse(first.url)?.protocol === 'https:' ? { url: first.url } : {}),
    lineIds: fulfillmentLineItems.nodes.map(({ lineItem }) => numberOf(lineItem.id)),
  };
}
