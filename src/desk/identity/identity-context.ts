import type { AgentAccount } from '../../domain/agent.ts';
import type { SignInMethod } from '../../domain/desk/session.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';
import { findAgent } from './agent-book.ts';
import type { AuditLog } from './audit-log.ts';
import type { FailedTries } from './failed-tries.ts';
import { beginSession, endSessions } from './session-book.ts';

/** What all parts of signing in work with. */
export interface IdentityContext {
  readonly database: Pick<Database, 'query' | 'transaction'>;
  readonly audit: AuditLog;
  readonly tries: FailedTries;
  readonly clock: () => number;
  /** Unguessable, at least 128 random bits. */
  readonly newId: () => string;
  /** Hears of conversations that wait again, as whoever answered them may not any more. */
  readonly onPutBack: (conversationId: string) => void;
}

export interface SignedIn {
  readonly agent: AgentAccount;
  readonly sessionId: string;
}

/** A session that has just begun. */
export interface Begun extends SignedIn {
  readonly cookie: string;
}

/** A browser that wants to sign in. */
export interface Visit {
  /** The network it comes from. */
  readonly from: string;
  /** What it was signed in by until now: that session ends, so that nobody goes on in one that somebody else began. */
  readonly cookie?: string | undefined;
}

/** Who changes an account: somebody at the desk, or whoever owns the machine. */
export type ChangedBy = SignedIn | 'command-line';

export const actorOf = (by: ChangedBy): string => (by === 'command-line' ? by : by.agent.agentId);

/** Begins a session under a new cookie, as part of the transaction that proved who it is. */
export async function openSession(
  { audit, clock, newId }: IdentityContext,
  write: Query,
  {
    agentId,
    method,
    visit,
  }: { readonly agentId: string; readonly method: SignInMethod; readonly visit: Visit },
): Promise<{ readonly cookie: string; readonly sessionId: string }> {
  const [cookie, sessionId, atMs] = [newId(), newId(), clock()];
  if (visit.cookie !== undefined) await endSessions(write, { token: visit.cookie });
  await beginSession(write, { token: cookie, sessionId, agentId, method, network: visit.from }, atMs);
  await audit.append(
    write,
    { actor: agentId, action: 'session.begin', subject: `session ${sessionId}`, details: { method } },
    atMs,
  );
  return { cookie, sessionId };
}

/**
 * Notes a sign-in that failed.
 *
 * @param subject What was tried: an address, a passkey, a provider.
 * @param reason For whoever reads the log; never told to the one who tried.
 */
export async function noteRefusal(
  { database, audit, clock }: IdentityContext,
  method: SignInMethod,
  subject: string,
  reason?: string,
): Promise<AssistantError> {
  const details = { method, ...(reason !== undefined && { reason }) };
  const entry = { actor: 'nobody', action: 'session.refuse', subject, details };
  await database.transaction((write) => audit.append(write, entry, clock()));
  return signInFailed();
}

/** @throws {AssistantError} NOT_FOUND. */
export async function accountOf(query: Query, agentId: string): Promise<AgentAccount> {
  const agent = await findAgent(query, { agentId });
  if (agent === undefined) throw new AssistantError('NOT_FOUND', 'There is no such agent');
  const { passwordHash: _, ...account } = agent;
  return account;
}

/** One answer, whatever the reason. */
export const signInFailed = (): AssistantError =>
  new AssistantError('SIGN_IN_FAILED', 'This does not sign anybody in, or the account is closed');
