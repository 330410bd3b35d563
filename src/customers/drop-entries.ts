import type { Query } from '../ports/database.ts';

/** Takes away what persons said in conversations, and who answered them: of one, or of all that a shopper had. */
export async function dropEntries(
  write: Query,
  of: { readonly conversationId: string } | { readonly shopperIds: readonly string[] },
): Promise<void> {
  for (const table of ['entries', 'handlings'] as const) {
    const rows = write.deleteFrom(table);
    if ('conversationId' in of) {
      await rows.where('conversationId', '=', of.conversationId).execute();
    } else {
      const talks = write
        .selectFrom('conversations')
        .select('conversationId')
        .where('shopperId', 'in', of.shopperIds);
      await rows.where('conversationId', 'in', talks).execute();
    }
  }
}
