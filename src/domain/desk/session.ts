import type { AgentAccount, Permission } from '../agent.ts';

/** How somebody signed in. */
export const SIGN_IN_METHODS = ['setup', 'invitation', 'password', 'passkey', 'open-id'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Where somebody is signed in. */
export interface SessionView {
  readonly sessionId: string;
  readonly method: SignInMethod;
  /** The network it began in, not the device: "192.0.2.0/24". */
  readonly network?: string;
  /** ISO 8601. */
  readonly beganAt: string;
  readonly seenAt: string;
}

/** Answer of signing in, and of `GET /v1/desk/session`. */
export interface SignedInView {
  readonly agent: AgentAccount;
  /** Which of `sessions` this is. */
  readonly sessionId: string;
  readonly hasPassword: boolean;
  readonly permissions: readonly Permission[];
  readonly sessions: readonly SessionView[];
}

/** What may be offered to somebody who is not signed in. */
export interface SignInWays {
  /** Nobody may sign in yet: the token that the server printed makes the first administrator. */
  readonly needsSetup: boolean;
  /** There is a provider of identities, and how the button to it reads; absent without one. */
  readonly openId?: { readonly label: string };
}

export interface PasskeyView {
  readonly passkeyId: string;
  /** As its owner named it. */
  readonly label: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly usedAt?: string;
}

/** A link that lets somebody set a password, once. */
export interface Invitation {
  /** Goes after `#invitation=` of the desk's address, where it stays out of logs. */
  readonly token: string;
  /** The whole link, where the server knows its own address. */
  readonly link?: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Something that was done at the desk, as the log holds it. */
export interface AuditEntryView {
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  /** An agent's id, or "admin-token", "command-line", "setup", "open-id", "shopper", "nobody". */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Answer of `GET /v1/desk/audit`. */
export interface AuditPage {
  readonly entries: readonly AuditEntryView[];
  readonly head?: { readonly number: number; readonly hash: string };
  /** On the first page: the first entry that does not follow from those before it. */
  readonly firstBroken?: number;
}
