import type {
  CustomerAccount,
  Order,
  OrderLine,
  OrderStatus,
  PaymentMethod,
  PostalAddress,
} from '../../../src/domain/commerce.ts';
import { type Money, toMinorUnits } from '../../../src/domain/money.ts';
import type { Product } from '../../../src/domain/product.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { RawAddress, RawMethod, RawOrder, RawShop, RawUser } from './raw-shop.ts';

export const TAU_MARKET = 'US';
const CURRENCY = 'USD';
const CENTS = 100;

/** The shop in the words of the domain. */
export interface TauRetail {
  readonly accounts: readonly CustomerAccount[];
  readonly orders: readonly Order[];
  readonly products: readonly Product[];
}

/** Accounts, orders and products of tau_retail. Lines are numbered: an order may hold the same item twice. */
export function importTauRetail(raw: RawShop): TauRetail {
  return {
    accounts: Object.values(raw.users).map(toAccount),
    orders: Object.values(raw.orders).map(toOrder),
    products: Object.values(raw.products).map(toProduct),
  };
}

function toProduct({ product_id, name, variants }: RawShop['products'][string]): Product {
  return {
    productId: product_id,
    language: 'en',
    texts: { en: { title: name, description: '' } },
    category: [],
    attributes: {},
    variants: Object.values(variants).map(({ item_id, options, available, price }) => ({
      variantId: item_id,
      attributes: Object.fromEntries(Object.entries(options).map(([option, value]) => [option, [value]])),
      offers: {
        [TAU_MARKET]: { price: toMoney(price), availability: available ? 'in-stock' : 'out-of-stock' },
      },
    })),
  };
}

function toAccount({ user_id, name, address, email, payment_methods }: RawUser): CustomerAccount {
  return {
    customerId: user_id,
    name: `${name.first_name} ${name.last_name}`,
    email,
    address: toAddress(address),
    methods: Object.values(payment_methods).map(toMethod),
  };
}

function toMethod(method: RawMethod): PaymentMethod {
  switch (method.source) {
    case 'credit_card':
      return { methodId: method.id, kind: 'card', label: `${method.brand}, ending in ${method.last_four}` };
    case 'paypal':
      return { methodId: method.id, kind: 'wallet', label: 'PayPal' };
    case 'gift_card':
      return {
        methodId: method.id,
        kind: 'gift-card',
        label: 'Gift card',
        balance: toMoney(method.balance),
      };
  }
}

export const toAddress = (raw: RawAddress): PostalAddress => ({
  line1: raw.address1,
  line2: raw.address2,
  city: raw.city,
  region: raw.state,
  postalCode: raw.zip,
  country: raw.country,
});

export const toRawAddress = ({ line1, line2 = '', city, region = '', postalCode, country }: PostalAddress) =>
  ({ address1: line1, address2: line2, city, country, state: region, zip: postalCode }) satisfies RawAddress;

const toMoney = (dollars: number): Money => ({
  amountMinor: toMinorUnits(dollars, CURRENCY),
  currency: CURRENCY,
});

export const toDollars = (amountMinor: number): number => amountMinor / CENTS;

/** What their program calls an order whose items were changed before it was sent. */
export const REPLACED_STATUS = 'pending (item modified)';

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  pending: 'pending',
  [REPLACED_STATUS]: 'pending',
  processed: 'processed',
  delivered: 'delivered',
  cancelled: 'cancelled',
  'return requested': 'return-requested',
  'exchange requested': 'exchange-requested',
};

function toOrder(raw: RawOrder): Order {
  const status = STATUSES[raw.status];
  if (status === undefined)
    throw new AssistantError('VALIDATION_FAILED', `There is no order status "${raw.status}"`);
  const lines = raw.items.map(
    (item, index): OrderLine => ({
      lineId: String(index + 1),
      productId: item.product_id,
      variantId: item.item_id,
      title: item.name,
      options: item.options,
      quantity: 1,
      unitPrice: toMoney(item.price),
    }),
  );
  const linesOf = (itemIds: readonly string[] = []) => lineIdsOf(lines, itemIds);
  return {
    orderNumber: raw.order_id,
    customerId: raw.user_id,
    status,
    lines,
    address: toAddress(raw.address),
    shipments: raw.fulfillments.map(({ tracking_id, item_ids }) => ({
      trackingIds: tracking_id,
      lineIds: linesOf(item_ids),
    })),
    payments: raw.payment_history.map(({ transaction_type, amount, payment_method_id }) => ({
      kind: transaction_type,
      amount: toMoney(amount),
      methodId: payment_method_id,
    })),
    ...(raw.status === REPLACED_STATUS ? { replaced: true } : {}),
    ...(raw.cancel_reason === undefined ? {} : { cancelReason: raw.cancel_reason }),
    ...(raw.return_items === undefined
      ? {}
      : { returning: { lineIds: linesOf(raw.return_items), methodId: raw.return_payment_method_id ?? '' } }),
    ...(raw.exchange_items === undefined
      ? {}
      : {
          exchanging: {
            replacements: linesOf(raw.exchange_items).map((lineId, index) => ({
              lineId,
              variantId: raw.exchange_new_items?.[index] ?? '',
            })),
            methodId: raw.exchange_payment_method_id ?? '',
            differenceMinor: toMinorUnits(raw.exchange_price_difference ?? 0, CURRENCY),
          },
        }),
  };
}

/** The lines that items stand for, each once; an item that no line is left for is a line nobody knows. */
export function lineIdsOf(
  lines: readonly Pick<OrderLine, 'lineId' | 'variantId'>[],
  itemIds: readonly string[],
): string[] {
  const left = [...lines];
  return itemIds.map((itemId) => {
    const at = left.findIndex(({ variantId }) => variantId === itemId);
    const [line] = at === -1 ? [] : left.splice(at, 1);
    return line?.lineId ?? `no line of ${itemId}`;
  });
}
