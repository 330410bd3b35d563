import { DEMO_CUSTOMER } from '../demo/demo-orders.ts';
import type { Database } from '../ports/database.ts';

/** Takes the customer of the demo shop out once a real catalogue has taken its place; to be called after each that was published. */
export async function removeDemoOrders(database: Database): Promise<void> {
  const [present, before] = await database.query
    .selectFrom('catalogueVersions')
    .select('origin')
    .orderBy('version', 'desc')
    .limit(2)
    .execute();
  if (present?.origin !== 'import' || before?.origin !== 'demo') return;
  await database.transaction(async (query) => {
    await query.deleteFrom('orders').where('customerId', '=', DEMO_CUSTOMER).execute();
    await query.deleteFrom('customerAccounts').where('customerId', '=', DEMO_CUSTOMER).execute();
  });
}
