import type { Query } from '../../ports/database.ts';
import { endSessions } from './session-book.ts';

/** Characters of an id that tell the people of one shop apart. */
const TOLD_CHARACTERS = 6;

/** What stands wherever the name of an erased person stood: of no language, and another one for each of them. */
export const pseudonymOf = (agentId: string): string => `#${agentId.slice(0, TOLD_CHARACTERS)}`;

/**
 * Deletes who somebody of the shop is: account, address, name, password, passkeys, what they are known by elsewhere, sessions, and links
 * that wait for them. What they did stays under their id, which names nobody any more, as do the texts they wrote. The audit log has held
 * nothing but ids, so that its chain stays as it is.
 *
 * Histories that hold an author's name alone lose it wherever it is this one, also that of a colleague of the same name.
 */
export async function eraseAgent(write: Query, agentId: string): Promise<void> {
  const names = await namesOf(write, agentId);
  const sessions = await write
    .selectFrom('agentSessions')
    .select('sessionId')
    .where('agentId', '=', agentId)
    .execute();
  await write
    .deleteFrom('oneTimeTokens')
    .where('subject', 'in', [agentId, ...sessions.map(({ sessionId }) => sessionId)])
    .execute();
  await endSessions(write, { agentId, but: undefined });
  for (const table of ['passkeys', 'externalLogins', 'conversationReads', 'agents'] as const)
    await write.deleteFrom(table).where('agentId', '=', agentId).execute();
  await renameRows(write, agentId);
  for (const table of ['documentChanges', 'synonymSets', 'weightSets', 'ruleChanges'] as const)
    await write
      .updateTable(table)
      .set({ author: pseudonymOf(agentId) })
      .where('author', 'in', names)
      .execute();
}

/** What they were called at one time or another. */
async function namesOf(write: Query, agentId: string): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const table of ['agents', 'entries', 'notes', 'corrections', 'cases', 'deskSettings'] as const) {
    const rows = await write
      .selectFrom(table)
      .select('firstName')
      .distinct()
      .where('agentId', '=', agentId)
      .execute();
    for (const { firstName } of rows) if (firstName !== null) names.add(firstName);
  }
  return [...names];
}

async function renameRows(write: Query, agentId: string): Promise<void> {
  const firstName = pseudonymOf(agentId);
  const tables = [
    'handlings',
    'entries',
    'drafts',
    'corrections',
    'notes',
    'queueLines',
    'cases',
    'deskSettings',
  ] as const;
  for (const table of tables)
    await write.updateTable(table).set({ firstName }).where('agentId', '=', agentId).execute();
  await write
    .updateTable('corrections')
    .set({ undoneFirstName: firstName })
    .where('undoneBy', '=', agentId)
    .execute();
  await write
    .updateTable('cases')
    .set({ reviewedFirstName: firstName })
    .where('reviewedBy', '=', agentId)
    .execute();
}
