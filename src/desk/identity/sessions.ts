import { may, PERMISSIONS, type Permission } from '../../domain/agent.ts';
import type { SignedInView } from '../../domain/desk/session.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { findAgent } from './agent-book.ts';
import { accountOf, type IdentityContext, type SignedIn } from './identity-context.ts';
import { endSessions, findSession, listSessions, touchSession } from './session-book.ts';

/** Who is signed in, and where. */
export interface Sessions {
  /** @returns Who a cookie is; undefined when the session ended or the account is disabled. */
  signedIn(cookie: string): Promise<SignedIn | undefined>;
  describe(signedIn: SignedIn): Promise<SignedInView>;
  signOut(session: SignedIn): Promise<void>;
  /** One of the own sessions. @throws {AssistantError} NOT_FOUND, also for somebody else's. */
  endSession(sessionId: string, by: SignedIn): Promise<void>;
  /** All the own sessions but this one. */
  endOtherSessions(by: SignedIn): Promise<void>;
}

export function createSessions({ database, audit, clock }: IdentityContext): Sessions {
  const { query } = database;

  return {
    async signedIn(cookie) {
      const session = await findSession(query, cookie, clock());
      const agent = session === undefined ? undefined : await findAgent(query, session);
      if (session === undefined || agent === undefined || agent.isDisabled) return undefined;
      const { sessionId, isStale } = session;
      if (isStale) await database.transaction((write) => touchSession(write, sessionId, clock()));
      const { passwordHash: _, ...account } = agent;
      return { agent: account, sessionId };
    },

    async describe({ agent: { agentId }, sessionId }) {
      const known = await findAgent(query, { agentId });
      const agent = await accountOf(query, agentId);
      return {
        agent,
        sessionId,
        hasPassword: known?.passwordHash !== '',
        permissions: (Object.keys(PERMISSIONS) as Permission[]).filter((one) => may(agent.role, one)),
        sessions: await listSessions(query, agentId, clock()),
      };
    },

    async signOut({ agent, sessionId }) {
      await database.transaction(async (write) => {
        await endSessions(write, { sessionId });
        const entry = { actor: agent.agentId, action: 'session.end', subject: `session ${sessionId}` };
        await audit.append(write, entry, clock());
      });
    },

    async endSession(sessionId, { agent: { agentId } }) {
      await database.transaction(async (write) => {
        if ((await endSessions(write, { sessionId, agentId })) === 0)
          throw new AssistantError('NOT_FOUND', 'There is no such session');
        const entry = { actor: agentId, action: 'session.end', subject: `session ${sessionId}` };
        await audit.append(write, entry, clock());
      });
    },

    async endOtherSessions({ agent: { agentId }, sessionId }) {
      await database.transaction(async (write) => {
        const ended = String(await endSessions(write, { agentId, but: sessionId }));
        const entry = { actor: agentId, action: 'session.end-others', subject: agentId, details: { ended } };
        await audit.append(write, entry, clock());
      });
    },
  };
}
