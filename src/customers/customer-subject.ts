import { createHash } from 'node:crypto';

const DIGITS = 16;

/**
 * How the log of the desk names a customer. Whoever has a customer's id finds their entries; the log itself, which outlives an erasure,
 * names nobody.
 */
export const customerSubject = (customerId: string): string =>
  `customer ${createHash('sha256').update(customerId).digest('hex').slice(0, DIGITS)}`;
