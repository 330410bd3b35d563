import { type ExportSection, exportCustomer } from '../customers/export-customer.ts';
import { type ForgottenCustomer, forgetCustomer, shopperIdsOf } from '../customers/forget-customer.ts';
import type { Database } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import type { BehaviourBook } from './behaviour-book.ts';

/** What a customer, or the shop for one, can ask to be done with what is kept of them. */
export interface CustomerDesk {
  /**
   * Deletes everything that is kept of a customer, on the disk and in memory; nothing to do is fine.
   *
   * @param also Is written with the deletion.
   */
  forget(customerId: string, also?: WriteAlong): Promise<ForgottenCustomer>;
  /** Everything that is kept of a customer, read as it is taken. @param isForShop As of `exportCustomer`. */
  export(customerId: string, isForShop: boolean): Promise<readonly ExportSection[]>;
}

/**
 * @param options.behaviour What a service under way holds in memory.
 * @param options.onForgotten Hears of each conversation that is gone.
 */
export function createCustomerDesk(options: {
  readonly database: Database;
  readonly behaviour?: BehaviourBook;
  readonly onForgotten?: (conversationId: string) => void;
}): CustomerDesk {
  const { database, behaviour, onForgotten } = options;
  return {
    async forget(customerId, also) {
      // What waits to be written would come back after the deletion.
      await behaviour?.impressions.flush();
      const talks = await database.query
        .selectFrom('conversations')
        .select('conversationId')
        .where('shopperId', 'in', shopperIdsOf(customerId))
        .execute();
      const forgotten = await forgetCustomer(database, customerId, also);
      for (const { conversationId } of talks) onForgotten?.(conversationId);
      for (const shopperId of shopperIdsOf(customerId)) behaviour?.online.forget(shopperId);
      return forgotten;
    },

    async export(customerId, isForShop) {
      await behaviour?.impressions.flush();
      return exportCustomer(database, customerId, isForShop);
    },
  };
}
