import type { CustomerAccount } from '../../../src/domain/commerce.ts';
import type { Query } from '../../../src/ports/database.ts';
import type { KeptOrder } from './decision.ts';
import { writeDigest } from './write-digest.ts';

/** What the shop says of a customer or an order. */
export type ShopRecord = { readonly account: CustomerAccount } | { readonly order: KeptOrder };

/**
 * Takes over what the shop says. A record it says again as it said it before changes nothing: what was done with the order here since
 * stands. One it says otherwise is taken as it is said now.
 *
 * @returns How many were new or other than before.
 */
export async function keepRecords(
  query: Query,
  records: readonly ShopRecord[],
  nowMs: number,
): Promise<{ readonly accounts: number; readonly orders: number }> {
  const changed = { accounts: 0, orders: 0 };
  for (const record of records) {
    if ('account' in record) changed.accounts += await keepAccount(query, record.account, nowMs);
    else changed.orders += await keepOrder(query, record.order, nowMs);
  }
  return changed;
}

async function keepAccount(query: Query, account: CustomerAccount, updatedAtMs: number): Promise<number> {
  const { customerId } = account;
  const sourceHash = writeDigest(account);
  const known = await query
    .selectFrom('customerAccounts')
    .select('sourceHash')
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  if (known?.sourceHash === sourceHash) return 0;
  const row = { document: JSON.stringify(account), sourceHash, updatedAtMs };
  await query
    .insertInto('customerAccounts')
    .values({ customerId, ...row })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(row))
    .execute();
  return 1;
}

async function keepOrder(query: Query, order: KeptOrder, updatedAtMs: number): Promise<number> {
  const { orderNumber, customerId, placedAtMs = null } = order;
  const sourceHash = writeDigest(order);
  const known = await query
    .selectFrom('orders')
    .select('sourceHash')
    .where('orderNumber', '=', orderNumber)
    .executeTakeFirst();
  if (known?.sourceHash === sourceHash) return 0;
  const row = { customerId, placedAtMs, document: JSON.stringify(order), sourceHash, updatedAtMs };
  await query
    .insertInto('orders')
    .values({ orderNumber, ...row })
    .onConflict((conflict) => conflict.column('orderNumber').doUpdateSet(row))
    .execute();
  await query.deleteFrom('promisedPieces').where('orderNumber', '=', orderNumber).execute();
  return 1;
}
