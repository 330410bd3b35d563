import type { Database } from '../../ports/database.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { createAuditLog } from './audit-log.ts';
import { createFailedTries } from './failed-tries.ts';
import type { IdentityContext } from './identity-context.ts';
import { createOpenIdSignIn, type OpenIdOptions, type OpenIdSignIn } from './open-id-sign-in.ts';
import { createOwnAccount, type OwnAccount } from './own-account.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createPasswordSignIn, type PasswordSignIn } from './sign-in.ts';

export type { SignedIn } from './identity-context.ts';

/** Who may sign in at the desk, who is signed in, and what they did. */
export interface DeskIdentity extends PasswordSignIn, Sessions, Accounts, OwnAccount {
  readonly passkeys: Passkeys;
  /** Where the shop has a provider of identities. */
  readonly openId?: OpenIdSignIn;
}

export interface DeskIdentityOptions {
  readonly database: Pick<Database, 'query' | 'transaction'>;
  readonly clock: () => number;
  /** Unguessable, at least 128 random bits. */
  readonly newId: () => string;
  readonly openId?: OpenIdOptions;
  /** Hears of conversations that wait again, as whoever answered them may not any more. */
  readonly onPutBack?: (conversationId: string) => void;
}

export function createDeskIdentity(options: DeskIdentityOptions): DeskIdentity {
  const { database, clock, newId, openId, onPutBack = () => {} } = options;
  const context: IdentityContext = {
    database,
    clock,
    newId,
    onPutBack,
    audit: createAuditLog(database),
    tries: createFailedTries(database),
  };
  return {
    ...createPasswordSignIn(context),
    ...createSessions(context),
    ...createAccounts(context),
    ...createOwnAccount(context),
    passkeys: createPasskeys(context),
    ...(openId !== undefined && { openId: createOpenIdSignIn(context, openId) }),
  };
}
