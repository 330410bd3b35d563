import { describe, expect, it } from 'vitest';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { CLIENT_ID } from '../../../support/fake-identity-provider.ts';
import { DESK_PASSWORD, identityDesk } from '../../../support/identity-desk.ts';
import {
  ADA,
  DESCRIPTION,
  NEW,
  openDesk,
  START,
  signIn,
  throughProvider,
  whoIs,
} from '../../../support/open-id-desk.ts';

describe('a provider of identities', () => {
  it('signs in whoever has an account with an address that it has verified, under a cookie for our own pages', async () => {
    const { url, provider, actions } = await openDesk();
    const start = await fetch(`${url}${START}`, { redirect: 'manual' });
    const asked = new URL(start.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${url}${START}/return`,
    });
    expect(start.headers.getSetCookie().join()).toMatch(/SameSite=Lax/);
    const { visitor, told, status } = await signIn(url);
    expect([status, told]).toEqual([303, '/desk/']);
    expect(await whoIs(visitor)).toMatchObject({ email: 'ada@shop.example', role: 'admin' });
    expect(await actions()).toEqual(['setup', 'session.begin', 'session.begin']);
    const ways = await (await visitor.get('/v1/desk/sign-in')).json();
    expect(ways).toEqual({ needsSetup: false, openId: { label: 'Shop accounts' } });
    const out = await (await visitor.send('DELETE', '/v1/desk/session')).json();
    expect(out.signOutUrl).toMatch(`${provider.issuer}/sign-out?`);
    expect(await whoIs(visitor)).toBe(204);
  });

  it('makes an account for whoever is in a group that the shop gave a role, and follows it', async () => {
    const { url, provider } = await openDesk({ claims: { ...NEW, groups: ['others', 'agents'] } });
    const first = await signIn(url);
    expect(await whoIs(first.visitor)).toMatchObject({ role: 'agent', firstName: 'Eve' });
    provider.state.answering = { claims: NEW, more: { groups: ['agents', 'leads'] } };
    const second = await signIn(url);
    expect(await whoIs(second.visitor)).toMatchObject({ role: 'lead' });
    expect(await whoIs(first.visitor)).toBe(204);
    provider.state.answering = { claims: { ...NEW, groups: ['others'] } };
    expect((await signIn(url)).told).toBe('/desk/#sign-in=refused');
    expect(await whoIs(second.visitor)).toBe(204);
  });

  it('keeps the role of an account that was not made by a group', async () => {
    const { url } = await openDesk({ claims: { ...ADA, groups: ['agents'] } });
    expect(await whoIs((await signIn(url)).visitor)).toMatchObject({ role: 'admin' });
  });

  it('is heard once, in the browser that was sent there, and only for what was asked', async () => {
    const { url, provider, wait } = await openDesk();
    const visitor = deskVisitor(url);
    const path = await throughProvider(visitor);
    expect((await deskVisitor(url).get(path)).headers.get('location')).toMatch(/refused/);
    expect((await visitor.get(path)).headers.get('location')).toMatch(/refused/);
    expect(provider.state.codesUsed).toBe(0);

    const again = await throughProvider(visitor);
    const sent = visitor.headers();
    expect((await visitor.get(again)).headers.get('location')).toBe('/desk/');
    const replayed = await fetch(`${url}${again}`, { headers: sent, redirect: 'manual' });
    expect(replayed.headers.get('location')).toMatch(/refused/);

    const other = deskVisitor(url);
    const foreignState = (await throughProvider(other)).replace(/state=[^&]+/, 'state=made-up');
    expect((await other.get(foreignState)).headers.get('location')).toMatch(/refused/);
    const foreignCode = (await throughProvider(other)).replace(/code=[^&]+/, 'code=made-up');
    expect((await other.get(foreignCode)).headers.get('location')).toMatch(/refused/);
    const late = await throughProvider(other);
    wait(10 * 60_000);
    expect((await other.get(late)).headers.get('location')).toMatch(/refused/);
  });

  it.each([
    ['the clock of the provider goes a little late', { expiresIn: -5 }],
    ['or a little early', { issuedIn: 20 }],
    ['it writes that an address is verified as a word', { claims: { ...ADA, email_verified: 'true' } }],
    [
      'the owner of the domain vouches for the address',
      { claims: { sub: ADA.sub, email: ADA.email, xms_edov: 1 } },
    ],
    ['userinfo alone tells address and verification', { claims: { sub: ADA.sub }, more: ADA }],
    [
      'one who asked is named beside others',
      { claims: { ...ADA, azp: CLIENT_ID }, audience: [CLIENT_ID, 'other'] },
    ],
  ])('signs in also where %s', async (_, answering) => {
    const { url } = await openDesk({ claims: ADA, ...answering });
    expect((await signIn(url)).told).toBe('/desk/');
  });

  it('is asked once to describe itself, also by many at once; what failed is asked again', async () => {
    const { url, provider } = await openDesk({ claims: ADA, statuses: { [DESCRIPTION]: 503 } });
    expect((await deskVisitor(url).get(START)).headers.get('location')).toMatch(/unavailable/);
    provider.state.answering = { claims: ADA };
    const starts = await Promise.all(Array.from({ length: 5 }, () => deskVisitor(url).get(START)));
    for (const start of starts) expect(start.headers.get('location')).toMatch(`${provider.issuer}/authorize`);
    expect((await signIn(url)).told).toBe('/desk/');
    expect(provider.state.described).toBe(1);
  });

  it.each([['/keys'], ['/userinfo'], ['/token']])(
    'is out of order, and not a refusal, when its %s fails',
    async (path) => {
      const { url, actions } = await openDesk({
        claims: { sub: ADA.sub },
        more: ADA,
        statuses: { [path]: 503 },
      });
      expect((await signIn(url)).told).toBe('/desk/#sign-in=unavailable');
      expect(await actions()).not.toContain('session.refuse');
    },
  );

  it('is none when its description names another one', async () => {
    const { url } = await openDesk({ claims: ADA, description: { issuer: 'https://evil.example' } });
    expect((await deskVisitor(url).get(START)).headers.get('location')).toMatch(/unavailable/);
  });

  it('does not hand an account to whoever has got its address since', async () => {
    const { url, provider } = await openDesk();
    expect((await signIn(url)).told).toBe('/desk/');
    provider.state.answering = { claims: { ...ADA, sub: 'somebody-else' } };
    expect((await signIn(url)).told).toMatch(/refused/);
  });

  it('may take the place of another one: accounts go along by their verified address, and follow its groups', async () => {
    const { url, provider, database } = await openDesk({ claims: { ...NEW, groups: ['agents'] } });
    const { agentId } = await whoIs((await signIn(url)).visitor);
    expect((await signIn(url)).told).toBe('/desk/');
    // As if both had signed in by a provider of before.
    await database.transaction(async (write) => {
      await write.updateTable('externalLogins').set({ issuer: 'https://before.example' }).execute();
    });
    provider.state.answering = { claims: { ...NEW, sub: 'other-1', groups: ['leads'] } };
    expect(await whoIs((await signIn(url)).visitor)).toMatchObject({ agentId, role: 'lead' });
    provider.state.answering = { claims: { ...NEW, sub: 'other-2', groups: ['leads'] } };
    expect((await signIn(url)).told).toMatch(/refused/);
    provider.state.answering = { claims: { ...NEW, sub: 'other-1', groups: [] } };
    expect((await signIn(url)).told).toMatch(/refused/);
  });

  it('signs nobody in whose account is closed', async () => {
    const { url, admin } = await openDesk({ claims: { ...NEW, groups: ['agents'] } });
    const { visitor } = await signIn(url);
    const { agentId } = await whoIs(visitor);
    await admin.send('PATCH', `/v1/desk/agents/${agentId}`, { isDisabled: true });
    expect(await whoIs(visitor)).toBe(204);
    expect((await signIn(url)).told).toMatch(/refused/);
  });

  it('says so when it cannot be reached, and the password goes on', async () => {
    const { url, provider } = await openDesk();
    provider.state.answering = { claims: ADA, status: 503 };
    expect((await signIn(url)).told).toBe('/desk/#sign-in=unavailable');
    const failing = await openDesk();
    await failing.provider.close();
    const visitor = deskVisitor(failing.url);
    expect((await visitor.get(START)).headers.get('location')).toBe('/desk/#sign-in=unavailable');
    expect((await visitor.signIn('ada@shop.example', DESK_PASSWORD)).status).toBe(200);
  });

  it('is not gone to from a foreign page', async () => {
    const { url } = await openDesk();
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const response = await fetch(`${url}${START}`, { headers, redirect: 'manual' });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('is not there where the shop has none', async () => {
    const { url } = await identityDesk();
    expect((await deskVisitor(url).get(START)).status).toBe(404);
  });
});
