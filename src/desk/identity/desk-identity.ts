import { createHash } from 'node:crypto';
import type { AgentAccount, Role } from '../../domain/agent.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';
import { countAdmins, findAgent, insertAgent, listAgents, toEmail } from './agent-book.ts';
import { type Audited, createAuditLog } from './audit-log.ts';
import { createFailedTries } from './failed-tries.ts';
import { checkPassword, hashPassword } from './password.ts';
import {
  beginSession,
  endSessions,
  findSession,
  listSessions,
  type SessionView,
  touchSession,
} from './session-book.ts';

export interface SignedIn {
  readonly agent: AgentAccount;
  readonly sessionId: string;
}

export interface NewAccount {
  readonly email: string;
  readonly firstName: string;
  readonly password: string;
}

/** Who may sign in at the desk, who is signed in, and what they did. */
export interface DeskIdentity {
  /** Makes what the first administrator is made with, once. @returns undefined when there is an administrator. */
  offerSetup(): Promise<string | undefined>;
  /** @throws {AssistantError} SIGN_IN_FAILED when the token is none, or was used. */
  setUp(token: string, account: NewAccount): Promise<SignedIn & { readonly cookie: string }>;
  /**
   * Cost: one password hash, whether the account exists or not.
   *
   * @param from The network it comes from.
   * @throws {AssistantError} SIGN_IN_FAILED, the same for every reason; TOO_MANY_REQUESTS.
   */
  signIn(
    credentials: { readonly email: string; readonly password: string },
    from: string,
  ): Promise<SignedIn & { readonly cookie: string }>;
  /** @returns Who a cookie is; undefined when the session ended or the account is disabled. */
  signedIn(cookie: string): Promise<SignedIn | undefined>;
  signOut(session: SignedIn): Promise<void>;
  sessions(agentId: string): Promise<readonly SessionView[]>;
  agents(): Promise<readonly AgentAccount[]>;
  /** @throws {AssistantError} CONFLICT when the address is taken. */
  addAgent(account: NewAccount & { readonly role: Role }, by: SignedIn): Promise<AgentAccount>;
  /**
   * Who is disabled is signed out everywhere; who changes their password stays signed in where they do.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT when no administrator would be left.
   */
  changeAgent(
    agentId: string,
    change: {
      readonly firstName?: string;
      readonly role?: Role;
      readonly isDisabled?: boolean;
      readonly password?: string;
    },
    by: SignedIn,
  ): Promise<AgentAccount>;
}

export interface DeskIdentityOptions {
  readonly database: Database;
  readonly clock: () => number;
  /** Unguessable, at least 128 random bits. */
  readonly newId: () => string;
}

