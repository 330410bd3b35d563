import type { SessionView, SignInMethod } from '../../domain/desk/session.ts';
import type { Query } from '../../ports/database.ts';
import { hashToken } from './hash-token.ts';

/** A session ends so long after it was used last, and so long after it began. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** A use is written down at most so often. */
const SEEN_EVERY_MS = 60_000;

export async function beginSession(
  write: Query,
  session: {
    readonly token: string;
    readonly sessionId: string;
    readonly agentId: string;
    readonly method: SignInMethod;
    readonly network: string;
  },
  atMs: number,
): Promise<void> {
  const { token, ...row } = session;
  await write
    .deleteFrom('agentSessions')
    .where('createdAtMs', '<=', atMs - LONGEST_MS)
    .execute();
  await write
    .insertInto('agentSessions')
    .values({ ...row, tokenHash: hashToken(token), createdAtMs: atMs, seenAtMs: atMs })
    .execute();
}

/** @returns When a session began, epoch milliseconds; undefined when it has ended. */
export async function sessionBegan(query: Query, sessionId: string): Promise<number | undefined> {
  const row = await query
    .selectFrom('agentSessions')
    .select('createdAtMs')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst();
  return row?.createdAtMs;
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
    .where('tokenHash', '=', hashToken(token))
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

/**
 * One session (of one agent, where said), the one behind a cookie, or all of an agent but for the one that is kept.
 *
 * @returns How many ended.
 */
export async function endSessions(
  write: Query,
  of:
    | { readonly sessionId: string; readonly agentId?: string }
    | { readonly token: string }
    | { readonly agentId: string; readonly but: string | undefined },
): Promise<number> {
  const rows = write.deleteFrom('agentSessions');
  const { numDeletedRows } = await ('token' in of
    ? rows.where('tokenHash', '=', hashToken(of.token))
    : 'sessionId' in of
      ? rows
          .where('sessionId', '=', of.sessionId)
          .$if(of.agentId !== undefined, (own) => own.where('agentId', '=', of.agentId ?? ''))
      : rows.where('agentId', '=', of.agentId).where('sessionId', '!=', of.but ?? '')
  ).executeTakeFirst();
  return Number(numDeletedRows);
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
  return rows.map(({ sessionId, method, network, createdAtMs, seenAtMs }) => ({
    sessionId,
    method,
    ...(network === null ? {} : { network }),
    beganAt: new Date(createdAtMs).toISOString(),
    seenAt: new Date(seenAtMs).toISOString(),
  }));
}
