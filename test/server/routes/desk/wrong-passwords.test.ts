import { describe, expect, it } from 'vitest';
import { deskVisitor } from '../../../support/desk-visitor.ts';
import { openDesk, PASSWORD } from '../../../support/password-desk.ts';

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

  it('count for a network that many share, and right ones do not', async () => {
    const { url } = await openDesk();
    for (let time = 0; time < 70; time += 1)
      expect((await deskVisitor(url).signIn('ada@shop.example', PASSWORD)).status).toBe(200);
    const wrong: number[] = [];
    for (let time = 0; time < 62; time += 1)
      wrong.push((await deskVisitor(url).signIn(`nobody-${time}@shop.example`, 'wrong')).status);
    expect(wrong.filter((status) => status === 401)).toHaveLength(60);
    expect((await deskVisitor(url).signIn('ada@shop.example', PASSWORD)).status).toBe(429);
  });

  it('do not tell whether there is such an account, is open, or has a password', async () => {
    const { url, admin, add } = await openDesk();
    const closed = await add('agent');
    await admin.send('PATCH', `/v1/desk/agents/${closed.agentId}`, { isDisabled: true });
    await admin.post('/v1/desk/agents', { email: 'new@shop.example', firstName: 'New', role: 'agent' });
    const bodies = await Promise.all(
      [
        ['ada@shop.example', 'wrong'],
        ['nobody@shop.example', 'wrong'],
        ['new@shop.example', ''],
        [closed.email, PASSWORD],
      ].map(async ([email = '', password = '']) => {
        const problem = await (await deskVisitor(url).signIn(email, password)).json();
        return [problem.code, problem.detail, problem.status];
      }),
    );
    for (const body of bodies) expect(body).toEqual(bodies[0]);
  });

  it('of one network lock nobody out who comes from another, and a forged address is no other network', async () => {
    const from = (url: string, address: string, password: string) =>
      fetch(`${url}/v1/desk/session`, {
        method: 'POST',
        headers: { Origin: url, 'Content-Type': 'application/json', 'X-Forwarded-For': address },
        body: JSON.stringify({ email: 'ada@shop.example', password }),
      });
    const wrong = async (url: string) => {
      const statuses: number[] = [];
      for (let time = 0; time < 7; time += 1)
        statuses.push((await from(url, `203.0.${time}.9`, 'wrong')).status);
      return statuses;
    };
    const behind = await openDesk({ settings: { FLOORWALKER_TRUSTED_PROXIES: '127.0.0.1' } });
    for (let time = 0; time < 6; time += 1) await from(behind.url, '203.0.113.9', 'wrong');
    expect((await from(behind.url, '203.0.113.77', PASSWORD)).status).toBe(429);
    expect((await from(behind.url, '198.51.100.7', PASSWORD)).status).toBe(200);
    expect(await wrong((await openDesk()).url)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('are kept without the address that was typed: it may be a password', async () => {
    const { url, database } = await openDesk();
    await deskVisitor(url).signIn('my secret by mistake', 'x');
    const rows = await database.query.selectFrom('signInFailures').selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('mistake');
  });
});

describe('a name', () => {
  it('that nobody can see is refused, when somebody is let in and later', async () => {
    const { admin, add } = await openDesk();
    const agent = await add('agent');
    const account = { email: 'eve@shop.example', firstName: '\u200b', role: 'agent' };
    expect((await admin.post('/v1/desk/agents', account)).status).toBe(400);
    const path = `/v1/desk/agents/${agent.agentId}`;
    expect((await admin.send('PATCH', path, { firstName: '\u2066' })).status).toBe(400);
    const named = await admin.send('PATCH', path, { firstName: 'A\u202enna' });
    expect(await named.json()).toMatchObject({ firstName: 'Anna' });
  });
});
