import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../../src/desk/identity/desk-identity.ts';
import { ROLES, type Role } from '../../../src/domain/agent.ts';
import { deskVisitor } from '../../support/desk-visitor.ts';
import { startTestServer } from '../../support/http.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const PASSWORD = 'a long enough one';
const ADMIN = { email: 'Ada@shop.example', firstName: 'Ada', password: PASSWORD };

async function openDesk() {
  let nowMs = Date.parse('2026-11-23T10:00:00Z');
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const identity = createDeskIdentity({ database, clock: () => nowMs, newId: randomUUID });
  const audit = createAuditLog(database);
  const { url } = await startTestServer({ identity, audit });
  const token = (await identity.offerSetup()) ?? '';
  const admin = deskVisitor(url);
  expect((await admin.setUp({ token, ...ADMIN })).status).toBe(201);
  const wait = (milliseconds: number) => {
    nowMs += milliseconds;
  };
  const add = async (role: Role) => {
    const email = `${role}@shop.example`;
    const account = { email, firstName: role, password: PASSWORD, role };
    const { agentId } = await (await admin.post('/v1/desk/agents', account)).json();
    const visitor = deskVisitor(url);
    await visitor.signIn(email, PASSWORD);
    return { ...visitor, agentId, email };
  };
  return { url, database, identity, audit, admin, token, wait, add };
}

describe('the first administrator', () => {
  it('is made once, with the token that was printed', async () => {
    const { url, token, identity, admin } = await openDesk();
    const second = { token, ...ADMIN, email: 'eve@shop.example' };
    expect((await deskVisitor(url).setUp(second)).status).toBe(401);
    expect(await identity.offerSetup()).toBeUndefined();
    expect(await (await admin.get('/v1/desk/session')).json()).toMatchObject({
      agent: { email: 'ada@shop.example', role: 'admin' },
      permissions: expect.arrayContaining(['agents-manage', 'audit-read']),
    });
  });
});

describe('a session', () => {
  it('is a cookie that scripts cannot read and other sites do not send', async () => {
    const { url } = await openDesk();
    const response = await deskVisitor(url).signIn('ada@shop.example', PASSWORD);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });

  it('is bound to this host where there is https', async () => {
    const { port } = await startTestServer({
      settings: { FLOORWALKER_PUBLIC_URL: 'https://shop.example' },
    });
    const url = `http://127.0.0.1:${port}`;
    const response = await fetch(`${url}/v1/desk/session`, {
      method: 'POST',
      headers: { Origin: 'https://shop.example', 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x' }),
    });
    expect(response.status).toBe(401);
    const foreign = await fetch(`${url}/v1/desk/session`, {
      method: 'POST',
      headers: { Origin: url, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x' }),
    });
    expect(foreign.status).toBe(403);
  });

  it('takes no change from a foreign page, nor from none', async () => {
    const { url, admin } = await openDesk();
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const { Origin: _, ...cookie } = admin.headers();
      const response = await fetch(`${url}/v1/desk/session`, {
        method: 'DELETE',
        headers: { ...cookie, ...(origin !== undefined && { Origin: origin }) },
      });
      expect(response.status).toBe(403);
    }
    expect((await admin.get('/v1/desk/session')).status).toBe(200);
  });

  it('ends by signing out, after half an hour without use, and after twelve hours', async () => {
    const { url, admin, wait } = await openDesk();
    const used = deskVisitor(url);
    await used.signIn('ada@shop.example', PASSWORD);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      wait(20 * 60_000);
      expect((await used.get('/v1/desk/session')).status).toBe(200);
    }
    expect((await admin.get('/v1/desk/session')).status).toBe(401);
    wait(20 * 60_000);
    expect((await used.get('/v1/desk/session')).status).toBe(401);
    await used.signIn('ada@shop.example', PASSWORD);
    expect((await used.send('DELETE', '/v1/desk/session')).status).toBe(204);
    expect((await used.get('/v1/desk/session')).status).toBe(401);
  });

  it('ends everywhere when the account is closed or its password is changed', async () => {
    const { admin, add } = await openDesk();
    const agent = await add('agent');
    expect((await agent.get('/v1/desk/session')).status).toBe(200);
    await admin.send('PATCH', `/v1/desk/agents/${agent.agentId}`, { password: 'another long one' });
    expect((await agent.get('/v1/desk/session')).status).toBe(401);
    expect((await agent.signIn(agent.email, PASSWORD)).status).toBe(401);
    expect((await agent.signIn(agent.email, 'another long one')).status).toBe(200);
    await admin.send('PATCH', `/v1/desk/agents/${agent.agentId}`, { isDisabled: true });
    expect((await agent.get('/v1/desk/session')).status).toBe(401);
    expect((await agent.signIn(agent.email, 'another long one')).status).toBe(401);
  });
});

