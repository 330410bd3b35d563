import { describe, expect, it } from 'vitest';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { type Answering, CLIENT_ID } from '../../../support/fake-identity-provider.ts';
import { ADA, NEW, openDesk, signIn, throughProvider, whoIs } from '../../../support/open-id-desk.ts';

describe('a provider of identities that lies, or is made to', () => {
  const INVALID = 'OAUTH_INVALID_RESPONSE';
  const claimIsOther = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED';
  const faults: readonly [string, string, Answering][] = [
    ['the nonce of another attempt', claimIsOther, { claims: ADA, nonce: 'another' }],
    ['what is meant for somebody else', claimIsOther, { claims: ADA, audience: 'another-client' }],
    ['what is out of date', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED', { claims: ADA, expiresIn: -600 }],
    ['what is signed by nobody', 'OAUTH_UNSUPPORTED_OPERATION', { claims: ADA, signature: 'none' }],
    ['what is signed by a foreign key', 'OAUTH_INVALID_RESPONSE', { claims: ADA, signature: 'foreign' }],
    ['what a foreign issuer says', claimIsOther, { claims: ADA, issuer: 'https://evil.example' }],
    ['an address that is not verified', 'unverified-address', { claims: { ...ADA, email_verified: false } }],
    [
      'an address of which nothing is said',
      'unverified-address',
      { claims: { sub: ADA.sub, email: ADA.email } },
    ],
    ['an address without account or group', 'no-account', { claims: NEW }],
    ['a group that has no role', 'no-account', { claims: { ...NEW, groups: ['admin', 'others'] } }],
    [
      'a verified address that only lower case makes one of ours',
      'unverified-address',
      { claims: { ...ADA, email: 'ada@\u{212A}nits.example' } },
    ],
    [
      'an address of one document and its verification of another',
      'unverified-address',
      { claims: { sub: ADA.sub, email_verified: true }, more: { email: ADA.email } },
    ],
    [
      'an address of another document than its verification',
      'unverified-address',
      { claims: { sub: ADA.sub, email: ADA.email }, more: { email_verified: true } },
    ],
    [
      'an address that one document verifies and the signed one does not',
      'unverified-address',
      { claims: { ...ADA, email_verified: false }, more: { email: ADA.email, email_verified: true } },
    ],
    [
      'an address whose domain nobody vouches for',
      'unverified-address',
      { claims: { sub: ADA.sub, email: ADA.email, xms_edov: '0' } },
    ],
    [
      'what is told of somebody else',
      'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
      { claims: { sub: ADA.sub }, otherSubject: 'eve-1', more: ADA },
    ],
    [
      'what was signed with the secret that the client knows too',
      'OAUTH_INVALID_RESPONSE',
      { claims: ADA, signature: 'secret' },
    ],
    [
      'what is meant for others as well',
      claimIsOther,
      { claims: ADA, audience: [CLIENT_ID, 'another-client'] },
    ],
    [
      'what is meant for others, and was asked for by them',
      claimIsOther,
      { claims: { ...ADA, azp: 'another-client' }, audience: [CLIENT_ID, 'another-client'] },
    ],
    [
      'an answer that names another provider',
      INVALID,
      { claims: ADA, returned: { iss: 'https://evil.example' } },
    ],
    [
      'an answer that names no provider where it always does',
      INVALID,
      { claims: ADA, description: { authorization_response_iss_parameter_supported: true } },
    ],
    ['an answer with a state twice', INVALID, { claims: ADA, returned: { state: 'another' } }],
    [
      'that somebody changed their mind there',
      'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
      { claims: ADA, returned: { error: 'access_denied' } },
    ],
    [
      'a group, but no verified address',
      'unverified-address',
      { claims: { ...NEW, email_verified: false, groups: ['agents'] } },
    ],
  ];
  it.each(faults)('lets nobody in by %s, and always says the same', async (_, reason, answering) => {
    const { url, audit } = await openDesk(answering);
    const { visitor, told, status } = await signIn(url);
    expect([status, told]).toEqual([303, '/desk/#sign-in=refused']);
    expect(await whoIs(visitor)).toBe(204);
    expect((await audit.read(2, 10)).map(({ action, details }) => [action, details.reason])).toEqual([
      ['session.refuse', reason],
    ]);
  });

  it('is not believed when the code of somebody else is put into an answer of ours', async () => {
    const { url, provider } = await openDesk();
    const [victim, thief] = [deskVisitor(url), deskVisitor(url)];
    const stolen = /code=[^&]+/.exec(await throughProvider(victim))?.[0] ?? '';
    provider.state.answering = { claims: { ...NEW, groups: ['agents'] } };
    const own = await throughProvider(thief);
    const end = await thief.get(own.replace(/code=[^&]+/, stolen));
    expect(end.headers.get('location')).toMatch(/refused/);
    expect(await whoIs(thief)).toBe(204);
    expect(provider.state.codesUsed).toBe(0);
  });
});
