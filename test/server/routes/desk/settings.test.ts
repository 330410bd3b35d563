import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../../src/domain/agent.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const REVIEW = { rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'send' };
const PATH = '/v1/desk/settings/review';

describe('settings of the desk', () => {
  it('are read with their version, written on it, listed and put back', async () => {
    const { admin } = await signedInDesk();
    const first = await admin.get(PATH);
    expect(first.headers.get('ETag')).toBe('"0"');
    const written = await admin.send('PUT', PATH, REVIEW, { 'If-Match': '"0"' });
    expect(written.status).toBe(200);
    expect(written.headers.get('ETag')).toBe('"1"');
    expect(await written.json()).toMatchObject({ kind: 'review', value: REVIEW, by: { firstName: 'Ada' } });
    const late = await admin.send('PUT', PATH, REVIEW, { 'If-Match': '"0"' });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: 'PRECONDITION_FAILED' });

    const back = await admin.post(`${PATH}/roll-back`, { version: 0 });
    expect(back.headers.get('ETag')).toBe('"2"');
    const { versions } = await (await admin.get(`${PATH}/history`)).json();
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1, 0]);
    const { settings } = await (await admin.get('/v1/desk/settings')).json();
    expect(settings.map(({ kind }: { kind: string }) => kind)).toContain('macros');
    const { entries } = await (await admin.get('/v1/desk/audit')).json();
    expect(entries.filter(({ action }: { action: string }) => action === 'setting.change')).toHaveLength(2);
  });

  it('say what is wrong with a value, and where', async () => {
    const { admin } = await signedInDesk();
    const answer = await admin.send('PUT', PATH, { ...REVIEW, holdSeconds: 5, extra: 1 });
    expect(answer.status).toBe(400);
    const { errors } = await answer.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/extra',
      '/holdSeconds',
    ]);
    expect((await admin.get('/v1/desk/settings/nothing')).status).toBe(404);
    expect((await admin.get('/v1/desk/settings/nothing/history')).status).toBe(400);
    expect((await admin.post(`${PATH}/roll-back`, { version: 7 })).status).toBe(404);
  });

  it('are open to the roles that may', async () => {
    const { as } = await signedInDesk();
    const reads = { viewer: 200, agent: 200, lead: 200, admin: 200, auditor: 403 };
    const changes = { viewer: 403, agent: 403, lead: 200, admin: 200, auditor: 403 };
    for (const role of ROLES) {
      const visitor = await as(role);
      for (const path of ['/v1/desk/settings', PATH, `${PATH}/history`])
        expect((await visitor.get(path)).status, `${role} ${path}`).toBe(reads[role]);
      expect((await visitor.send('PUT', PATH, REVIEW)).status, role).toBe(changes[role]);
      expect((await visitor.post(`${PATH}/roll-back`, { version: 0 })).status, role).toBe(changes[role]);
    }
  });

  it('are closed to whoever is not signed in, and to foreign pages', async () => {
    const { url, admin } = await signedInDesk();
    expect((await fetch(`${url}${PATH}`)).status).toBe(401);
    const headers = {
      ...admin.headers(),
      Origin: 'https://evil.example',
      'Content-Type': 'application/json',
    };
    const foreign = await fetch(`${url}${PATH}`, { method: 'PUT', headers, body: JSON.stringify(REVIEW) });
    expect(foreign.status).toBe(403);
  });
});
