import { type Consent, NO_CONSENT } from '../domain/customer.ts';

/** What is kept of the shopper of one conversation, and how the shopper changes it. Changes are committed when they resolve. */
export interface ProfileDesk {
  /** As it is now, after every change made here. */
  consent(): Consent;
  /** Withdrawing forgets the profile. */
  setPersonalization(allowed: boolean): Promise<void>;
  /** What was done in this visit, and in the last hour, is bound to nobody any more. */
  forgetVisit(): Promise<void>;
}

/** Of somebody of whom nothing is kept. */
export const NOTHING_KEPT: ProfileDesk = {
  consent: () => NO_CONSENT,
  setPersonalization: async () => {},
  forgetVisit: async () => {},
};
