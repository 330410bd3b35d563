import type { Query } from '../ports/database.ts';

/** What is kept of a conversation at the desk, and for its reports. */
const TABLES = [
  'entries',
  'handlings',
  'notes',
  'conversationReads',
  'satisfactions',
  'queueLines',
  'queueWords',
  'translations',
  'turnFacts',
  'conversationMarks',
  'cases',
] as const;

/**
 * Takes away what persons said in conversations, who answered them, and what they noted and read of them: of one, or of all that a shopper
 * had.
 */
export async function dropEntries(
  write: Query,
  of: { readonly conversationId: string } | { readonly shopperIds: readonly string[] },
): Promise<void> {
  for (const table of TABLES) {
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
