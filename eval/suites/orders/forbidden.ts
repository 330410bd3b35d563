import type {
  CustomerAccount,
  Order,
  OrderLine,
  OrderStatus,
  OrderWrite,
  Refusal,
} from '../../../src/domain/commerce.ts';
import type { Product } from '../../../src/domain/product.ts';
import { buyerFor, type GoldWrite } from './gold-writes.ts';
import type { TauRetail } from './tau-retail.ts';

/** A write that the shop's rules forbid, and why. */
export interface ForbiddenWrite extends GoldWrite {
  readonly name: string;
  readonly refusal: Refusal;
  /** Done before it; what comes second is what is forbidden. */
  readonly first?: OrderWrite;
}

/** Of each kind. */
const MOST_OF_A_KIND = 40;

type Case = Omit<ForbiddenWrite, 'name' | 'buyer'>;

/** Every way to break the rules that the shop's own data offers, in the order of its orders; at most 40 of each. */
export function forbiddenWrites(shop: TauRetail): ForbiddenWrite[] {
  const counts = new Map<string, number>();
  const accounts = new Map(shop.accounts.map((account) => [account.customerId, account]));
  const found: ForbiddenWrite[] = [];
  for (const [index, order] of shop.orders.entries()) {
    const account = accounts.get(order.customerId);
    const stranger = shop.accounts[(index * 7 + 1) % shop.accounts.length];
    if (account === undefined || stranger === undefined || stranger === account) continue;
    const known = { shop, order, account, stranger };
    for (const [name, make] of Object.entries(KINDS)) {
      const count = counts.get(name) ?? 0;
      if (count >= MOST_OF_A_KIND) continue;
      const made = make(known);
      if (made === undefined) continue;
      counts.set(name, count + 1);
      const buyer = buyerFor(name === 'order of somebody else' ? stranger.customerId : order.customerId);
      found.push({ name, buyer, ...made });
    }
  }
  return found;
}

interface Known {
  readonly shop: TauRetail;
  readonly order: Order;
  readonly account: CustomerAccount;
  readonly stranger: CustomerAccount;
}

const KINDS: Readonly<Record<string, (known: Known) => Case | undefined>> = {
  'order of somebody else': ({ order }) => ({ write: cancel(order), refusal: 'no-such-order' }),
  'cancel what is delivered': ({ order }) => only(order, 'delivered', cancel(order), 'wrong-status'),
  'cancel what is processed': ({ order }) => only(order, 'processed', cancel(order), 'wrong-status'),
  'cancel twice': ({ order }) => only(order, 'cancelled', cancel(order), 'already-changed'),
  'address of what is processed': ({ order }) =>
    only(
      order,
      'processed',
      { type: 'change-order-address', orderNumber: order.orderNumber, address: order.address },
      'wrong-status',
    ),
  'return what is pending': ({ order }) =>
    only(
      order,
      'pending',
      { type: 'return-lines', orderNumber: order.orderNumber, lineIds: lineIds(order) },
      'wrong-status',
    ),
  'unknown reason': ({ order }) =>
    only(order, 'pending', { ...cancel(order), reason: 'found cheaper elsewhere' }, 'reason-not-accepted'),
  'return to a foreign method': ({ order, stranger }) =>
    only(
      order,
      'delivered',
      {
        type: 'return-lines',
        orderNumber: order.orderNumber,
        lineIds: lineIds(order),
        methodId: stranger.methods[0]?.methodId ?? '',
      },
      'no-such-method',
    ),
  'return to another method of theirs': ({ order, account }) => {
    const other = account.methods.find(
      ({ kind, methodId }) => kind !== 'gift-card' && methodId !== order.payments[0]?.methodId,
    );
    return other && only(order, 'delivered', returning(order, other.methodId), 'method-not-accepted');
  },
  'pay by the same method again': ({ order }) =>
    only(order, 'pending', payBy(order, order.payments[0]?.methodId ?? ''), 'method-not-accepted'),
  'pay by a foreign method': ({ order, stranger }) =>
    only(order, 'pending', payBy(order, stranger.methods[0]?.methodId ?? ''), 'no-such-method'),
  'gift card too low': ({ order, account }) => {
    const paid = order.payments[0];
    const card = account.methods.find(
      ({ kind, methodId, balance }) =>
        kind === 'gift-card' &&
        methodId !== paid?.methodId &&
        (balance?.amountMinor ?? 0) < (paid?.amount.amountMinor ?? 0),
    );
    return card && only(order, 'pending', payBy(order, card.methodId), 'balance-too-low');
  },
  'second change of payment': ({ order, account }) => {
    const other = account.methods.find(
      ({ kind, methodId }) => kind !== 'gift-card' && methodId !== order.payments[0]?.methodId,
    );
    if (other === undefined || order.status !== 'pending') return undefined;
    const back = payBy(order, order.payments[0]?.methodId ?? '');
    return { first: payBy(order, other.methodId), write: back, refusal: 'already-changed' };
  },
  'variant that is not to be had': (known) => swapped(known, 'out-of-stock'),
  'variant of another product': (known) => swapped(known, 'another-product'),
  'variant nobody knows': (known) => swapped(known, 'no-such-variant'),
  'line that is not of the order': ({ order, account }) => {
    const write = replace(order, 'no line', 'nothing', account);
    return write && { write, refusal: 'no-such-line' };
  },
  'second change of items': (known) =>
    second(known, (order, line, variantId) => replace(order, line.lineId, variantId, known.account)),
  'cancel after a change of items': (known) => second(known, cancel),
};

