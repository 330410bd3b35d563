import type { Order } from '../domain/commerce.ts';
import type { Query } from '../ports/database.ts';

/**
 * Takes a customer out of what the embedded commerce backend keeps: account and baskets are deleted, what their writes said of them too.
 * Orders stay as the shop's records, without the person: what was bought, what moved, and the country it went to.
 */
export async function forgetCommerce(
  query: Query,
  customerId: string,
  shopperIds: readonly string[],
): Promise<void> {
  for (const shopperId of shopperIds) await forgetBasket(query, shopperId);
  await query.deleteFrom('customerAccounts').where('customerId', '=', customerId).execute();
  const orders = await query
    .selectFrom('orders')
    .select(['orderNumber', 'document'])
    .where('customerId', '=', customerId)
    .execute();
  for (const { orderNumber, document } of orders)
    await query
      .updateTable('orders')
      .set({ customerId: null, document: JSON.stringify(withoutPerson(JSON.parse(document) as Order)) })
      .where('orderNumber', '=', orderNumber)
      .execute();
}

/** The basket of one visitor, with the answers that were kept for repeated writes of it. */
export async function forgetBasket(query: Query, shopperId: string): Promise<void> {
  await query.deleteFrom('basketLines').where('shopperId', '=', shopperId).execute();
  await query.deleteFrom('shopifyCarts').where('shopperId', '=', shopperId).execute();
  await query.deleteFrom('commerceWrites').where('shopperId', '=', shopperId).execute();
}

/** Stands for a method of payment, of which only the kind of movement is left. */
const FORGOTTEN = 'forgotten';

function withoutPerson({ cancelReason: _, ...order }: Order): Order {
  const { returning, exchanging } = order;
  return {
    ...order,
    customerId: '',
    address: { line1: '', city: '', postalCode: '', country: order.address.country },
    shipments: order.shipments.map(({ lineIds }) => ({ trackingIds: [], lineIds })),
    payments: order.payments.map((payment) => ({ ...payment, methodId: FORGOTTEN })),
    ...(returning === undefined ? {} : { returning: { ...returning, methodId: FORGOTTEN } }),
    ...(exchanging === undefined ? {} : { exchanging: { ...exchanging, methodId: FORGOTTEN } }),
  };
}
