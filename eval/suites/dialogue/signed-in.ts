import { join } from 'node:path';
import { SignJWT } from 'jose';
import { importOrders } from '../../../connectors/commerce-backend/import-orders.ts';
import type { Database } from '../../../src/ports/database.ts';

/** Orders as every conversation of a customer finds them. */
const ORDERS = join(import.meta.dirname, '../../cases/orders/ada.jsonl');
const SECRET = 'a-secret-of-the-written-conversations';
const HOUR_SECONDS = 3_600;

/** What a service needs to know those who sign in here. */
export const SIGN_IN_SETTINGS = { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET } as const;

/** Puts accounts and orders back to what they were, and proves who a customer is. */
export async function signIn(
  customerId: string,
  {
    database,
    nowMs,
    signal,
  }: { readonly database: Database; readonly nowMs: number; readonly signal: AbortSignal },
): Promise<string> {
  // An import leaves alone what it said before: what was done since is taken out first.
  await database.transaction(async (query) => {
    await query.deleteFrom('orders').execute();
    await query.deleteFrom('customerAccounts').execute();
  });
  await importOrders({ database, file: ORDERS, clock: () => nowMs, signal });
  return await customerToken(customerId, nowMs);
}

/** As the shop signs one for its customer; good for an hour. */
export const customerToken = (customerId: string, nowMs: number): Promise<string> =>
  new SignJWT({ sub: customerId, aud: 'floorwalker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(nowMs / 1_000) + HOUR_SECONDS)
    .sign(new TextEncoder().encode(SECRET));
