import { describe, expect, it } from 'vitest';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { DESK_PASSWORD, identityDesk } from '../../../support/identity-desk.ts';

const BEN = { email: 'Ben@shop.example', firstName: 'Ben', role: 'agent' };
const DAY_MS = 24 * 3_600_000;

async function withInvitation() {
  const desk = await identityDesk();
  const { agent, invitation } = await (await desk.admin.post('/v1/desk/agents', BEN)).json();
  const accept = (token: string, password: string) =>
    deskVisitor(desk.url).post('/v1/desk/invitation', { token, password });
  return { ...desk, agentId: agent.agentId as string, invitation, accept };
}

describe('an invitation', () => {
  it('lets somebody choose their own password, once, and signs them in', async () => {
    const { url, invitation, accept, actions } = await withInvitation();
    expect(invitation.link).toBe(`${url}/desk/#invitation=${invitation.token}`);
    const visitor = deskVisitor(url);
    const whom = await visitor.post('/v1/desk/invitation/read', { token: invitation.token });
    expect(await whom.json()).toEqual({ email: 'ben@shop.example', firstName: 'Ben' });
    expect((await visitor.signIn(BEN.email, '')).status).toBe(401);
    const accepted = await accept(invitation.token, DESK_PASSWORD);
    expect(await accepted.json()).toMatchObject({ agent: { role: 'agent' }, hasPassword: true });
    expect((await accept(invitation.token, 'quite another one')).status).toBe(401);
    expect((await visitor.signIn(BEN.email, DESK_PASSWORD)).status).toBe(200);
    expect((await actions()).slice(2)).toEqual([
      'agent.add',
      'session.refuse',
      'password.change',
      'session.begin',
      'session.begin',
    ]);
  });

  it('ends after a day, with a newer one, and when the account is closed', async () => {
    const { admin, agentId, invitation, accept, wait } = await withInvitation();
    const again = async () => (await admin.post(`/v1/desk/agents/${agentId}/invitation`)).json();
    const newer = await again();
    expect((await accept(invitation.token, DESK_PASSWORD)).status).toBe(401);
    await admin.send('PATCH', `/v1/desk/agents/${agentId}`, { isDisabled: true });
    expect((await accept(newer.token, DESK_PASSWORD)).status).toBe(401);
    expect((await admin.post(`/v1/desk/agents/${agentId}/invitation`)).status).toBe(409);
    await admin.send('PATCH', `/v1/desk/agents/${agentId}`, { isDisabled: false });
    const last = await again();
    wait(DAY_MS);
    expect((await accept(last.token, DESK_PASSWORD)).status).toBe(401);
  });

  it('stays good when the password is refused, and says where the fault is', async () => {
    const { invitation, accept } = await withInvitation();
    const short = await accept(invitation.token, 'too short');
    expect([short.status, (await short.json()).code]).toEqual([400, 'VALIDATION_FAILED']);
    const common = await accept(invitation.token, 'Password2026!');
    expect((await common.json()).errors).toMatchObject([{ pointer: '/password', code: 'guessable' }]);
    expect((await accept(invitation.token, DESK_PASSWORD)).status).toBe(200);
  });

  it('is taken once, of many at the same time', async () => {
    const { invitation, accept } = await withInvitation();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => accept(invitation.token, DESK_PASSWORD)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('to choose again ends every session once it is taken, and none before', async () => {
    const { admin, url, accept, agentId, invitation } = await withInvitation();
    await accept(invitation.token, DESK_PASSWORD);
    const ben = deskVisitor(url);
    await ben.signIn(BEN.email, DESK_PASSWORD);
    const { token } = await (await admin.post(`/v1/desk/agents/${agentId}/invitation`)).json();
    expect((await ben.get('/v1/desk/session')).status).toBe(200);
    expect((await accept(token, 'quite another one')).status).toBe(200);
    expect((await ben.get('/v1/desk/session')).status).toBe(204);
  });
});

describe('another password', () => {
  it('needs the one of before, and signs out everywhere else', async () => {
    const { url, admin } = await identityDesk();
    const elsewhere = deskVisitor(url);
    await elsewhere.signIn('ada@shop.example', DESK_PASSWORD);
    const change = (body: object) => admin.send('PUT', '/v1/desk/password', body);
    expect((await change({ password: 'quite another one' })).status).toBe(403);
    expect((await change({ current: 'not this one at all', password: 'quite another one' })).status).toBe(
      403,
    );
    expect((await change({ current: DESK_PASSWORD, password: 'ada@shop.example' })).status).toBe(400);
    expect((await change({ current: DESK_PASSWORD, password: 'quite another one' })).status).toBe(204);
    expect((await admin.get('/v1/desk/session')).status).toBe(200);
    expect((await elsewhere.get('/v1/desk/session')).status).toBe(204);
    expect((await elsewhere.signIn('ada@shop.example', 'quite another one')).status).toBe(200);
  });

  it('cannot be found by trying the one of before', async () => {
    const { admin } = await identityDesk();
    const tries: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const body = { current: `wrong number ${time}`, password: 'quite another one' };
      tries.push((await admin.send('PUT', '/v1/desk/password', body)).status);
    }
    expect(tries).toEqual([403, 403, 403, 403, 403, 429, 429]);
  });
});
