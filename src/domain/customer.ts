/** What a shopper allowed. Absent or false means not allowed. */
export interface Consent {
  /** Behaviour across visits may be kept and used to choose products. */
  readonly personalization: boolean;
}

export const NO_CONSENT: Consent = { personalization: false };

/** Who is speaking: a proved customer, or an anonymous visitor known only within the conversation. */
export interface Shopper {
  /** `customer:<id>` when proved by the shop's token, else `visitor:<random>`. */
  readonly shopperId: string;
  readonly proved: boolean;
  readonly consent: Consent;
}
