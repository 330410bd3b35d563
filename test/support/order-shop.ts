import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEmbeddedCommerce } from '../../connectors/commerce-backend/embedded.ts';
import { importOrders } from '../../connectors/commerce-backend/import-orders.ts';
import { offeredVariants } from '../../connectors/commerce-backend/offered-variants.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { ToolHelp } from '../../src/chat/with-tools.ts';
import type { CustomerAccount, Order } from '../../src/domain/commerce.ts';
import type { Product } from '../../src/domain/product.ts';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { NOW_MS, product } from './small-shop.ts';
import { stockedShop } from './stocked-shop.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const DAY_MS = 86_400_000;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const daysAgo = (days: number) => new Date(NOW_MS - days * DAY_MS).toISOString();

/** Shoes in sizes, beside things of one kind each. */
export const ORDER_PRODUCTS: readonly Product[] = [
  sized('shoes', 'Trail running shoes', ['42', '43', '44'], 8000),
  product({ id: 'scarf', title: 'Warm wool scarf', color: ['red', 'blue'], priceMinor: 3900 }),
  product({ id: 'lamp', title: 'Brass lamp', type: 'lamp', priceMinor: 7900 }),
];

function sized(id: string, title: string, sizes: readonly string[], priceMinor: number): Product {
  const offers = { US: { price: usd(priceMinor), availability: 'in-stock' as const } };
  return {
    ...product({ id, title, type: 'shoe' }),
    variants: sizes.map((size) => ({ variantId: `${id}-${size}`, attributes: { size: [size] }, offers })),
  };
}

const ADDRESS = {
  name: 'Ada Lane',
  line1: '12 High Street',
  city: 'Springfield',
  region: 'IL',
  postalCode: '62704',
  country: 'US',
};
const CARD = { methodId: 'card-1', kind: 'card', label: 'Visa, ending in 9212' };
const GIFT_CARD = { methodId: 'gift-1', kind: 'gift-card', label: 'Gift card', balance: usd(5000) };

const line = (lineId: string, variantId: string, title: string, options: object, price: number) => ({
  lineId,
  productId: variantId.split('-')[0],
  variantId,
  title,
  options,
  quantity: 1,
  unitPrice: usd(price),
});
const SHOES = line('l1', 'shoes-42', 'Trail running shoes', { size: '42' }, 8000);
const SCARF = line('l2', 'scarf-red', 'Warm wool scarf', { color: 'red' }, 3900);
const LAMP = line('l1', 'lamp-1', 'Brass lamp', {}, 7900);

const paid = (amountMinor: number) => [{ kind: 'payment', amount: usd(amountMinor), methodId: 'card-1' }];

/** Ada has one order on its way to being sent and one that came; Bob has one of his own. */
const RECORDS = [
  { type: 'account', customerId: 'ada', name: 'Ada Lane', address: ADDRESS, methods: [CARD, GIFT_CARD] },
  { type: 'account', customerId: 'bob', methods: [{ ...CARD, methodId: 'card-2' }] },
  { type: 'account', customerId: 'new', methods: [] },
  {
    ...{ type: 'order', orderNumber: '#W1001', customerId: 'ada', market: 'US', status: 'pending' },
    ...{ placedAt: daysAgo(1), lines: [LAMP], address: ADDRESS, payments: paid(7900) },
  },
  {
    ...{ type: 'order', orderNumber: '#W1000', customerId: 'ada', market: 'US', status: 'delivered' },
    ...{ placedAt: daysAgo(12), deliveredAt: daysAgo(5), lines: [SHOES, SCARF], address: ADDRESS },
    shipments: [{ trackingIds: ['TRACK77'], carrier: 'UPS', lineIds: ['l1', 'l2'] }],
    payments: paid(11_900),
  },
  {
    ...{ type: 'order', orderNumber: '#W2000', customerId: 'bob', market: 'US', status: 'pending' },
    ...{ placedAt: daysAgo(2), lines: [LAMP], address: ADDRESS },
    payments: [{ kind: 'payment', amount: usd(7900), methodId: 'card-2' }],
  },
];

