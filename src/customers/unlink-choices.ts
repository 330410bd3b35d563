import type { Query } from '../ports/database.ts';

/**
 * Takes away what ties explored lists to people, in some conversations or in all of some shoppers: the conversation, the shopper,
 * the products shown, and what was done with which. Strategy, chance, context and reward stay; they say nothing of anybody.
 * To be called before the conversations are deleted.
 */
export async function unlinkChoices(
  write: Query,
  {
    conversationIds = [],
    shopperIds = [],
  }: { readonly conversationIds?: readonly string[]; readonly shopperIds?: readonly string[] },
): Promise<void> {
  const talks = write
    .selectFrom('conversations')
    .select('conversationId')
    .where((where) =>
      where.or([where('shopperId', 'in', shopperIds), where('conversationId', 'in', conversationIds)]),
    );
  await write
    .updateTable('choices')
    .set({ conversationId: null, shopperId: null, products: '[]', deeds: '{}' })
    .where((where) => where.or([where('shopperId', 'in', shopperIds), where('conversationId', 'in', talks)]))
    .execute();
}
