import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { withIdentity } from '../../../src/assembly/open-identity.ts';
import { createAuditLog } from '../../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../../src/desk/identity/desk-identity.ts';
import { DEMO_CLOCK_MS } from '../../support/demo-clock.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const ADD = ['agents', 'add', 'Ben@shop.example', '--name', 'Ben', '--role', 'admin'];
const VISIT = { from: '127.0.0.0/24' };

async function withBen() {
  const directory = temporaryDirectory();
  const added = await runJson([...ADD, '--data', directory], {
    environment: { FLOORWALKER_PUBLIC_URL: 'https://chat.shop.example' },
  });
  return { directory, data: ['--data', directory], added: added.body };
}

const identityOf = <T>(
  directory: string,
  work: Parameters<typeof withIdentity<T>>[1],
  clock = () => DEMO_CLOCK_MS,
) => withIdentity({ directory, clock }, work);

describe('agents', () => {
  it('lets somebody in by a link that is good once, so that a shop that is locked out gets in again', async () => {
    const { directory, data, added } = await withBen();
    expect(added.agent).toMatchObject({ email: 'ben@shop.example', role: 'admin' });
    expect(added.invitation.link).toBe(
      `https://chat.shop.example/desk/#invitation=${added.invitation.token}`,
    );
    const accept = (token: string) =>
      identityOf(directory, (identity) => identity.acceptInvitation(token, 'a long enough one', VISIT));
    expect((await accept(added.invitation.token)).agent.email).toBe('ben@shop.example');
    await expect(accept(added.invitation.token)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
    const reset = await runJson(['agents', 'reset', 'BEN@shop.example', ...data]);
    expect((await accept(reset.body.invitation.token)).agent.email).toBe('ben@shop.example');
    expect((await run(['agents', 'list', ...data])).stdout).toMatch(/ben@shop\.example +Ben +admin +open/);
  });

  it('closes and opens accounts, and leaves one administrator', async () => {
    const { data } = await withBen();
    const last = await run(['agents', 'disable', 'ben@shop.example', ...data]);
    expect([last.code, last.stderr]).toEqual([1, expect.stringContaining('No administrator')]);
    await run(['agents', 'add', 'eve@shop.example', '--name', 'Eve', '--role', 'agent', ...data]);
    expect((await run(['agents', 'disable', 'eve@shop.example', ...data])).stdout).toMatch('is closed');
    expect((await run(['agents', 'reset', 'eve@shop.example', ...data])).code).toBe(1);
    expect((await run(['agents', 'enable', 'eve@shop.example', ...data])).stdout).toMatch('is open');
  });

  it('does all of it beside a running server, which sees it with its next request', async () => {
    const { directory, data } = await withBen();
    const database = await openSqliteDatabase({ directory });
    try {
      const identity = createDeskIdentity({ database, clock: () => DEMO_CLOCK_MS, newId: randomUUID });
      const eve = await runJson([
        'agents',
        'add',
        'eve@shop.example',
        '--name',
        'Eve',
        '--role',
        'agent',
        ...data,
      ]);
      const { cookie } = await identity.acceptInvitation(
        eve.body.invitation.token,
        'a long enough one',
        VISIT,
      );
      expect((await run(['agents', 'list', ...data])).stdout).toMatch('eve@shop.example');
      expect((await identity.signedIn(cookie))?.agent.firstName).toBe('Eve');
      expect((await run(['agents', 'disable', 'eve@shop.example', ...data])).stdout).toMatch('is closed');
      expect(await identity.signedIn(cookie)).toBeUndefined();
      const writes = Array.from({ length: 12 }, (_, at) =>
        at % 2 === 0
          ? run(['agents', 'reset', 'ben@shop.example', ...data])
          : identity.signIn({ email: 'nobody@shop.example', password: 'x' }, { from: `192.0.2.${at}/24` }),
      );
      await Promise.allSettled(writes);
      const audit = createAuditLog(database);
      expect(await audit.firstBroken()).toBeUndefined();
      const actions = (await audit.read(0, 99)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'agent.invite')).toHaveLength(6);
      expect(actions.filter((action) => action === 'session.refuse')).toHaveLength(6);
    } finally {
      await database.close();
    }
  });

  it('is refused beside a server of another release', async () => {
    const { directory, data } = await withBen();
    const database = await openSqliteDatabase({ directory });
    try {
      const file = new DatabaseSync(join(directory, 'floorwalker.db'));
      file.exec(
        `UPDATE kysely_migration SET name = '9999-of-tomorrow' WHERE name = (SELECT max(name) FROM kysely_migration)`,
      );
      file.close();
      const { code, stderr } = await run(['agents', 'list', ...data]);
      expect([code, stderr]).toEqual([1, expect.stringContaining('another release')]);
    } finally {
      await database.close();
    }
  });

  it('erases somebody once it is said twice, and tells what stands in their place', async () => {
    const { data } = await withBen();
    await run(['agents', 'add', 'eve@shop.example', '--name', 'Eve', '--role', 'agent', ...data]);
    const told = await run(['agents', 'erase', 'Eve@shop.example', ...data]);
    expect([told.code, told.stdout]).toEqual([0, expect.stringContaining('would be erased')]);
    const erased = await runJson(['agents', 'erase', 'eve@shop.example', '--yes', ...data]);
    expect(erased.body).toMatchObject({ isErased: true });
    expect((await run(['agents', 'list', ...data])).stdout).not.toMatch(/eve/i);
    expect((await run(['agents', 'erase', 'eve@shop.example', '--yes', ...data])).code).toBe(1);
    expect((await run(['agents', 'erase', 'ben@shop.example', '--yes', ...data])).code).toBe(1);
  });

  it('takes no password, no unknown role, no address that is none, and knows nobody else', async () => {
    const { data } = await withBen();
    expect((await run([...ADD, '--password', 'x', ...data])).code).toBe(2);
    expect(
      (await run(['agents', 'add', 'a@b.example', '--name', 'A', '--role', 'owner', ...data])).code,
    ).toBe(2);
    expect((await run(['agents', 'add', 'nobody', '--name', 'A', '--role', 'agent', ...data])).code).toBe(1);
    expect((await run(['agents', 'reset', 'nobody@shop.example', ...data])).code).toBe(1);
  });
});

