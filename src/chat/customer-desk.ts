import { type ExportSection, exportCustomer } from '../customers/export-customer.ts';
import { type ForgottenCustomer, forgetCustomer, shopperIdsOf } from '../customers/forget-customer.ts';
import type { Database } from '../ports/database.ts';
import type { BehaviourBook } from './behaviour-book.ts';

/** What a customer, or the shop for one, can ask to be done with what is kept of them. */
export interface CustomerDesk {
  /** Deletes everything that is kept of a customer, on the disk and in memory; nothing to do is fine. */
  forget(customerId: string): Promise<ForgottenCustomer>;
  /** Everything that is kept of a customer, read as it is taken. */
  export(customerId: string): Promise<readonly ExportSection[]>;
}

/** @param options.behaviour What a service under way holds in memory. */
export function createCustomerDesk(options: {
  readonly database: Database;
  readonly behaviour?: BehaviourBook;
}): CustomerDesk {
  const { database, behaviour } = options;
  return {
    async forget(customerId) {
      // What waits to be written would come back after the deletion.
      await behaviour?.impressions.flush();
      const forgotten = await forgetCustomer(database, customerId);
      for (const shopperId of shopperIdsOf(customerId)) behaviour?.online.forget(shopperId);
      return forgotten;
    },

    async export(customerId) {
      await behaviour?.impressions.flush();
      return exportCustomer(database, customerId);
    },
  };
}
