import type { CustomerVerifier } from '../customers/verify-customer-token.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { authenticationRequired } from './caller.ts';
import { isAdmin } from './is-admin.ts';

export interface CustomerProof {
  readonly verifyCustomer: CustomerVerifier;
  readonly adminToken: string | undefined;
}

/**
 * Lets a caller speak for a customer: the customer, by the token the shop signed, or the shop, by the administration token.
 *
 * @returns Whether it is the shop.
 * @throws {AssistantError} AUTHENTICATION_REQUIRED without a token, IDENTITY_INVALID with one that is not signed,
 *   NOT_FOUND for somebody else's.
 */
export async function assertCustomer(
  { verifyCustomer, adminToken }: CustomerProof,
  customerId: string,
  token: string | undefined,
): Promise<boolean> {
  if (token === undefined) throw authenticationRequired();
  if (isAdmin(token, adminToken)) return true;
  const proved = await verifyCustomer(token);
  if (proved.customerId !== customerId) {
    throw new AssistantError('NOT_FOUND', 'There is no such customer');
  }
  return false;
}
