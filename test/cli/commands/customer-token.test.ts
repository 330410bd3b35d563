import { expect, it } from 'vitest';
import { createCustomerVerifier } from '../../../src/customers/verify-customer-token.ts';
import { DEMO_CLOCK_MS } from '../../support/demo-clock.ts';
import { run, runJson } from '../../support/run-program.ts';

const SECRET = 's'.repeat(32);
const environment = { FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET };

it('prints a token that proves the customer until it ends', async () => {
  const { body } = await runJson(['customers', 'token', 'ann', '--hours', '2'], { environment });
  expect(body).toMatchObject({
    customerId: 'ann',
    expiresAt: new Date(DEMO_CLOCK_MS + 2 * 3_600_000).toISOString(),
  });
  const at = (nowMs: number) => createCustomerVerifier(SECRET, () => nowMs)(body.token);
  expect(await at(DEMO_CLOCK_MS)).toEqual({ customerId: 'ann' });
  await expect(at(DEMO_CLOCK_MS + 3 * 3_600_000)).rejects.toMatchObject({ code: 'IDENTITY_INVALID' });
});

it('signs nothing without the secret, nor for longer than a day', async () => {
  const { body } = await runJson(['customers', 'token', 'ann']);
  expect(body.error.code).toBe('CONFIGURATION_INVALID');
  const { code } = await run(['customers', 'token', 'ann', '--hours', '25'], { environment });
  expect(code).toBe(2);
});
