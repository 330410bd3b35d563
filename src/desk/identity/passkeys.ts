import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyView } from '../../domain/desk/session.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { OneTimeKind } from '../../ports/identity-tables.ts';
import { findAgent } from './agent-book.ts';
import {
  accountOf,
  type Begun,
  type IdentityContext,
  noteRefusal,
  openSession,
  type SignedIn,
  signInFailed,
  type Visit,
} from './identity-context.ts';
import { keepToken, takeToken } from './one-time-token.ts';
import {
  countUse,
  deletePasskey,
  findPasskey,
  insertPasskey,
  type KeptPasskey,
  listPasskeys,
} from './passkey-book.ts';

/** Where passkeys are good: the relying party of WebAuthn. */
export interface Site {
  /** The host name, without a port. */
  readonly rpId: string;
  readonly origin: string;
}

/**
 * Passkeys: found by the browser itself, so that nobody types an address. Each answers a challenge that is good once, for five minutes,
 * for this session or this attempt, and the authenticator has to verify its user.
 *
 * @see https://www.w3.org/TR/webauthn-3/ (sections 7.1 and 7.2).
 */
export interface Passkeys {
  list(agentId: string): Promise<readonly PasskeyView[]>;
  offerAdding(by: SignedIn, site: Site): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** @throws {AssistantError} INVALID_ARGUMENT when it does not answer the challenge; CONFLICT. */
  add(
    by: SignedIn,
    passkey: { readonly label: string; readonly credential: RegistrationResponseJSON },
    site: Site,
  ): Promise<PasskeyView>;
  /** @throws {AssistantError} NOT_FOUND, also for somebody else's. */
  remove(by: SignedIn, passkeyId: string): Promise<void>;
  /** @param attempt What the browser is known by until it answers. */
  offerSignIn(attempt: string, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** @throws {AssistantError} SIGN_IN_FAILED, the same for every reason; TOO_MANY_REQUESTS. */
  signIn(
    attempt: string | undefined,
    credential: AuthenticationResponseJSON,
    visit: Visit,
    site: Site,
  ): Promise<Begun>;
}

const CHALLENGE_MS = 5 * 60_000;
const SITE_NAME = 'Floorwalker desk';
/** EdDSA, ES256 and RS256, by their numbers in COSE. */
const ALGORITHMS = [-8, -7, -257];

export function createPasskeys(context: IdentityContext): Passkeys {
  const { database, audit, tries, clock, newId } = context;
  const { query } = database;

  const keepChallenge = (kind: OneTimeKind, challenge: string, subject: string): Promise<void> =>
    database.transaction((write) =>
      keepToken(write, { kind, token: challenge, subject, expiresAtMs: clock() + CHALLENGE_MS }, clock()),
    );

  /** Whether a challenge was made for this subject; it is used up, whatever comes of it. */
  const takesChallenge = (kind: OneTimeKind, subject: string) => async (challenge: string) => {
    const kept = await database.transaction((write) => takeToken(write, kind, challenge, clock()));
    return kept?.subject === subject;
  };

  /** @returns The new state of the counter; undefined when it does not prove anything. */
  async function verifyUse(
    { credential }: KeptPasskey,
    response: AuthenticationResponseJSON,
    attempt: string,
    { rpId, origin }: Site,
  ): Promise<number | undefined> {
    return await orRefused(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        credential,
        expectedChallenge: takesChallenge('passkey-sign-in', attempt),
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
      });
      return verified ? authenticationInfo.newCounter : undefined;
    });
  }

  return {
    list: async (agentId) =>
      (await listPasskeys(query, agentId)).map(({ credentialId: _, transports: __, ...view }) => view),

    async offerAdding({ agent, sessionId }, { rpId }) {
      const known = await listPasskeys(query, agent.agentId);
      const options = await generateRegistrationOptions({
        rpName: SITE_NAME,
        rpID: rpId,
        userName: agent.email,
        userID: Uint8Array.from(Buffer.from(agent.agentId)),
        userDisplayName: agent.firstName,
        challenge: newId(),
        timeout: CHALLENGE_MS,
        excludeCredentials: known.map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: [...transports],
        })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await keepChallenge('passkey-add', options.challenge, sessionId);
      return options;
    },

    async add({ agent: { agentId }, sessionId }, { label, credential: response }, { rpId, origin }) {
      const verified = await orRefused(() =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: takesChallenge('passkey-add', sessionId),
          expectedOrigin: origin,
          expectedRPID: rpId,
          supportedAlgorithmIDs: ALGORITHMS,
          requireUserVerification: true,
        }),
      );
      if (verified?.registrationInfo === undefined)
        throw new AssistantError('INVALID_ARGUMENT', 'This passkey does not answer what was asked of it');
      const { credential } = verified.registrationInfo;
      const passkeyId = newId();
      await database.transaction(async (write) => {
        await insertPasskey(write, { passkeyId, agentId, label, credential }, clock());
        await audit.append(
          write,
          { actor: agentId, action: 'passkey.add', subject: `passkey ${passkeyId}` },
          clock(),
        );
      });
      return { passkeyId, label, createdAt: new Date(clock()).toISOString() };
    },

    async remove({ agent: { agentId } }, passkeyId) {
      await database.transaction(async (write) => {
        if (!(await deletePasskey(write, passkeyId, agentId)))
          throw new AssistantError('NOT_FOUND', 'There is no such passkey');
        await audit.append(
          write,
          { actor: agentId, action: 'passkey.remove', subject: `passkey ${passkeyId}` },
          clock(),
        );
      });
    },

    async offerSignIn(attempt, { rpId }) {
      const options = await generateAuthenticationOptions({
        rpID: rpId,
        challenge: newId(),
        timeout: CHALLENGE_MS,
        userVerification: 'required',
      });
      await keepChallenge('passkey-sign-in', options.challenge, attempt);
      return options;
    },

    async signIn(attempt, response, visit, site) {
      const taken = await tries.take({ from: visit.from }, clock());
      const passkey = await findPasskey(query, response.id);
      const agent = passkey === undefined ? undefined : await findAgent(query, passkey);
      const counter =
        passkey === undefined || attempt === undefined
          ? undefined
          : await verifyUse(passkey, response, attempt, site);
      const isTheirs = isFor(response.response.userHandle, agent?.agentId);
      if (
        passkey === undefined ||
        agent === undefined ||
        agent.isDisabled ||
        counter === undefined ||
        !isTheirs
      )
        throw await noteRefusal(context, 'passkey', `passkey ${passkey?.passkeyId ?? 'unknown'}`);
      const { agentId } = agent;
      const begun = await database.transaction(async (write) => {
        if (!(await countUse(write, passkey, counter, clock()))) throw signInFailed();
        await tries.clear(write, taken);
        return await openSession(context, write, { agentId, method: 'passkey', visit });
      });
      return { ...begun, agent: await accountOf(query, agentId) };
    },
  };
}

/** The authenticator says whose the passkey is; one that does not leaves it to what was registered. */
const isFor = (userHandle: string | undefined, agentId: string | undefined): boolean =>
  userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === agentId;

/** What the library throws says that a response is not right; our own errors mean that it could not be looked at. */
async function orRefused<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof AssistantError) throw error;
    return undefined;
  }
}