describe('audit verify', () => {
  it('says which entry was changed, and exits with 1', async () => {
    const { directory, data } = await withBen();
    await run(['agents', 'reset', 'ben@shop.example', ...data]);
    const sound = await runJson(['audit', 'verify', ...data]);
    expect([sound.code, sound.body]).toEqual([
      0,
      { isSound: true, isCut: false, head: { number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    const database = await openSqliteDatabase({ directory });
    await database.transaction(async (write) => {
      await write.updateTable('auditLog').set({ actor: 'nobody' }).where('number', '=', 1).execute();
    });
    expect(await run(['audit', 'verify', ...data])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Entry 1 does not follow'),
    });
    await database.close();
  });

  it('sees an end that was cut off, by the newest entry of before', async () => {
    const { directory, data } = await withBen();
    await run(['agents', 'reset', 'ben@shop.example', ...data]);
    const { head } = (await runJson(['audit', 'verify', ...data])).body;
    const kept = ['--head', `${head.number}:${head.hash}`];
    expect((await run(['audit', 'verify', ...kept, ...data])).code).toBe(0);
    const database = await openSqliteDatabase({ directory });
    await database.transaction(async (write) => {
      await write.deleteFrom('auditLog').where('number', '=', head.number).execute();
    });
    await database.close();
    expect((await run(['audit', 'verify', ...data])).code).toBe(0);
    expect(await run(['audit', 'verify', ...kept, ...data])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`Entry ${head.number} is not the one`),
    });
    expect((await run(['audit', 'verify', '--head', 'nonsense', ...data])).code).toBe(1);
  });
});
