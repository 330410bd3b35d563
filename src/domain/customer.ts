/** What a shopper allowed. Absent or false means not allowed. */
export interface Consent {
  /** Behaviour across visits may be kept and used to choose products. */
  readonly personalization: boolean;
  /** Version of the shop's text that it was given to; absent when no such text asked. */
  readonly textVersion?: number;
}

export const NO_CONSENT: Consent = { personalization: false };
