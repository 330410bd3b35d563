import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { buyer, createShopCommerce, MANY_ORDERS, visitor } from './commerce-shop.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

/** Cancels one order after the other, and fills a basket for each, until it is killed; prints a number when a pair is done. */
const [, , directory = '', from = '1'] = process.argv;
const { signal } = new AbortController();
const database = await openSqliteDatabase({ directory });
const backend = createShopCommerce(database, MANY_ORDERS, { clock: () => DEMO_CLOCK_MS });
for (let number = Number(from); number <= MANY_ORDERS.orders.length; number += 1) {
  const cancel = { type: 'cancel-order', orderNumber: `A-${number}` } as const;
  const add = { type: 'add-line', productId: 'mug', variantId: 'mug-white', quantity: 1 } as const;
  await backend.write(cancel, buyer('ann'), { idempotencyKey: `cancel ${number}`, signal });
  await backend.write(add, visitor(`${number}`), { idempotencyKey: `add ${number}`, signal });
  process.stdout.write(`${number}\n`);
}
