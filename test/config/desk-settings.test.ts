import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { ROLES } from '../../src/domain/agent.ts';

const load = (given: Readonly<Record<string, string>>) =>
  loadConfig(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`FLOORWALKER_${name}`, value])),
  );

const PROVIDER = { DESK_OIDC_ISSUER: 'https://id.shop.example', DESK_OIDC_CLIENT_ID: 'desk' };

it('gives groups a role in the order they are written, and knows every role', () => {
  const written = ROLES.map((role) => ` team of ${role} = ${role} `).join(',');
  expect(load({ ...PROVIDER, DESK_OIDC_ROLES: written }).DESK_OIDC_ROLES).toEqual(
    ROLES.map((role) => ({ group: `team of ${role}`, role })),
  );
  expect(load(PROVIDER)).toMatchObject({ DESK_OIDC_ROLES: [], DESK_OIDC_GROUPS_CLAIM: 'groups' });
});

it('takes one tenant of a provider that serves many', () => {
  const issuer = 'https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0';
  expect(load({ ...PROVIDER, DESK_OIDC_ISSUER: issuer }).DESK_OIDC_ISSUER).toBe(issuer);
});

it('takes a provider on this machine without TLS', () => {
  const issuer = 'http://127.0.0.1:4000';
  expect(load({ ...PROVIDER, DESK_OIDC_ISSUER: issuer }).DESK_OIDC_ISSUER).toBe(issuer);
});

it.each([
  { DESK_OIDC_ISSUER: PROVIDER.DESK_OIDC_ISSUER },
  { DESK_OIDC_CLIENT_ID: 'desk' },
  { DESK_OIDC_CLIENT_SECRET: 'canary-of-the-test' },
  { ...PROVIDER, DESK_OIDC_ISSUER: 'http://id.shop.example' },
  { ...PROVIDER, DESK_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
  { ...PROVIDER, DESK_OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' },
  { ...PROVIDER, DESK_OIDC_ROLES: 'agents' },
  { ...PROVIDER, DESK_OIDC_ROLES: 'agents=owner' },
  { ...PROVIDER, DESK_OIDC_ROLES: '=agent' },
])('refuses %o, and repeats no secret', (given) => {
  const error = expect.objectContaining({
    code: 'CONFIGURATION_INVALID',
    message: expect.not.stringContaining('canary'),
  });
  expect(() => load(given)).toThrow(error);
});