const RULES: ShopRules = {
  writes: {
    'cancel-order': { from: ['pending'], reasons: ['no longer needed', 'ordered by mistake'] },
    'change-order-address': { from: ['pending'] },
    'change-account-address': {},
    'change-payment': { from: ['pending'], once: true },
    'replace-lines': { from: ['pending'], once: true },
    'return-lines': { from: ['delivered'], withinDays: 30, methods: ['original', 'gift-card'] },
    'exchange-lines': { from: ['delivered'], withinDays: 30 },
  },
  refundDays: { card: { from: 5, to: 7 } },
};

/** A shop with orders, whose customers a token names by itself. @param around Puts something before the backend. */
export async function orderShop(
  around: (commerce: CommerceBackend) => CommerceBackend = (commerce) => commerce,
  model?: Parser,
  helped: { readonly tools?: ToolHelp; readonly modelTimeoutMs?: number } = {},
) {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  onTestFinished(() => database.close());
  const file = join(directory, 'orders.jsonl');
  writeFileSync(file, RECORDS.map((record) => JSON.stringify(record)).join('\n'));
  const { signal } = new AbortController();
  const report = await importOrders({ database, file, clock: () => NOW_MS, signal });
  if (report.rejectedTotal > 0) throw new Error(JSON.stringify(report.rejected));
  const shop = await stockedShop(ORDER_PRODUCTS);
  const commerce = createEmbeddedCommerce({
    database,
    rules: RULES,
    async variantsOf(productId, market) {
      const found = shop.stock.get(productId);
      return found === undefined ? [] : offeredVariants(found, { market, nowMs: NOW_MS });
    },
    limits: { lines: 50, quantity: 99, reservationMinutes: 30, basketDays: 30 },
    clock: () => NOW_MS,
  });
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  let ids = 0;
  const chat = createChat({
    database,
    shop: () => shop,
    parsers: () => ({ embedded: parser, ...(model === undefined ? {} : { model }) }),
    replier: createReplier(),
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
    commerce: around(commerce),
    ...helped,
    verifyCustomer: async (customerId) => ({ customerId }),
    clock: () => NOW_MS,
    newId() {
      ids += 1;
      return `id-${ids}`;
    },
  });
  return {
    chat,
    commerce,
    shop,
    /** @param customerId Absent: a visitor. */
    async talk(customerId: string | undefined = 'ada', locale = 'en-US') {
      const started = await chat.start({
        locale,
        ...(customerId === undefined ? {} : { customerToken: customerId }),
      });
      const key = { conversationId: started.conversationId, token: started.token };
      return async (text: string) => await chat.handle({ ...key, text }, { signal });
    },
    /** A visitor. */
    async visit(locale = 'en-US') {
      const started = await chat.start({ locale });
      const key = { conversationId: started.conversationId, token: started.token };
      return async (text: string) => await chat.handle({ ...key, text }, { signal });
    },
    account: async (customerId = 'ada') => await commerce.account(customerId, signal),
    /** What the shop's own staff changes between two messages. */
    async amendOrder(orderNumber: string, change: Partial<Order>) {
      const order = await commerce.order('ada', orderNumber, signal);
      await database.transaction(
        async (query) =>
          await query
            .updateTable('orders')
            .set({ document: JSON.stringify({ ...order, ...change }) })
            .where('orderNumber', '=', orderNumber)
            .execute(),
      );
    },
    async amendAccount(customerId: string, change: Partial<CustomerAccount>) {
      const account = await commerce.account(customerId, signal);
      await database.transaction(
        async (query) =>
          await query
            .updateTable('customerAccounts')
            .set({ document: JSON.stringify({ ...account, ...change }) })
            .where('customerId', '=', customerId)
            .execute(),
      );
    },
    order: async (orderNumber: string, customerId = 'ada') =>
      await commerce.order(customerId, orderNumber, signal),
  };
}
