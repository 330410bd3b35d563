import { expect, it } from 'vitest';
import { diagnoseIdentity } from '../../src/assembly/diagnose-identity.ts';
import { loadConfig } from '../../src/config/config.ts';
import { startIdentityProvider } from '../support/fake-identity-provider.ts';

const settings = (issuer: string) =>
  loadConfig({ FLOORWALKER_DESK_OIDC_ISSUER: issuer, FLOORWALKER_DESK_OIDC_CLIENT_ID: 'desk' });

it('asks the provider of identities to describe itself', async () => {
  const { issuer } = await startIdentityProvider({ claims: { sub: 'one' } });
  expect(await diagnoseIdentity(settings(issuer))).toMatchObject([{ state: 'ok' }]);
});

it('says what to do when it does not', async () => {
  const [fault] = await diagnoseIdentity(settings('http://127.0.0.1:9'));
  expect(fault).toMatchObject({ state: 'fault', remedy: expect.stringContaining('DESK_OIDC_ISSUER') });
});

it('has nothing to look at without one', async () => {
  expect(await diagnoseIdentity(loadConfig({}))).toEqual([]);
});
