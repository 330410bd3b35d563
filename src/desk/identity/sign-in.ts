import { countAdmins, findAgent, insertAgent, toEmail } from './agent-book.ts';
import { hashToken } from './hash-token.ts';
import {
  accountOf,
  type Begun,
  type IdentityContext,
  noteRefusal,
  openSession,
  signInFailed,
  type Visit,
} from './identity-context.ts';
import { checkPassword, hashPassword } from './password.ts';
import { assertGoodPassword } from './password-rules.ts';

export interface FirstAccount {
  readonly email: string;
  readonly firstName: string;
  readonly password: string;
}

/** Signing in with a password, and how it begins. */
export interface PasswordSignIn {
  /** Makes what the first administrator is made with, once. @returns undefined when there is an administrator. */
  offerSetup(): Promise<string | undefined>;
  /** Whether there is no administrator yet. */
  needsSetup(): Promise<boolean>;
  /**
   * @throws {AssistantError} SIGN_IN_FAILED when the token is none, or was used; INVALID_ARGUMENT when the password is easily guessed.
   */
  setUp(token: string, account: FirstAccount, visit: Visit): Promise<Begun>;
  /**
   * Cost: one password hash, whether the account exists or not.
   *
   * @throws {AssistantError} SIGN_IN_FAILED, the same for every reason; TOO_MANY_REQUESTS.
   */
  signIn(credentials: { readonly email: string; readonly password: string }, visit: Visit): Promise<Begun>;
}

/** What is typed in place of an address is not kept: it may be a password. */
const UNKNOWN = 'unknown address';

export function createPasswordSignIn(context: IdentityContext): PasswordSignIn {
  const { database, audit, tries, clock, newId } = context;
  const { query } = database;
  /** Compared with when there is no such account, so that the time taken does not tell which exist. Made with the first sign-in. */
  let made: Promise<string> | undefined;
  const nobodysHash = () => {
    made ??= hashPassword(newId());
    return made;
  };
  const needsSetup = async () => (await countAdmins(query)) === 0;

  return {
    needsSetup,

    async offerSetup() {
      const token = newId();
      return await database.transaction(async (write) => {
        if ((await countAdmins(write)) > 0) return undefined;
        await write.deleteFrom('setupTokens').execute();
        await write
          .insertInto('setupTokens')
          .values({ tokenHash: hashToken(token), createdAtMs: clock() })
          .execute();
        return token;
      });
    },

    async setUp(token, { email: written, firstName, password }, visit) {
      const known = await query
        .selectFrom('setupTokens')
        .select('tokenHash')
        .where('tokenHash', '=', hashToken(token))
        .executeTakeFirst();
      if (known === undefined || !(await needsSetup())) throw signInFailed();
      const email = toEmail(written);
      assertGoodPassword(password, { email, firstName });
      const passwordHash = await hashPassword(password);
      const agentId = newId();
      const begun = await database.transaction(async (write) => {
        const { numDeletedRows } = await write
          .deleteFrom('setupTokens')
          .where('tokenHash', '=', known.tokenHash)
          .executeTakeFirst();
        if (numDeletedRows === 0n || (await countAdmins(write)) > 0) throw signInFailed();
        await insertAgent(write, { agentId, email, firstName, role: 'admin', passwordHash }, clock());
        await audit.append(write, { actor: 'setup', action: 'setup', subject: agentId }, clock());
        return await openSession(context, write, { agentId, method: 'setup', visit });
      });
      return { ...begun, agent: await accountOf(query, agentId) };
    },

    async signIn({ email, password }, visit) {
      const attempt = { email: toEmail(email), from: visit.from };
      const taken = await tries.take(attempt, clock());
      const agent = await findAgent(query, { email: attempt.email });
      const hash = agent === undefined || agent.passwordHash === '' ? undefined : agent.passwordHash;
      // Of the first sign-in, too: making it is not to tell whether there is an account.
      const nobodys = await nobodysHash();
      const isRight = await checkPassword(password, hash ?? nobodys);
      if (agent === undefined || hash === undefined || !isRight || agent.isDisabled)
        throw await noteRefusal(context, 'password', agent?.agentId ?? UNKNOWN);
      const begun = await database.transaction(async (write) => {
        await tries.clear(write, taken);
        return await openSession(context, write, { agentId: agent.agentId, method: 'password', visit });
      });
      return { ...begun, agent: await accountOf(query, agent.agentId) };
    },
  };
}
