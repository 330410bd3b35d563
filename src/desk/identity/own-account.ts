import { AssistantError } from '../../errors/assistant-error.ts';
import { findAgent } from './agent-book.ts';
import {
  accountOf,
  type Begun,
  type IdentityContext,
  openSession,
  type SignedIn,
  signInFailed,
  type Visit,
} from './identity-context.ts';
import { peekToken, takeToken } from './one-time-token.ts';
import { checkPassword, hashPassword } from './password.ts';
import { assertGoodPassword } from './password-rules.ts';
import { endSessions, sessionBegan } from './session-book.ts';

/** What people do with their own accounts. */
export interface OwnAccount {
  /** Whom an invitation is for. @throws {AssistantError} SIGN_IN_FAILED when it is none, was used or has expired. */
  readInvitation(token: string): Promise<{ readonly email: string; readonly firstName: string }>;
  /**
   * Sets the password, ends every session there was, and begins one. An invitation is used up by it, and by nothing that fails.
   *
   * @throws {AssistantError} SIGN_IN_FAILED; INVALID_ARGUMENT when the password is easily guessed.
   */
  acceptInvitation(token: string, password: string, visit: Visit): Promise<Begun>;
  /**
   * Stays signed in here and nowhere else.
   *
   * @param change.current Needed where there is a password; without one, a session that has just begun will do.
   * @throws {AssistantError} FORBIDDEN; TOO_MANY_REQUESTS; INVALID_ARGUMENT when the new one is easily guessed.
   */
  changePassword(
    by: SignedIn,
    change: { readonly current?: string; readonly password: string },
    visit: Visit,
  ): Promise<void>;
  /**
   * That somebody is still at the keyboard: they signed in lately, or give their password.
   *
   * @throws {AssistantError} FORBIDDEN; TOO_MANY_REQUESTS.
   */
  assertPresent(by: SignedIn, password: string | undefined, visit: Visit): Promise<void>;
}

const LATELY_MS = 15 * 60_000;

export function createOwnAccount(context: IdentityContext): OwnAccount {
  const { database, audit, tries, clock } = context;
  const { query } = database;

  async function invited(token: string) {
    const kept = await peekToken(query, 'invitation', token, clock());
    const agent = kept === undefined ? undefined : await findAgent(query, { agentId: kept.subject });
    if (agent === undefined || agent.isDisabled) throw signInFailed();
    return agent;
  }

  async function assertLately({ sessionId }: SignedIn): Promise<void> {
    const beganAtMs = await sessionBegan(query, sessionId);
    if (beganAtMs === undefined || clock() - beganAtMs > LATELY_MS)
      throw new AssistantError('FORBIDDEN', 'Sign in again first: this session began too long ago for that');
  }

  async function assertPassword(email: string, password: string, hash: string, { from }: Visit) {
    const attempt = { email, from };
    const taken = await tries.take(attempt, clock());
    if (!(await checkPassword(password, hash)))
      throw new AssistantError('FORBIDDEN', 'This is not the password of the account');
    await database.transaction((write) => tries.clear(write, taken));
  }

  return {
    async readInvitation(token) {
      const { email, firstName } = await invited(token);
      return { email, firstName };
    },

    async acceptInvitation(token, password, visit) {
      const { agentId, ...account } = await invited(token);
      assertGoodPassword(password, account);
      const passwordHash = await hashPassword(password);
      const begun = await database.transaction(async (write) => {
        const taken = await takeToken(write, 'invitation', token, clock());
        if (taken === undefined) throw signInFailed();
        await write.updateTable('agents').set({ passwordHash }).where('agentId', '=', agentId).execute();
        await endSessions(write, { agentId, but: undefined });
        await audit.append(write, { actor: agentId, action: 'password.change', subject: agentId }, clock());
        return await openSession(context, write, { agentId, method: 'invitation', visit });
      });
      return { ...begun, agent: await accountOf(query, agentId) };
    },

    async changePassword(by, { current, password }, visit) {
      const { agentId, email, firstName } = by.agent;
      const hash = (await findAgent(query, { agentId }))?.passwordHash ?? '';
      if (hash === '') await assertLately(by);
      else await assertPassword(email, current ?? '', hash, visit);
      assertGoodPassword(password, { email, firstName });
      const passwordHash = await hashPassword(password);
      await database.transaction(async (write) => {
        await write.updateTable('agents').set({ passwordHash }).where('agentId', '=', agentId).execute();
        await endSessions(write, { agentId, but: by.sessionId });
        await audit.append(write, { actor: agentId, action: 'password.change', subject: agentId }, clock());
      });
    },

    async assertPresent(by, password, visit) {
      const hash = (await findAgent(query, { agentId: by.agent.agentId }))?.passwordHash ?? '';
      if (password === undefined || hash === '') await assertLately(by);
      else await assertPassword(by.agent.email, password, hash, visit);
    },
  };
}
