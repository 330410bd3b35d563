/** Tables of signing in at the desk, beside those of `DeskTables`. */
export interface IdentityTables {
  /** `credentialId` and `publicKey` (COSE) in base64url; `transports` is a JSON list. */
  passkeys: {
    credentialId: string;
    passkeyId: string;
    agentId: string;
    label: string;
    publicKey: string;
    /** Of the authenticator; one that does not count stays at 0. */
    counter: number;
    transports: string;
    createdAtMs: number;
    usedAtMs: number | null;
  };
  /** What is good once, for a while. `tokenHash`: SHA-256, hex; `details`: JSON. */
  oneTimeTokens: {
    tokenHash: string;
    kind: OneTimeKind;
    /** Whom or what it is bound to. */
    subject: string;
    details: string;
    expiresAtMs: number;
  };
  /** Who somebody is at the provider of identities. */
  externalLogins: {
    issuer: string;
    subject: string;
    agentId: string;
    /** 1: the role comes from the groups at the provider, at every sign-in. */
    followsGroups: number;
    createdAtMs: number;
  };
}

export type OneTimeKind = 'invitation' | 'passkey-add' | 'passkey-sign-in' | 'open-id';
