/** What a shopper allowed. Absent or false means not allowed. */
export interface Consent {
  /** Behaviour across visits may be kept and used to choose products. */
  readonly personalization: boolean;
}

export const NO_CONSENT: Consent = { personalization: false };
