import { type AgentAccount, may, type Role } from '../../domain/agent.ts';
import { isAssistantError } from '../../errors/assistant-error.ts';
import type { Query } from '../../ports/database.ts';
import type { ExternalIdentity, IdentityProvider } from '../../ports/identity-provider.ts';
import { putBack } from '../put-back.ts';
import { countAdmins, findAgent, insertAgent, readFirstName, toEmail } from './agent-book.ts';
import { externalLoginOf, findExternalLogin, setExternalLogin } from './external-login-book.ts';
import {
  accountOf,
  type Begun,
  type IdentityContext,
  noteRefusal,
  openSession,
  type Visit,
} from './identity-context.ts';
import { keepToken, takeToken } from './one-time-token.ts';
import { endSessions, listSessions } from './session-book.ts';

/** The provider of identities, and which of its groups are which role here: the first group in this order that somebody is in counts. */
export interface OpenIdOptions {
  readonly provider: IdentityProvider;
  readonly roles: readonly { readonly group: string; readonly role: Role }[];
}

/**
 * Signing in by a provider of identities. Nobody gets a role by being known there: they have an account with an address that the provider
 * has verified, or are in a group that the shop has given a role. An account made by a group follows it at every sign-in.
 */
export interface OpenIdSignIn {
  readonly label: string;
  /**
   * @param attempt What the browser is known by until it comes back.
   * @returns Where to send it.
   * @throws {AssistantError} IDENTITY_UNAVAILABLE.
   */
  begin(attempt: string, returnTo: string): Promise<string>;
  /** @throws {AssistantError} SIGN_IN_FAILED, the same for every reason; TOO_MANY_REQUESTS; IDENTITY_UNAVAILABLE. */
  finish(attempt: string | undefined, returned: URL, visit: Visit): Promise<Begun>;
  /** Where to sign out of the provider too; undefined where the session did not begin there. */
  signOutAddress(agentId: string, sessionId: string, returnTo: string): Promise<string | undefined>;
}

const ATTEMPT_MS = 10 * 60_000;

export function createOpenIdSignIn(
  context: IdentityContext,
  { provider, roles }: OpenIdOptions,
): OpenIdSignIn {
  const { database, audit, tries, clock, newId, onPutBack } = context;
  const { issuer } = provider;

  /**
   * @param left Gets the conversations that wait again, as whoever answered them may not any more.
   * @returns The account that an identity may use from now on, or why none.
   */
  async function admit(
    write: Query,
    identity: ExternalIdentity,
    left: string[],
  ): Promise<{ agentId: string } | string> {
    const role = roles.find(({ group }) => identity.groups.includes(group))?.role;
    const login = await findExternalLogin(write, issuer, identity.subject);
    if (login !== undefined) {
      const account = await accountOf(write, login.agentId);
      if (account.isDisabled) return 'closed';
      return login.followsGroups ? await followGroup(write, account, role, left) : login;
    }
    if (identity.verifiedEmail === undefined) return 'unverified-address';
    const email = toEmail(identity.verifiedEmail);
    const known = await findAgent(write, { email });
    if (known?.isDisabled === true) return 'closed';
    const before = known === undefined ? undefined : await externalLoginOf(write, known.agentId);
    // The address has gone to somebody else at the provider.
    if (before?.issuer === issuer) return 'other-identity';
    if (known === undefined && role === undefined) return 'no-account';
    const agentId = known?.agentId ?? newId();
    if (known === undefined && role !== undefined) await addAgent(write, agentId, email, identity, role);
    const followsGroups = known === undefined || before?.followsGroups === true;
    await setExternalLogin(write, { issuer, subject: identity.subject, agentId, followsGroups }, clock());
    return known !== undefined && followsGroups ? await followGroup(write, known, role, left) : { agentId };
  }

  async function followGroup(
    write: Query,
    { agentId, role: before }: Pick<AgentAccount, 'agentId' | 'role'>,
    role: Role | undefined,
    left: string[],
  ) {
    if (role === before) return { agentId };
    if (before === 'admin' && (await countAdmins(write)) === 1) return 'last-administrator';
    await endSessions(write, { agentId, but: undefined });
    const answers = role !== undefined && may(role, 'conversations-answer');
    if (!answers) left.push(...(await putBack(write, agentId, clock())));
    if (role === undefined) return 'no-group';
    await write.updateTable('agents').set({ role }).where('agentId', '=', agentId).execute();
    const entry = { actor: 'open-id', action: 'agent.change', subject: agentId, details: { role } };
    await audit.append(write, entry, clock());
    return { agentId };
  }

  async function addAgent(
    write: Query,
    agentId: string,
    email: string,
    { firstName: told = '' }: ExternalIdentity,
    role: Role,
  ) {
    const firstName = readFirstName(told) ?? email.split('@', 1)[0] ?? email;
    await insertAgent(write, { agentId, email, firstName, role, passwordHash: '' }, clock());
    const entry = { actor: 'open-id', action: 'agent.add', subject: agentId, details: { role } };
    await audit.append(write, entry, clock());
  }

  /** @throws {AssistantError} SIGN_IN_FAILED, with the reason in the log alone. */
  async function identify(attempt: string | undefined, returned: URL): Promise<ExternalIdentity> {
    const state = returned.searchParams.get('state') ?? '';
    const kept = await database.transaction((write) => takeToken(write, 'open-id', state, clock()));
    if (kept === undefined || attempt === undefined || kept.subject !== attempt)
      throw await noteRefusal(context, 'open-id', issuer, 'unknown-state');
    const { nonce = '', codeVerifier = '' } = kept.details;
    try {
      return await provider.identify(returned, { state, nonce, codeVerifier });
    } catch (error) {
      if (!isAssistantError(error) || error.code !== 'SIGN_IN_FAILED') throw error;
      throw await noteRefusal(context, 'open-id', issuer, String(error.details.reason));
    }
  }

  return {
    label: provider.label,

    async begin(attempt, returnTo) {
      const [state, nonce, codeVerifier] = [newId(), newId(), `${newId()}${newId()}`];
      const expiresAtMs = clock() + ATTEMPT_MS;
      const address = await provider.addressOf({ state, nonce, codeVerifier }, returnTo);
      await database.transaction((write) =>
        keepToken(
          write,
          { kind: 'open-id', token: state, subject: attempt, details: { nonce, codeVerifier }, expiresAtMs },
          clock(),
        ),
      );
      return address;
    },

    async finish(attempt, returned, visit) {
      const taken = await tries.take({ from: visit.from }, clock());
      const identity = await identify(attempt, returned);
      const left: string[] = [];
      const admitted = await database.transaction(async (write) => {
        const account = await admit(write, identity, left);
        if (typeof account === 'string') return account;
        const { agentId } = account;
        await tries.clear(write, taken);
        return { agentId, ...(await openSession(context, write, { agentId, method: 'open-id', visit })) };
      });
      for (const conversationId of left) onPutBack(conversationId);
      if (typeof admitted === 'string') throw await noteRefusal(context, 'open-id', issuer, admitted);
      const { agentId, ...session } = admitted;
      return { ...session, agent: await accountOf(database.query, agentId) };
    },

    async signOutAddress(agentId, sessionId, returnTo) {
      const sessions = await listSessions(database.query, agentId, clock());
      const began = sessions.find((session) => session.sessionId === sessionId)?.method;
      return began === 'open-id' ? await provider.signOutAddress(returnTo) : undefined;
    },
  };
}
