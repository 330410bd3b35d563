import { describe, expect, it } from 'vitest';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { DESK_PASSWORD, identityDesk } from '../../../support/identity-desk.ts';
import { type SoftPasskeyOptions, softPasskey } from '../../../support/soft-passkey.ts';

type Visitor = ReturnType<typeof deskVisitor>;

async function withPasskey() {
  const opened = await identityDesk();
  const passkey = softPasskey();
  const here = { origin: opened.url };
  const added = await addPasskey(opened.admin, passkey, here);
  expect(added.status).toBe(201);
  const { passkeyId } = await added.json();
  return { ...opened, passkey, passkeyId, here };
}

async function addPasskey(
  visitor: Visitor,
  passkey: ReturnType<typeof softPasskey>,
  how: SoftPasskeyOptions,
) {
  const challenge = await (await visitor.post('/v1/desk/passkeys/challenge')).json();
  return await visitor.post('/v1/desk/passkeys', {
    label: 'Laptop',
    credential: passkey.create(challenge, how),
  });
}

const challengeOf = async (visitor: Visitor) =>
  await (await visitor.post('/v1/desk/session/passkey/challenge')).json();

async function signIn(visitor: Visitor, passkey: ReturnType<typeof softPasskey>, how: SoftPasskeyOptions) {
  const challenge = await challengeOf(visitor);
  passkey.setCounter(1);
  return await visitor.post('/v1/desk/session/passkey', { credential: passkey.get(challenge, how) });
}

