import type { CustomerAccount } from '../../../src/domain/commerce.ts';
import type { Query } from '../../../src/ports/database.ts';
import type { Change, KeptOrder } from './decision.ts';

/** A line of a basket as it is kept: everything else of it is read from the catalogue. */
export interface BasketRecord {
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly quantity: number;
}

export async function readBasket(query: Query, shopperId: string): Promise<BasketRecord[]> {
  return await query
    .selectFrom('basketLines')
    .select(['lineId', 'productId', 'variantId', 'quantity'])
    .where('shopperId', '=', shopperId)
    .orderBy('position')
    .execute();
}

export async function readAccount(query: Query, customerId: string): Promise<CustomerAccount | undefined> {
  const row = await query
    .selectFrom('customerAccounts')
    .select('document')
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as CustomerAccount);
}

/** Newest first; those without a date last. */
export async function readOrders(query: Query, customerId: string, limit: number): Promise<KeptOrder[]> {
  const rows = await query
    .selectFrom('orders')
    .select('document')
    .where('customerId', '=', customerId)
    .orderBy('placedAtMs', (order) => order.desc().nullsLast())
    .orderBy('orderNumber', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as KeptOrder);
}

/** An order of somebody else and one that is not there are the same. */
export async function readOrder(
  query: Query,
  customerId: string,
  orderNumber: string,
): Promise<KeptOrder | undefined> {
  const row = await query
    .selectFrom('orders')
    .select('document')
    .where('orderNumber', '=', orderNumber)
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as KeptOrder);
}

/** Makes a change true, in the transaction it is given. */
export async function applyChange(
  query: Query,
  { order, account, basket, promised }: Change,
  at: { readonly shopperId: string; readonly nowMs: number; readonly heldUntilMs: number },
): Promise<void> {
  const updatedAtMs = at.nowMs;
  if (order !== undefined) {
    const document = JSON.stringify(order);
    await query
      .updateTable('orders')
      .set({ document, updatedAtMs })
      .where('orderNumber', '=', order.orderNumber)
      .where('customerId', '=', order.customerId)
      .execute();
    if (promised !== undefined) await applyPromises(query, order.orderNumber, promised, at.nowMs);
  }
  if (account !== undefined) {
    const document = JSON.stringify(account);
    await query
      .insertInto('customerAccounts')
      .values({ customerId: account.customerId, document, sourceHash: '', updatedAtMs })
      .onConflict((conflict) => conflict.column('customerId').doUpdateSet({ document, updatedAtMs }))
      .execute();
  }
  if (basket === undefined) return;
  await query.deleteFrom('basketLines').where('shopperId', '=', at.shopperId).execute();
  for (const [position, { lineId, productId, variantId, quantity }] of basket.entries()) {
    const { shopperId, heldUntilMs } = at;
    await query
      .insertInto('basketLines')
      .values({ shopperId, position, lineId, productId, variantId, quantity, heldUntilMs, updatedAtMs })
      .execute();
  }
}

/** Deletes baskets that nobody changed since. */
export async function forgetOldBaskets(query: Query, beforeMs: number): Promise<void> {
  await query.deleteFrom('basketLines').where('updatedAtMs', '<', beforeMs).execute();
}

/** Pieces that were of the order before it came here are no promise, and giving them back frees none. */
async function applyPromises(
  query: Query,
  orderNumber: string,
  promised: NonNullable<Change['promised']>,
  promisedAtMs: number,
): Promise<void> {
  if (promised === 'none') {
    await query.deleteFrom('promisedPieces').where('orderNumber', '=', orderNumber).execute();
    return;
  }
  for (const { productId, variantId, quantity } of promised) {
    if (quantity < 0) {
      await query
        .updateTable('promisedPieces')
        .set(({ eb }) => ({
          quantity: eb
            .case()
            .when('quantity', '>', -quantity)
            .then(eb('quantity', '+', quantity))
            .else(0)
            .end(),
        }))
        .where('orderNumber', '=', orderNumber)
        .where('productId', '=', productId)
        .where('variantId', '=', variantId)
        .execute();
      continue;
    }
    await query
      .insertInto('promisedPieces')
      .values({ orderNumber, productId, variantId, quantity, promisedAtMs })
      .onConflict((conflict) =>
        conflict.columns(['orderNumber', 'productId', 'variantId']).doUpdateSet(({ ref, eb }) => ({
          quantity: eb('promisedPieces.quantity', '+', ref('excluded.quantity')),
          promisedAtMs,
        })),
      )
      .execute();
  }
}