const cancel = ({ orderNumber }: Order) =>
  ({ type: 'cancel-order', orderNumber, reason: 'no longer needed' }) satisfies OrderWrite;

const returning = (order: Order, methodId: string): OrderWrite => ({
  type: 'return-lines',
  orderNumber: order.orderNumber,
  lineIds: lineIds(order),
  methodId,
});

const payBy = ({ orderNumber }: Order, methodId: string): OrderWrite => ({
  type: 'change-payment',
  orderNumber,
  methodId,
});

const lineIds = ({ lines }: Order): string[] => lines.map(({ lineId }) => lineId);

const only = (order: Order, status: OrderStatus, write: OrderWrite, refusal: Refusal): Case | undefined =>
  order.status === status ? { write, refusal } : undefined;

/** Pending orders are changed, delivered ones exchanged, by a method that can pay any difference. */
function replace(
  { orderNumber, status }: Order,
  lineId: string,
  variantId: string,
  { methods }: CustomerAccount,
): OrderWrite | undefined {
  const method = methods.find(({ kind }) => kind !== 'gift-card');
  if (method === undefined || (status !== 'pending' && status !== 'delivered')) return undefined;
  return {
    type: status === 'pending' ? 'replace-lines' : 'exchange-lines',
    orderNumber,
    replacements: [{ lineId, variantId }],
    methodId: method.methodId,
  };
}

function swapped({ shop, order, account }: Known, refusal: Refusal): Case | undefined {
  const [line] = order.lines;
  if (line === undefined) return undefined;
  const variantId = {
    'out-of-stock': variantOf(shop, line, 'out-of-stock'),
    'another-product': shop.products.find(({ productId }) => productId !== line.productId)?.variants[0]
      ?.variantId,
    'no-such-variant': 'no variant',
  }[refusal as string];
  const write = variantId === undefined ? undefined : replace(order, line.lineId, variantId, account);
  return write && { write, refusal };
}

function second(
  { shop, order, account }: Known,
  next: (order: Order, line: OrderLine, variantId: string) => OrderWrite | undefined,
): Case | undefined {
  const [line] = order.lines;
  const variantId = line && variantOf(shop, line, 'in-stock');
  if (order.status !== 'pending' || line === undefined || variantId === undefined) return undefined;
  const first = replace(order, line.lineId, variantId, account);
  const write = next(order, line, variantId);
  return first && write && { first, write, refusal: 'already-changed' };
}

const variantOf = (
  { products }: { readonly products: readonly Product[] },
  line: OrderLine,
  availability: 'in-stock' | 'out-of-stock',
): string | undefined =>
  products
    .find(({ productId }) => productId === line.productId)
    ?.variants.find(
      ({ variantId, offers }) =>
        variantId !== line.variantId &&
        Object.values(offers).every((offer) => offer.availability === availability),
    )?.variantId;