describe('wrong passwords', () => {
  it('are refused after five, many at once too, for this network alone and for a while', async () => {
    const { url, wait } = await openDesk();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => deskVisitor(url).signIn('ada@shop.example', 'wrong')),
    );
    const statuses = tries.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([
      ...Array.from({ length: 5 }, () => 401),
      ...Array.from({ length: 7 }, () => 429),
    ]);
    expect((await deskVisitor(url).signIn('ada@shop.example', PASSWORD)).status).toBe(429);
    wait(15 * 60_000);
    expect((await deskVisitor(url).signIn('ada@shop.example', PASSWORD)).status).toBe(200);
  });

  it('do not tell whether there is such an account', async () => {
    const { url } = await openDesk();
    const bodies = await Promise.all(
      ['ada@shop.example', 'nobody@shop.example'].map(async (email) => {
        const problem = await (await deskVisitor(url).signIn(email, 'wrong')).json();
        return [problem.code, problem.detail, problem.status];
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
  });
});

describe('roles', () => {
  it('open exactly what they may, and say nothing else', async () => {
    const { url, admin, add } = await openDesk();
    const visitors = new Map<Role, Pick<ReturnType<typeof deskVisitor>, 'get' | 'post'>>([['admin', admin]]);
    for (const role of ROLES) if (role !== 'admin') visitors.set(role, await add(role));
    const answers = async (
      call: (visitor: Pick<ReturnType<typeof deskVisitor>, 'get' | 'post'>) => Promise<Response>,
    ) =>
      Object.fromEntries(
        await Promise.all([...visitors].map(async ([role, visitor]) => [role, (await call(visitor)).status])),
      );
    const none = { viewer: 403, agent: 403, lead: 403, admin: 200, auditor: 403 };
    expect(await answers((visitor) => visitor.get('/v1/desk/agents'))).toEqual(none);
    expect(await answers((visitor) => visitor.get('/v1/desk/audit'))).toEqual({ ...none, auditor: 200 });
    expect(await answers((visitor) => visitor.post('/v1/desk/conversations/c-1/join'))).toEqual({
      viewer: 403,
      agent: 200,
      lead: 200,
      admin: 200,
      auditor: 403,
    });
    const nobody = deskVisitor(url);
    for (const path of ['/v1/desk/agents', '/v1/desk/audit', '/v1/desk/session'])
      expect((await nobody.get(path)).status).toBe(401);
  });

  it('leave one administrator', async () => {
    const { admin } = await openDesk();
    const [{ agentId }] = (await (await admin.get('/v1/desk/agents')).json()).agents;
    for (const change of [{ isDisabled: true }, { role: 'viewer' }])
      expect((await admin.send('PATCH', `/v1/desk/agents/${agentId}`, change)).status).toBe(409);
    expect((await admin.get('/v1/desk/agents')).status).toBe(200);
  });
});

describe('the audit log', () => {
  it('tells who did what, without passwords, and sees a change of what was written', async () => {
    const { admin, add, database, audit } = await openDesk();
    await add('lead');
    const { entries, firstBroken } = await (await admin.get('/v1/desk/audit')).json();
    expect(firstBroken).toBeUndefined();
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'setup',
      'agent.add',
      'session.begin',
    ]);
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
    await database.transaction(async (write) => {
      await write.updateTable('auditLog').set({ actor: 'somebody else' }).where('number', '=', 2).execute();
    });
    expect(await audit.firstBroken()).toBe(2);
  });
});
