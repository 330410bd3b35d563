import type { Query } from '../ports/database.ts';

/**
 * Takes away what agents had under their hands in conversations. What they changed of lists stays for what is learned of many
 * together, without the conversation, what was said in it, and why they did it.
 */
export async function dropDrafts(
  write: Query,
  of: { readonly conversationId: string } | { readonly shopperIds: readonly string[] },
): Promise<void> {
  const drafts = write.deleteFrom('drafts');
  const corrections = write.updateTable('corrections').set({ conversationId: null, wants: '', reason: null });
  if ('conversationId' in of) {
    await drafts.where('conversationId', '=', of.conversationId).execute();
    await corrections.where('conversationId', '=', of.conversationId).execute();
    return;
  }
  const talks = write
    .selectFrom('conversations')
    .select('conversationId')
    .where('shopperId', 'in', of.shopperIds);
  await drafts.where('conversationId', 'in', talks).execute();
  await corrections.where('conversationId', 'in', talks).execute();
}
