import type { Database, Query } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import { dropDrafts } from './drop-drafts.ts';
import { dropEntries } from './drop-entries.ts';
import { dropSpending } from './drop-spending.ts';
import { dropTraces } from './drop-traces.ts';
import { forgetCommerce } from './forget-commerce.ts';
import { unlinkChoices } from './unlink-choices.ts';

/** Rows that were deleted. */
export interface ForgottenCustomer {
  readonly conversations: number;
  readonly interactions: number;
  readonly impressions: number;
}

/** What is kept of a customer stands under these: proved by the shop, or claimed by an event that nobody proved. */
export const shopperIdsOf = (customerId: string): readonly string[] => [
  `customer:${customerId}`,
  `claimed:${customerId}`,
];

/**
 * Deletes a customer in one transaction: conversations with all their turns, what was shown, and what was done, on every
 * visit, account and basket; orders lose their person. A turn under way is not recorded, as its conversation is gone. Models
 * learned before stay until the next training, which knows nothing of the customer. A customer who is not known leaves nothing
 * to delete.
 *
 * @throws {AssistantError} DATABASE_FAILED: then nothing was deleted.
 */
export async function forgetCustomer(
  database: Pick<Database, 'transaction'>,
  customerId: string,
  also?: WriteAlong,
): Promise<ForgottenCustomer> {
  const shopperIds = shopperIdsOf(customerId);
  return await database.transaction(
    async (query) => {
      const talks = conversationsOf(query, shopperIds);
      await unlinkChoices(query, { shopperIds });
      await forgetCommerce(query, customerId, shopperIds);
      await dropTraces(query, { shopperIds });
      await dropSpending(query, { shopperIds });
      await dropEntries(query, { shopperIds });
      await dropDrafts(query, { shopperIds });
      await query.deleteFrom('turns').where('conversationId', 'in', talks).execute();
      const impressions = await query
        .deleteFrom('impressions')
        .where(({ or, eb }) => or([eb('conversationId', 'in', talks), eb('shopperId', 'in', shopperIds)]))
        .executeTakeFirstOrThrow();
      const interactions = await query
        .deleteFrom('interactions')
        .where(({ or, eb }) => or([eb('shopperId', 'in', shopperIds), eb('sessionId', 'in', talks)]))
        .executeTakeFirstOrThrow();
      const conversations = await query
        .deleteFrom('conversations')
        .where('shopperId', 'in', shopperIds)
        .executeTakeFirstOrThrow();
      await also?.(query);
      return {
        conversations: Number(conversations.numDeletedRows),
        interactions: Number(interactions.numDeletedRows),
        impressions: Number(impressions.numDeletedRows),
      };
    },
    { erases: true },
  );
}

const conversationsOf = (query: Query, shopperIds: readonly string[]) =>
  query.selectFrom('conversations').select('conversationId').where('shopperId', 'in', shopperIds);
