import { type AgentAccount, may, type Role } from '../../domain/agent.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Query } from '../../ports/database.ts';
import { putBack } from '../put-back.ts';
import { countAdmins, insertAgent, listAgents, toEmail, toFirstName } from './agent-book.ts';
import { eraseAgent } from './erase-agent.ts';
import { accountOf, actorOf, type ChangedBy, type IdentityContext } from './identity-context.ts';
import { dropTokens, keepToken } from './one-time-token.ts';
import { endSessions } from './session-book.ts';

export interface NewAccount {
  readonly email: string;
  readonly firstName: string;
  readonly role: Role;
}

/** What lets somebody set their own password, once. */
export interface Invited {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Who may sign in. */
export interface Accounts {
  agents(): Promise<readonly AgentAccount[]>;
  /** @throws {AssistantError} CONFLICT when the address is taken. */
  addAgent(
    account: NewAccount,
    by: ChangedBy,
  ): Promise<{ readonly agent: AgentAccount; readonly invitation: Invited }>;
  /**
   * Lets somebody choose a new password: what they had goes on until they do. An earlier invitation is good no more.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT when the account is disabled.
   */
  invite(agentId: string, by: ChangedBy): Promise<Invited>;
  /**
   * Who is disabled, or has another role, is signed out everywhere else; what they answered waits for somebody else where they may not
   * answer any more.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT when no administrator would be left; INVALID_ARGUMENT, of the name.
   */
  changeAgent(
    agentId: string,
    change: { readonly firstName?: string; readonly role?: Role; readonly isDisabled?: boolean },
    by: ChangedBy,
  ): Promise<AgentAccount>;
  /**
   * Deletes who somebody is, as `eraseAgent`. The provider of identities, where there is one, may bring them back as somebody new.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT when no administrator would be left.
   */
  eraseAgent(agentId: string, by: ChangedBy): Promise<void>;
  /** Everywhere. @throws {AssistantError} NOT_FOUND. */
  signOutAgent(agentId: string, by: ChangedBy): Promise<void>;
}

const INVITATION_MS = 24 * 3_600_000;

export function createAccounts({ database, audit, clock, newId, onPutBack }: IdentityContext): Accounts {
  const { query } = database;

  async function offerInvitation(write: Query, agentId: string): Promise<Invited> {
    const [token, expiresAtMs] = [newId(), clock() + INVITATION_MS];
    await dropTokens(write, 'invitation', agentId);
    await keepToken(write, { kind: 'invitation', token, subject: agentId, expiresAtMs }, clock());
    return { token, expiresAt: new Date(expiresAtMs).toISOString() };
  }

  return {
    agents: () => listAgents(query),

    async addAgent({ email, firstName, role }, by) {
      const agentId = newId();
      const invitation = await database.transaction(async (write) => {
        const account = { agentId, email: toEmail(email), firstName, role, passwordHash: '' };
        await insertAgent(write, account, clock());
        const entry = { actor: actorOf(by), action: 'agent.add', subject: agentId, details: { role } };
        await audit.append(write, entry, clock());
        return await offerInvitation(write, agentId);
      });
      return { agent: await accountOf(query, agentId), invitation };
    },

    async invite(agentId, by) {
      const { isDisabled } = await accountOf(query, agentId);
      if (isDisabled) throw new AssistantError('CONFLICT', 'The account is closed; open it first');
      return await database.transaction(async (write) => {
        await audit.append(write, { actor: actorOf(by), action: 'agent.invite', subject: agentId }, clock());
        return await offerInvitation(write, agentId);
      });
    },

    async changeAgent(agentId, { firstName, role, isDisabled }, by) {
      const before = await accountOf(query, agentId);
      const isOtherRole = role !== undefined && role !== before.role;
      const left = await database.transaction(async (write) => {
        await write
          .updateTable('agents')
          .set({
            ...(firstName !== undefined && { firstName: toFirstName(firstName) }),
            ...(role !== undefined && { role }),
            ...(isDisabled !== undefined && { disabledAtMs: isDisabled ? clock() : null }),
            agentId,
          })
          .where('agentId', '=', agentId)
          .execute();
        await assertAdminLeft(write, before);
        if (isDisabled === true) await dropTokens(write, 'invitation', agentId);
        if (isDisabled === true || isOtherRole)
          await endSessions(write, { agentId, but: by === 'command-line' ? undefined : by.sessionId });
        const changed = {
          ...(isOtherRole && { role }),
          ...(isDisabled !== undefined && { isDisabled: String(isDisabled) }),
          ...(firstName !== undefined && { firstName: 'changed' }),
        };
        const entry = { actor: actorOf(by), action: 'agent.change', subject: agentId, details: changed };
        await audit.append(write, entry, clock());
        const answers = isDisabled !== true && may(role ?? before.role, 'conversations-answer');
        return answers ? [] : await putBack(write, agentId, clock());
      });
      for (const conversationId of left) onPutBack(conversationId);
      return await accountOf(query, agentId);
    },

    async eraseAgent(agentId, by) {
      const left = await database.transaction(
        async (write) => {
          const before = await accountOf(write, agentId);
          const conversations = await putBack(write, agentId, clock());
          await eraseAgent(write, agentId);
          await assertAdminLeft(write, before);
          await audit.append(write, { actor: actorOf(by), action: 'agent.erase', subject: agentId }, clock());
          return conversations;
        },
        { erases: true },
      );
      for (const conversationId of left) onPutBack(conversationId);
    },

    async signOutAgent(agentId, by) {
      await accountOf(query, agentId);
      await database.transaction(async (write) => {
        const ended = String(
          await endSessions(write, { agentId, but: by === 'command-line' ? undefined : by.sessionId }),
        );
        const entry = { actor: actorOf(by), action: 'agent.sign-out', subject: agentId, details: { ended } };
        await audit.append(write, entry, clock());
      });
    },
  };
}

/** @throws {AssistantError} CONFLICT when somebody was the last administrator. */
async function assertAdminLeft(write: Query, before: AgentAccount): Promise<void> {
  if (before.role === 'admin' && (await countAdmins(write)) === 0)
    throw new AssistantError('CONFLICT', 'No administrator would be left');
}
