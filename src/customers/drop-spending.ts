import type { Query } from '../ports/database.ts';

/**
 * Deletes what says how much single conversations spent on language models; what the shop spent in all says nothing of anybody and stays.
 * To be called before the conversations are deleted.
 */
export async function dropSpending(
  write: Query,
  of: { readonly conversationId: string } | { readonly shopperIds: readonly string[] },
): Promise<void> {
  const talks = write
    .selectFrom('conversations')
    .select('conversationId')
    .where((where) =>
      'conversationId' in of
        ? where('conversationId', '=', of.conversationId)
        : where('shopperId', 'in', of.shopperIds),
    );
  await write
    .deleteFrom('modelBudgets')
    .where('budget', '=', 'conversation')
    .where('subject', 'in', talks)
    .execute();
}
