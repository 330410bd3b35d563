import { createHash } from 'node:crypto';
import type { Query } from '../../ports/database.ts';

/** A session ends so long after it was used last, and so long after it began. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** A use is written down at most so often. */
const SEEN_EVERY_MS = 60_000;

export interface SessionView {
  readonly sessionId: string;
  /** ISO 8601. */
  readonly beganAt: string;
  readonly seenAt: string;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function beginSession(
  write: Query,
  session: { readonly token: string; readonly sessionId: string; readonly agentId: string },
  atMs: number,
): Promise<void> {
  const { token, ...row } = session;
  await write
    .deleteFrom('agentSessions')
    .where('createdAtMs', '<=', atMs - LONGEST_MS)
    .execute();
  await write
    .insertInto('agentSessions')
    .values({ ...row, tokenHash: hashOf(token), createdAtMs: atMs, seenAtMs: atMs })
    .execute();
}

/** @returns Whose it is; undefined when there is no such session any more. `isStale`: its use is to be written down. */
export async function findSession(
  query: Query,
  token: string,
  nowMs: number,
): Promise<{ readonly sessionId: string; readonly agentId: string; readonly isStale: boolean } | undefined> {
  const row = await query
    .selectFrom('agentSessions')
    .selectAll()
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  if (row === undefined || nowMs - row.createdAtMs >= LONGEST_MS || nowMs - row.seenAtMs >= IDLE_MS)
    return undefined;
  const { sessionId, agentId, seenAtMs } = row;
  return { sessionId, agentId, isStale: nowMs - seenAtMs >= SEEN_EVERY_MS };
}

export async function touchSession(write: Query, sessionId: string, atMs: number): Promise<void> {
  await write
    .updateTable('agentSessions')
    .set({ seenAtMs: atMs })
    .where('sessionId', '=', sessionId)
    .execute();
}

/** One session, or all of an agent, but for the one that is kept. */
export async function endSessions(
  write: Query,
  of: { readonly sessionId: string } | { readonly agentId: string; readonly but?: string },
): Promise<void> {
  const rows = write.deleteFrom('agentSessions');
  if ('sessionId' in of) await rows.where('sessionId', '=', of.sessionId).execute();
  else
    await rows
      .where('agentId', '=', of.agentId)
      .where('sessionId', '!=', of.but ?? '')
      .execute();
}

export async function listSessions(
  query: Query,
  agentId: string,
  nowMs: number,
): Promise<readonly SessionView[]> {
  const rows = await query
    .selectFrom('agentSessions')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('seenAtMs', '>', nowMs - IDLE_MS)
    .where('createdAtMs', '>', nowMs - LONGEST_MS)
    .orderBy('createdAtMs')
    .execute();
  return rows.map(({ sessionId, createdAtMs, seenAtMs }) => ({
    sessionId,
    beganAt: new Date(createdAtMs).toISOString(),
    seenAt: new Date(seenAtMs).toISOString(),
  }));
}
