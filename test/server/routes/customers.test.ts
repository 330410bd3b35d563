import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { startTestServer } from '../../support/http.ts';

const SECRET = 'a secret of at least thirty-two characters';
const ADMIN = 'the-shop-itself';

async function forgetter() {
  const forgotten: string[] = [];
  const { url } = await startTestServer({
    customers: {
      forget: async (customerId) => {
        forgotten.push(customerId);
        return { conversations: 1, interactions: 2, impressions: 3 };
      },
    },
    settings: { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET, FLOORWALKER_ADMIN_TOKEN: ADMIN },
  });
  const forget = (customerId: string, token?: string) =>
    fetch(`${url}/v1/customers/${customerId}`, {
      method: 'DELETE',
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    });
  return { forget, forgotten };
}

const tokenOf = (customerId: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customerId)
    .setAudience('floorwalker')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(SECRET));

it('forgets a customer for the customer and for the shop, and tells what was deleted', async () => {
  const { forget, forgotten } = await forgetter();
  const own = await forget('ann', await tokenOf('ann'));
  expect([own.status, await own.json()]).toEqual([
    200,
    { conversations: 1, interactions: 2, impressions: 3 },
  ]);
  expect((await forget('bob', ADMIN)).status).toBe(200);
  expect(forgotten).toEqual(['ann', 'bob']);
});

it('refuses strangers', async () => {
  const { forget, forgotten } = await forgetter();
  expect((await forget('ann')).status).toBe(401);
  expect((await forget('ann', 'forged')).status).toBe(401);
  expect((await forget('ann', await tokenOf('bob'))).status).toBe(404);
  expect(forgotten).toEqual([]);
});
