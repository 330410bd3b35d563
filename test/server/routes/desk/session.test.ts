import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../../../src/desk/identity/desk-identity.ts';
import { ROLES, type Role } from '../../../../src/domain/agent.ts';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { startTestServer } from '../../../support/http.ts';
import { ADMIN, openDesk, PASSWORD } from '../../../support/password-desk.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

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

it('the first administrator is made by one of those who use the token at the same time', async () => {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const identity = createDeskIdentity({ database, clock: Date.now, newId: randomUUID });
  const { url } = await startTestServer({ desk: { identity, audit: createAuditLog(database) } });
  const token = (await identity.offerSetup()) ?? '';
  const tries = await Promise.all(
    Array.from({ length: 4 }, (_, at) =>
      deskVisitor(url).setUp({ token, ...ADMIN, email: `ada-${at}@shop.example` }),
    ),
  );
  expect(tries.map(({ status }) => status).toSorted()).toEqual([201, 401, 401, 401]);
  expect(await identity.agents()).toHaveLength(1);
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

  it('travels encrypted alone where a trusted proxy says that the browser came by https, and not where anybody says it', async () => {
    const cookies = async (settings: Readonly<Record<string, string>>) => {
      const desk = await openDesk({ settings });
      const response = await fetch(`${desk.url}/v1/desk/session`, {
        method: 'POST',
        headers: {
          'X-Forwarded-Proto': 'https',
          Origin: desk.url.replace(
            'http:',
            settings.FLOORWALKER_TRUSTED_PROXIES === undefined ? 'http:' : 'https:',
          ),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ email: 'ada@shop.example', password: PASSWORD }),
      });
      expect(response.status).toBe(200);
      return response.headers.getSetCookie().join();
    };
    expect(await cookies({ FLOORWALKER_TRUSTED_PROXIES: '127.0.0.1' })).toMatch(/; Secure/);
    expect(await cookies({})).not.toMatch(/; Secure/);
  });

  it('is never one that the browser brought along', async () => {
    const { url } = await openDesk();
    const planted = 'floorwalker-desk=planted-by-somebody';
    const response = await fetch(`${url}/v1/desk/session`, {
      method: 'POST',
      headers: { Origin: url, Cookie: planted, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'ada@shop.example', password: PASSWORD }),
    });
    expect(response.headers.getSetCookie().join()).not.toContain('planted');
    expect((await fetch(`${url}/v1/desk/session`, { headers: { Cookie: planted } })).status).toBe(204);
  });

  it('takes nothing of a form, whatever it calls itself, and no method but its own', async () => {
    const { url, admin } = await openDesk();
    const credentials = JSON.stringify({ email: 'ada@shop.example', password: PASSWORD });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const response = await fetch(`${url}/v1/desk/session`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': type },
        body: credentials,
      });
      expect([type, response.status, response.headers.getSetCookie()]).toEqual([type, 415, []]);
    }
    for (const header of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const sent = { headers: { ...admin.headers(), [header]: 'DELETE' } };
      await fetch(`${url}/v1/desk/session?_method=DELETE`, sent);
      await fetch(`${url}/v1/desk/sessions?_method=DELETE`, { ...sent, method: 'POST' });
    }
    expect((await admin.get('/v1/desk/session')).status).toBe(200);
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
    expect((await admin.get('/v1/desk/session')).status).toBe(204);
    wait(20 * 60_000);
    expect((await used.get('/v1/desk/session')).status).toBe(204);
    await used.signIn('ada@shop.example', PASSWORD);
    expect((await used.send('DELETE', '/v1/desk/session')).status).toBe(204);
    expect((await used.get('/v1/desk/session')).status).toBe(204);
  });

  it('ends everywhere when the account is closed, has another role, or is signed out by an administrator', async () => {
    const { admin, add } = await openDesk();
    const agent = await add('agent');
    const path = `/v1/desk/agents/${agent.agentId}`;
    const endings = [
      () => admin.send('PATCH', path, { role: 'lead' }),
      () => admin.send('DELETE', `${path}/sessions`),
      () => admin.send('PATCH', path, { isDisabled: true }),
    ];
    for (const end of endings) {
      expect((await agent.signIn(agent.email, PASSWORD)).status).toBe(200);
      await end();
      expect((await agent.get('/v1/desk/session')).status).toBe(204);
    }
    expect((await agent.signIn(agent.email, PASSWORD)).status).toBe(401);
  });

  it('is another one after signing in: the one before is good no more', async () => {
    const { url, admin } = await openDesk();
    const before = admin.headers();
    await admin.signIn('ada@shop.example', PASSWORD);
    expect(admin.headers()).not.toEqual(before);
    expect((await fetch(`${url}/v1/desk/session`, { headers: before })).status).toBe(204);
    expect((await admin.get('/v1/desk/session')).status).toBe(200);
  });

  it('can be ended from another one, one by one or all at once, and only by its owner', async () => {
    const { url, admin, add } = await openDesk();
    const [second, third] = [deskVisitor(url), deskVisitor(url)];
    for (const visitor of [second, third]) await visitor.signIn('ada@shop.example', PASSWORD);
    const own = (await (await second.get('/v1/desk/session')).json()).sessionId;
    const other = await add('lead');
    expect((await other.send('DELETE', `/v1/desk/sessions/${own}`)).status).toBe(404);
    expect((await admin.send('DELETE', `/v1/desk/sessions/${own}`)).status).toBe(204);
    expect((await second.get('/v1/desk/session')).status).toBe(204);
    expect((await admin.send('DELETE', '/v1/desk/sessions')).status).toBe(204);
    expect((await third.get('/v1/desk/session')).status).toBe(204);
    expect((await other.get('/v1/desk/session')).status).toBe(200);
    const { sessions } = await (await admin.get('/v1/desk/session')).json();
    expect(sessions).toMatchObject([{ method: 'setup', network: '127.0.0.0/24' }]);
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
    for (const path of ['/v1/desk/agents', '/v1/desk/audit'])
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
    const { entries, firstBroken } = await (await admin.get('/v1/desk/audit?after=0')).json();
    expect(firstBroken).toBeUndefined();
    expect(entries.map(({ action }: { action: string }) => action)).toEqual([
      'setup',
      'session.begin',
      'agent.add',
      'password.change',
      'session.begin',
    ]);
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
    await database.transaction(async (write) => {
      await write.updateTable('auditLog').set({ actor: 'somebody else' }).where('number', '=', 2).execute();
    });
    expect(await audit.firstBroken()).toBe(2);
  });
});
