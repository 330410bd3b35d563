import type { CustomerAccount, Order, PostalAddress } from '../../../domain/commerce.ts';
import type { Query } from '../../../ports/database.ts';

const CUSTOMER = 'customer:';
const MOST_ORDERS = 200;

/** What the shop knows of a shopper by heart: who they are, where they live, what their orders are called. Nothing of a visitor. */
export async function personalOf(query: Query, shopperId: string): Promise<string[]> {
  if (!shopperId.startsWith(CUSTOMER)) return [];
  const customerId = shopperId.slice(CUSTOMER.length);
  const account = await query
    .selectFrom('customerAccounts')
    .select('document')
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  const orders = await query
    .selectFrom('orders')
    .select(['orderNumber', 'document'])
    .where('customerId', '=', customerId)
    .limit(MOST_ORDERS)
    .execute();
  const { name, email, address } = (
    account === undefined ? {} : JSON.parse(account.document)
  ) as Partial<CustomerAccount>;
  return [
    customerId,
    name ?? '',
    email ?? '',
    ...addressWords(address),
    ...orders.flatMap(({ orderNumber, document }) => [
      orderNumber,
      ...addressWords((JSON.parse(document) as Partial<Order>).address),
    ]),
  ].filter((words) => words.trim() !== '');
}

/** The country is no secret, and often a market. */
const addressWords = (address: PostalAddress | undefined): string[] =>
  address === undefined
    ? []
    : [address.name, address.line1, address.line2, address.city, address.postalCode].flatMap(
        (part) => part ?? [],
      );
