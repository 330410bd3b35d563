import { keepRecords } from '../../connectors/commerce-backend/embedded/keep-records.ts';
import { createEmbeddedCommerce } from '../../connectors/commerce-backend/embedded.ts';
import { offeredVariants } from '../../connectors/commerce-backend/offered-variants.ts';
import { readOrderRules } from '../../connectors/commerce-backend/read-order-rules.ts';
import type { Buyer, CustomerAccount, Order, OrderLine, OrderStatus } from '../../src/domain/commerce.ts';
import type { Offer, Product } from '../../src/domain/product.ts';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import type { Database } from '../../src/ports/database.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

/** A shop of two products, three customers and their orders. */
export interface CommerceShop {
  readonly products: readonly Product[];
  readonly accounts: readonly CustomerAccount[];
  readonly orders: readonly Order[];
}

const DAY_MS = 86_400_000;

export const euros = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: 'EUR' });

export const buyer = (customerId: string): Buyer => ({
  shopperId: `customer:${customerId}`,
  customerId,
  market: 'DE',
});

export const visitor = (name: string): Buyer => ({ shopperId: `visitor:${name}`, market: 'DE' });

const ADDRESS = { line1: 'Ringstr. 1', city: 'Bonn', postalCode: '53111', country: 'DE' };

function product(
  productId: string,
  variants: Readonly<Record<string, Omit<Offer, 'price'> & { price: number }>>,
): Product {
  return {
    productId,
    language: 'en',
    texts: { en: { title: productId, description: '' } },
    category: [],
    attributes: {},
    variants: Object.entries(variants).map(([color, { price, ...offer }]) => ({
      variantId: `${productId}-${color}`,
      attributes: { color: [color] },
      offers: { DE: { ...offer, price: euros(price) } },
    })),
  };
}

export function line(lineId: string, variantId: string, price: number): OrderLine {
  const [productId = '', color = ''] = variantId.split('-');
  return {
    lineId,
    productId,
    variantId,
    title: productId,
    options: { color },
    quantity: 1,
    unitPrice: euros(price),
  };
}

export function order(
  orderNumber: string,
  { status, lines, methodId }: { status: OrderStatus; lines: readonly OrderLine[]; methodId: string },
): Order {
  const [letter] = orderNumber;
  const amountMinor = lines.reduce((sum, { unitPrice }) => sum + unitPrice.amountMinor, 0);
  return {
    orderNumber,
    customerId: letter === 'A' ? 'ann' : 'bob',
    placedAtMs: DEMO_CLOCK_MS - 10 * DAY_MS + Number(orderNumber.slice(2)),
    ...(status === 'delivered' ? { deliveredAtMs: DEMO_CLOCK_MS - 3 * DAY_MS } : {}),
    status,
    lines,
    address: ADDRESS,
    shipments:
      status === 'delivered' ? [{ trackingIds: ['T1'], lineIds: lines.map(({ lineId }) => lineId) }] : [],
    payments: [{ kind: 'payment', amount: { amountMinor, currency: 'EUR' }, methodId }],
  };
}

/** Red scarves are two, green ones none; the others are not counted. */
export const COMMERCE_SHOP: CommerceShop = {
  products: [
    product('scarf', {
      red: { price: 20, availability: 'in-stock', stock: 2 },
      blue: { price: 25, availability: 'in-stock' },
      green: { price: 20, availability: 'out-of-stock' },
    }),
    product('mug', {
      white: { price: 12.5, availability: 'in-stock' },
      black: { price: 10, availability: 'in-stock', stock: 5 },
    }),
  ],
  accounts: [
    {
      customerId: 'ann',
      name: 'Ann Example',
      email: 'ann@example.com',
      address: ADDRESS,
      methods: [
        { methodId: 'ann-card', kind: 'card', label: 'Visa, ending in 1111' },
        { methodId: 'ann-gift', kind: 'gift-card', label: 'Gift card', balance: euros(40) },
        { methodId: 'ann-wallet', kind: 'wallet', label: 'PayPal' },
      ],
    },
    {
      customerId: 'bob',
      name: 'Bob Example',
      address: ADDRESS,
      methods: [
        { methodId: 'bob-card', kind: 'card', label: 'Visa, ending in 2222' },
        { methodId: 'bob-gift', kind: 'gift-card', label: 'Gift card', balance: euros(2) },
      ],
    },
  ],
  orders: [
    order('A-1', {
      status: 'pending',
      lines: [line('1', 'scarf-red', 20), line('2', 'mug-white', 12.5)],
      methodId: 'ann-card',
    }),
    order('A-2', {
      status: 'delivered',
      lines: [line('1', 'scarf-blue', 25), line('2', 'mug-black', 10)],
      methodId: 'ann-card',
    }),
    order('A-3', { status: 'shipped', lines: [line('1', 'mug-white', 12.5)], methodId: 'ann-gift' }),
    order('A-4', { status: 'pending', lines: [line('1', 'mug-black', 10)], methodId: 'ann-gift' }),
    order('B-1', { status: 'pending', lines: [line('1', 'scarf-red', 20)], methodId: 'bob-card' }),
    order('B-2', { status: 'delivered', lines: [line('1', 'scarf-blue', 25)], methodId: 'bob-card' }),
  ],
};

/** The embedded backend over a database, without anything of the shop in it. */
export function createShopCommerce(
  database: Database,
  { products }: CommerceShop,
  { rules = readOrderRules(), clock }: { readonly rules?: ShopRules; readonly clock: () => number },
): CommerceBackend {
  return createEmbeddedCommerce({
    database,
    rules,
    async variantsOf(productId, market) {
      const product = products.find((known) => known.productId === productId);
      return product === undefined ? [] : offeredVariants(product, { market, nowMs: clock() });
    },
    productOf: async (variantId) =>
      products.find(({ variants }) => variants.some((variant) => variant.variantId === variantId))?.productId,
    limits: { lines: 3, quantity: 10, reservationMinutes: 30, basketDays: 30 },
    checkoutUrl: 'https://shop.example/cart/{items}',
    clock,
  });
}

/** Writes accounts and orders of a shop down, as an import would. */
export async function keepShop(
  database: Database,
  { accounts, orders }: CommerceShop,
  nowMs = DEMO_CLOCK_MS,
): Promise<void> {
  const records = [...accounts.map((account) => ({ account })), ...orders.map((known) => ({ order: known }))];
  await database.transaction((query) => keepRecords(query, records, nowMs));
}

/** Orders, ... of one customer, each of 10 EUR from the same gift card. */
export const MANY_ORDERS: CommerceShop = {
  products: COMMERCE_SHOP.products,
  accounts: COMMERCE_SHOP.accounts.slice(0, 1),
  orders: Array.from({ length: 3_000 }, (_, index) =>
    order(`A-${index + 1}`, {
      status: 'pending',
      lines: [line('1', 'mug-black', 10)],
      methodId: 'ann-gift',
    }),
  ),
};
