import type { Query } from '../ports/database.ts';

/** Takes the traces of conversations away: of some, or of all that a shopper had. */
export async function dropTraces(
  write: Query,
  of: { readonly conversationId: string } | { readonly shopperIds: readonly string[] },
): Promise<void> {
  const traces = write.deleteFrom('traces');
  if ('conversationId' in of) {
    await traces.where('conversationId', '=', of.conversationId).execute();
    return;
  }
  const talks = write
    .selectFrom('conversations')
    .select('conversationId')
    .where('shopperId', 'in', of.shopperIds);
  await traces.where('conversationId', 'in', talks).execute();
}
