/** Who somebody is at a provider of identities. */
export interface ExternalIdentity {
  /** Never given to somebody else there. */
  readonly subject: string;
  /** Absent unless the provider has verified it. */
  readonly verifiedEmail?: string;
  readonly firstName?: string;
  /** In the order in which they are told. */
  readonly groups: readonly string[];
}

/** What a browser takes along to the provider, so that its return is known. Each is random, and good once. */
export interface IdentityRequest {
  readonly state: string;
  readonly nonce: string;
  /** 43 to 128 unreserved characters (RFC 7636, section 4.1). */
  readonly codeVerifier: string;
}

/** A provider of identities that the shop has already. Connects on first use; reads the provider's own description of itself. */
export interface IdentityProvider {
  /** As it calls itself. */
  readonly issuer: string;
  /** How the button to it reads. */
  readonly label: string;
  /**
   * Where to send the browser.
   *
   * @param returnTo Where it comes back to.
   * @throws {AssistantError} IDENTITY_UNAVAILABLE.
   */
  addressOf(request: IdentityRequest, returnTo: string): Promise<string>;
  /**
   * @param returned The whole address that the browser came back to.
   * @throws {AssistantError} SIGN_IN_FAILED when anything of the answer is not right; IDENTITY_UNAVAILABLE.
   */
  identify(returned: URL, request: IdentityRequest): Promise<ExternalIdentity>;
  /** Where to sign out there as well; undefined when it does not say, or cannot be reached. */
  signOutAddress(returnTo: string): Promise<string | undefined>;
}
