import { jwtVerify } from 'jose';
import { AssistantError } from '../errors/assistant-error.ts';

/** Furthest a token may reach into the future: a leaked one is of use for a day. */
const LONGEST_LIFE_SECONDS = 24 * 3_600;
/** Clocks of the shop and of the server may differ this much. */
const CLOCK_TOLERANCE_SECONDS = 30;
const LONGEST_ID = 200;

export type CustomerVerifier = (token: string) => Promise<{ readonly customerId: string }>;

/**
 * Proves who a customer is by a token that the shop signed (JWT, RFC 7519): HS256 with the shared secret, `aud`
 * "floorwalker", `exp` at most 24 h ahead, and the customer's id in `sub`. Without a secret nobody is proved.
 *
 * @param clock Epoch milliseconds.
 * @returns A verifier. It throws {AssistantError} IDENTITY_INVALID, always with the same message: what was wrong
 *   with a token helps only whoever forges it.
 */
export function createCustomerVerifier(
  secret: string | undefined,
  clock: () => number = Date.now,
): CustomerVerifier {
  const key = secret === undefined || secret === '' ? undefined : new TextEncoder().encode(secret);
  return async (token) => {
    if (key === undefined) throw identityInvalid();
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: 'floorwalker',
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock()),
      });
      return { customerId: assertPlausible(payload.sub, payload.exp, clock()) };
    } catch (cause) {
      throw identityInvalid(cause);
    }
  };
}

function assertPlausible(
  subject: string | undefined,
  expiresAtSeconds: number | undefined,
  nowMs: number,
): string {
  const latest = nowMs / 1_000 + LONGEST_LIFE_SECONDS + CLOCK_TOLERANCE_SECONDS;
  const isId = subject !== undefined && subject.length <= LONGEST_ID && /^[^\p{C}\s]+$/u.test(subject);
  if (!isId || expiresAtSeconds === undefined || expiresAtSeconds > latest) throw identityInvalid();
  return subject;
}

function identityInvalid(cause?: unknown): AssistantError {
  return new AssistantError('IDENTITY_INVALID', 'The customer token is not valid', { cause });
}
