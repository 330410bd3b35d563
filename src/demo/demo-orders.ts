import type { CustomerAccount, Order, OrderLine, OrderStatus } from '../domain/commerce.ts';
import type { Money } from '../domain/money.ts';
import { effectivePrice, type Product, productText } from '../domain/product.ts';

/** Who has orders in the demo shop: `customers token demo` signs for them. */
export const DEMO_CUSTOMER = 'demo';

const MARKET = 'US';
const DAY_MS = 86_400_000;
const CARD = 'demo-card';
/** Every so many products one is ordered, so that the lines are of different kinds. */
const STRIDE = 97;

const ADDRESS = {
  name: 'Dana Demo',
  line1: '12 Harbor Street',
  city: 'Portland',
  region: 'ME',
  postalCode: '04101',
  country: 'US',
};

interface Plan {
  readonly status: OrderStatus;
  readonly placedDaysAgo: number;
  readonly deliveredDaysAgo?: number;
  readonly lines: number;
}

/** One to cancel or change, one to wait for, one to send back, and one that is too old to. */
const PLANS: readonly Plan[] = [
  { status: 'pending', placedDaysAgo: 1, lines: 2 },
  { status: 'shipped', placedDaysAgo: 4, lines: 1 },
  { status: 'delivered', placedDaysAgo: 9, deliveredDaysAgo: 5, lines: 2 },
  { status: 'delivered', placedDaysAgo: 70, deliveredDaysAgo: 66, lines: 1 },
];

/**
 * A customer of the demo shop with a few orders of its products, for trying questions about orders.
 *
 * @param options.products In a fixed order: the same products and time give the same orders; too few give fewer of them.
 */
export function demoOrders({
  products,
  nowMs,
}: {
  readonly products: readonly Product[];
  readonly nowMs: number;
}): { readonly account: CustomerAccount; readonly orders: readonly Order[] } {
  const pieces = products
    .filter((_, index) => index % STRIDE === 0)
    .flatMap((product) => firstOffered(product, nowMs) ?? []);
  const currency = pieces[0]?.unitPrice.currency ?? 'USD';
  const orders: Order[] = [];
  for (const [index, plan] of PLANS.entries()) {
    const lines = pieces
      .splice(0, plan.lines)
      .map((piece, position): OrderLine => ({ ...piece, lineId: String(position + 1), quantity: 1 }));
    if (lines.length > 0) orders.push(toOrder(`DEMO-${1001 + index}`, plan, { lines, currency, nowMs }));
  }
  return {
    account: {
      customerId: DEMO_CUSTOMER,
      name: ADDRESS.name,
      email: 'dana@example.com',
      address: ADDRESS,
      methods: [
        { methodId: CARD, kind: 'card', label: 'Visa, ending in 4242' },
        {
          methodId: 'demo-gift-card',
          kind: 'gift-card',
          label: 'Gift card',
          balance: { amountMinor: 5_000, currency },
        },
      ],
    },
    orders,
  };
}

function firstOffered(product: Product, nowMs: number): Omit<OrderLine, 'lineId' | 'quantity'> | undefined {
  for (const { variantId, attributes, offers } of product.variants) {
    const offer = offers[MARKET];
    if (offer?.availability !== 'in-stock') continue;
    return {
      productId: product.productId,
      variantId,
      title: productText(product, 'en').title,
      options: Object.fromEntries(
        Object.entries(attributes).map(([name, values]) => [name, values.join(' / ')]),
      ),
      unitPrice: effectivePrice(offer, nowMs),
    };
  }
  return undefined;
}

function toOrder(
  orderNumber: string,
  { status, placedDaysAgo, deliveredDaysAgo }: Plan,
  made: { readonly lines: readonly OrderLine[]; readonly currency: string; readonly nowMs: number },
): Order {
  const { lines, currency, nowMs } = made;
  const amount: Money = {
    amountMinor: lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amountMinor * quantity, 0),
    currency,
  };
  const lineIds = lines.map(({ lineId }) => lineId);
  return {
    orderNumber,
    customerId: DEMO_CUSTOMER,
    placedAtMs: nowMs - placedDaysAgo * DAY_MS,
    ...(deliveredDaysAgo === undefined ? {} : { deliveredAtMs: nowMs - deliveredDaysAgo * DAY_MS }),
    status,
    lines,
    address: ADDRESS,
    shipments:
      status === 'pending'
        ? []
        : [{ carrier: 'Demo Parcel', trackingIds: [`${orderNumber}-PARCEL`], lineIds }],
    payments: [{ kind: 'payment', amount, methodId: CARD }],
  };
}