export function createDeskIdentity({ database, clock, newId }: DeskIdentityOptions): DeskIdentity {
  const { query } = database;
  const audit = createAuditLog(database);
  const tries = createFailedTries(database);
  /** Compared with when there is no such account, so that the time taken does not tell which exist. Made with the first sign-in. */
  let nobodys: Promise<string> | undefined;
  const nobodysHash = () => {
    nobodys ??= hashPassword(newId());
    return nobodys;
  };

  async function begin(write: Query, agentId: string, action: Audited['action']) {
    const [cookie, sessionId, atMs] = [newId(), newId(), clock()];
    await beginSession(write, { token: cookie, sessionId, agentId }, atMs);
    await audit.append(write, { actor: agentId, action, subject: `session ${sessionId}` }, atMs);
    return { cookie, sessionId };
  }

  async function accountOf(agentId: string): Promise<AgentAccount> {
    const agent = await findAgent(query, { agentId });
    if (agent === undefined) throw new AssistantError('NOT_FOUND', 'There is no such agent');
    const { passwordHash: _, ...account } = agent;
    return account;
  }

  return {
    async offerSetup() {
      const token = newId();
      return await database.transaction(async (write) => {
        if ((await countAdmins(write)) > 0) return undefined;
        await write.deleteFrom('setupTokens').execute();
        await write
          .insertInto('setupTokens')
          .values({ tokenHash: hashOf(token), createdAtMs: clock() })
          .execute();
        return token;
      });
    },

    async setUp(token, { email, firstName, password }) {
      const passwordHash = await hashPassword(password);
      const agentId = newId();
      const begun = await database.transaction(async (write) => {
        const { numDeletedRows } = await write
          .deleteFrom('setupTokens')
          .where('tokenHash', '=', hashOf(token))
          .executeTakeFirst();
        if (numDeletedRows === 0n || (await countAdmins(write)) > 0) throw signInFailed();
        const account = { agentId, email: toEmail(email), firstName, role: 'admin', passwordHash } as const;
        await insertAgent(write, account, clock());
        return await begin(write, agentId, 'setup');
      });
      return { ...begun, agent: await accountOf(agentId) };
    },

    async signIn({ email, password }, from) {
      const attempt = { email: toEmail(email), from };
      await tries.take(attempt, clock());
      const agent = await findAgent(query, attempt);
      const isRight = await checkPassword(password, agent?.passwordHash ?? (await nobodysHash()));
      if (agent === undefined || !isRight || agent.isDisabled) {
        await database.transaction((write) =>
          audit.append(write, { actor: 'nobody', action: 'session.refuse', subject: attempt.email }, clock()),
        );
        throw signInFailed();
      }
      const begun = await database.transaction(async (write) => {
        await tries.clear(write, attempt);
        return await begin(write, agent.agentId, 'session.begin');
      });
      return { ...begun, agent: await accountOf(agent.agentId) };
    },

    async signedIn(cookie) {
      const session = await findSession(query, cookie, clock());
      const agent = session === undefined ? undefined : await findAgent(query, session);
      if (session === undefined || agent === undefined || agent.isDisabled) return undefined;
      const { sessionId, isStale } = session;
      if (isStale) await database.transaction((write) => touchSession(write, sessionId, clock()));
      return { agent: await accountOf(agent.agentId), sessionId };
    },

    async signOut({ agent, sessionId }) {
      await database.transaction(async (write) => {
        await endSessions(write, { sessionId });
        const entry = { actor: agent.agentId, action: 'session.end', subject: `session ${sessionId}` };
        await audit.append(write, entry, clock());
      });
    },

    sessions: (agentId) => listSessions(query, agentId, clock()),
    agents: () => listAgents(query),

    async addAgent({ email, firstName, password, role }, by) {
      const passwordHash = await hashPassword(password);
      const agentId = newId();
      await database.transaction(async (write) => {
        const account = { agentId, email: toEmail(email), firstName, role, passwordHash };
        await insertAgent(write, account, clock());
        const actor = by.agent.agentId;
        await audit.append(
          write,
          { actor, action: 'agent.add', subject: agentId, details: { role } },
          clock(),
        );
      });
      return await accountOf(agentId);
    },

    async changeAgent(agentId, { firstName, role, isDisabled, password }, by) {
      await accountOf(agentId);
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      await database.transaction(async (write) => {
        await write
          .updateTable('agents')
          .set({
            ...(firstName !== undefined && { firstName }),
            ...(role !== undefined && { role }),
            ...(isDisabled !== undefined && { disabledAtMs: isDisabled ? clock() : null }),
            ...(passwordHash !== undefined && { passwordHash }),
            agentId,
          })
          .where('agentId', '=', agentId)
          .execute();
        if ((await countAdmins(write)) === 0)
          throw new AssistantError('CONFLICT', 'No administrator would be left');
        if (isDisabled === true || passwordHash !== undefined || role !== undefined)
          await endSessions(write, { agentId, but: by.sessionId });
        const changed = {
          ...(role !== undefined && { role }),
          ...(isDisabled !== undefined && { isDisabled: String(isDisabled) }),
          ...(firstName !== undefined && { firstName: 'changed' }),
          ...(passwordHash !== undefined && { password: 'changed' }),
        };
        const entry = { actor: by.agent.agentId, action: 'agent.change', subject: agentId, details: changed };
        await audit.append(write, entry, clock());
      });
      return await accountOf(agentId);
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const signInFailed = (): AssistantError =>
  new AssistantError('SIGN_IN_FAILED', 'Address or password is wrong, or the account is closed');