describe('a passkey', () => {
  it('signs in without an address or a password', async () => {
    const { url, passkey, here, adminId, actions } = await withPasskey();
    const visitor = deskVisitor(url);
    const answer = await signIn(visitor, passkey, { ...here, userHandle: adminId });
    expect(answer.status).toBe(200);
    const { agent, sessions } = await (await visitor.get('/v1/desk/session')).json();
    expect(agent.email).toBe('ada@shop.example');
    expect(sessions.map(({ method }: { method: string }) => method)).toEqual(['setup', 'passkey']);
    expect(await actions()).toEqual(['setup', 'session.begin', 'passkey.add', 'session.begin']);
  });

  it('is found by the browser: what is asked names no account', async () => {
    const { url } = await withPasskey();
    const challenge = await challengeOf(deskVisitor(url));
    expect(challenge).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(challenge.allowCredentials ?? []).toEqual([]);
  });

  it('is refused where anything of it is not right, and every refusal reads the same', async () => {
    const { url, passkey, here, admin } = await withPasskey();
    const other = await admin.invite({
      email: 'ben@shop.example',
      firstName: 'Ben',
      role: 'agent',
      password: DESK_PASSWORD,
    });
    const wrong: Record<string, SoftPasskeyOptions> = {
      'a foreign page': { ...here, origin: 'http://evil.example', rpId: 'localhost' },
      'a foreign site': { ...here, rpId: 'evil.example' },
      'a user who was not verified': { ...here, verifiesUser: false },
      'somebody else': { ...here, userHandle: other.agentId },
    };
    const answers = new Set<string>();
    for (const [what, how] of Object.entries(wrong)) {
      const answer = await signIn(deskVisitor(url), passkey, how);
      expect([what, answer.status]).toEqual([what, 401]);
      const { requestId: _, ...problem } = await answer.json();
      answers.add(JSON.stringify(problem));
    }
    const unknown = await signIn(deskVisitor(url), softPasskey(), here);
    const { requestId: _, ...problem } = await unknown.json();
    answers.add(JSON.stringify(problem));
    expect(answers.size).toBe(1);
  });

  it('answers a challenge once, within five minutes, in the browser that was asked', async () => {
    const { url, passkey, here, wait } = await withPasskey();
    const visitor = deskVisitor(url);
    const send = (from: Visitor, challenge: { readonly challenge: string }) =>
      from.post('/v1/desk/session/passkey', { credential: passkey.get(challenge, here) });

    const foreign = await challengeOf(visitor);
    const elsewhere = deskVisitor(url);
    await challengeOf(elsewhere);
    passkey.setCounter(1);
    expect((await send(elsewhere, foreign)).status).toBe(401);
    expect((await send(visitor, foreign)).status).toBe(401);

    const late = await challengeOf(visitor);
    wait(5 * 60_000);
    expect((await send(visitor, late)).status).toBe(401);

    const challenge = await challengeOf(visitor);
    const attempt = visitor.headers();
    expect((await send(visitor, challenge)).status).toBe(200);
    passkey.setCounter(2);
    const again = await fetch(`${url}/v1/desk/session/passkey`, {
      method: 'POST',
      headers: { ...attempt, 'Content-Type': 'application/json' },
      body: JSON.stringify({ credential: passkey.get(challenge, here) }),
    });
    expect(again.status).toBe(401);
  });

  it('is refused when its counter stands still or goes back: it may be a copy', async () => {
    const { url, passkey, here } = await withPasskey();
    const use = async (counter: number) => {
      const visitor = deskVisitor(url);
      const challenge = await challengeOf(visitor);
      passkey.setCounter(counter);
      const credential = passkey.get(challenge, here);
      return (await visitor.post('/v1/desk/session/passkey', { credential })).status;
    };
    expect(await use(7)).toBe(200);
    expect(await use(7)).toBe(401);
    expect(await use(6)).toBe(401);
    expect(await use(8)).toBe(200);
  });

  it('signs nobody in whose account is closed, nor after it was removed', async () => {
    const { url, admin, here, passkey, passkeyId } = await withPasskey();
    const ben = await admin.invite({
      email: 'ben@shop.example',
      firstName: 'Ben',
      role: 'admin',
      password: DESK_PASSWORD,
    });
    const bens = softPasskey();
    expect((await addPasskey(ben, bens, here)).status).toBe(201);
    expect((await ben.send('DELETE', `/v1/desk/passkeys/${passkeyId}`)).status).toBe(404);
    await admin.send('PATCH', `/v1/desk/agents/${ben.agentId}`, { isDisabled: true });
    expect((await signIn(deskVisitor(url), bens, here)).status).toBe(401);
    expect((await admin.send('DELETE', `/v1/desk/passkeys/${passkeyId}`)).status).toBe(204);
    expect((await signIn(deskVisitor(url), passkey, here)).status).toBe(401);
  });
});

describe('adding a passkey', () => {
  it('needs somebody who signed in lately, or their password', async () => {
    const { admin, wait } = await identityDesk();
    const ask = async (body: object) => (await admin.post('/v1/desk/passkeys/challenge', body)).status;
    expect(await ask({})).toBe(200);
    wait(16 * 60_000);
    expect(await ask({})).toBe(403);
    expect(await ask({ password: 'not this one at all' })).toBe(403);
    expect(await ask({ password: DESK_PASSWORD })).toBe(200);
  });

  it('takes none that is registered, that did not verify its user, or that answers for another session', async () => {
    const { url, admin, passkey, here } = await withPasskey();
    expect((await addPasskey(admin, passkey, here)).status).toBe(409);
    expect((await addPasskey(admin, softPasskey(), { ...here, verifiesUser: false })).status).toBe(400);
    const elsewhere = deskVisitor(url);
    await elsewhere.signIn('ada@shop.example', DESK_PASSWORD);
    const challenge = await (await admin.post('/v1/desk/passkeys/challenge')).json();
    const credential = softPasskey().create(challenge, here);
    expect((await elsewhere.post('/v1/desk/passkeys', { label: 'x', credential })).status).toBe(400);
    const { passkeys } = await (await admin.get('/v1/desk/passkeys')).json();
    expect(passkeys).toMatchObject([{ label: 'Laptop' }]);
  });
});
