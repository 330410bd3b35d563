import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../../src/desk/identity/desk-identity.ts';
import { pseudonymOf } from '../../../src/desk/identity/erase-agent.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const EMAIL = 'benedikta.unmistakable@shop.example';
const NAME = 'Benedikta';
const PASSWORD = 'a long enough one';
const VISIT = { from: '127.0.0.0/24' };

async function openWith(directory: string) {
  const database = await openSqliteDatabase({ directory });
  const identity = createDeskIdentity({ database, clock: Date.now, newId: randomUUID });
  return { database, identity, audit: createAuditLog(database) };
}

/** An administrator, and somebody who has signed in. */
async function withSomebody() {
  const directory = temporaryDirectory();
  const { database, identity } = await openWith(directory);
  const ada = { email: 'ada@shop.example', firstName: 'Ada', password: PASSWORD };
  const by = await identity.setUp((await identity.offerSetup()) ?? '', ada, VISIT);
  const { agent, invitation } = await identity.addAgent({ email: EMAIL, firstName: NAME, role: 'agent' }, by);
  await identity.acceptInvitation(invitation.token, PASSWORD, VISIT);
  await identity.signIn({ email: EMAIL, password: 'wrong' }, VISIT).catch(() => undefined);
  await identity.invite(agent.agentId, by);
  await database.close();
  return { directory, agentId: agent.agentId, adminId: by.agent.agentId };
}

/** Columns that say who, as the tables of the desk call them. */
const IDS = new Set(['agentId', 'undoneBy', 'reviewedBy']);
const NAMES = new Set(['firstName', 'undoneFirstName', 'reviewedFirstName', 'author']);

/** A row of theirs in every table that has room for somebody's name, also in those that are made after this test. @returns Which. */
function nameEverywhere(directory: string, agentId: string): string[] {
  using opened = new DisposableStack();
  const file = opened.adopt(new DatabaseSync(join(directory, 'floorwalker.db')), (each) => each.close());
  const named: string[] = [];
  for (const { name: table } of file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()) {
    const columns = file.prepare(`PRAGMA table_info("${table}")`).all();
    if (table === 'agents' || !columns.some(({ name }) => NAMES.has(String(name)))) continue;
    const values = columns.map(({ name, type }) => {
      if (IDS.has(String(name))) return agentId;
      if (NAMES.has(String(name))) return NAME;
      return /int/i.test(String(type)) ? 1 : '{}';
    });
    const marks = columns.map(() => '?').join();
    file.prepare(`INSERT INTO "${table}" VALUES (${marks})`).run(...values);
    named.push(String(table));
  }
  return named;
}

const bytesOf = (directory: string): string =>
  readdirSync(directory)
    .map((file) => readFileSync(join(directory, file), 'latin1'))
    .join('\n');

it('leaves neither address nor name in the files, in no table that names somebody, and the chain of the log whole', async () => {
  const { directory, agentId, adminId } = await withSomebody();
  const named = nameEverywhere(directory, agentId);
  expect(named).toEqual(expect.arrayContaining(['entries', 'notes', 'corrections', 'ruleChanges']));
  const before = bytesOf(directory);
  for (const told of [EMAIL, NAME]) expect(before).toContain(told);

  const { database, identity, audit } = await openWith(directory);
  await identity.eraseAgent(agentId, 'command-line');
  for (const table of ['entries', 'notes'] as const) {
    const rows = await database.query.selectFrom(table).select(['agentId', 'firstName']).execute();
    expect(rows).toEqual([{ agentId, firstName: pseudonymOf(agentId) }]);
  }
  expect(await identity.agents()).toMatchObject([{ agentId: adminId }]);
  await expect(identity.signIn({ email: EMAIL, password: PASSWORD }, VISIT)).rejects.toMatchObject({
    code: 'SIGN_IN_FAILED',
  });
  expect(await audit.firstBroken()).toBeUndefined();
  expect(await audit.latest({ action: 'agent.erase' }, 9)).toMatchObject([
    { actor: 'command-line', subject: agentId },
  ]);
  await database.close();

  const after = bytesOf(directory);
  expect([after.includes(EMAIL), after.includes(NAME)]).toEqual([false, false]);
});

it('leaves everybody else as they are, and the address free', async () => {
  const { directory, agentId, adminId } = await withSomebody();
  const { database, identity } = await openWith(directory);
  const before = await identity.agents();
  await identity.eraseAgent(agentId, 'command-line');
  expect(await identity.agents()).toEqual(before.filter((each) => each.agentId === adminId));
  expect(
    (await identity.signIn({ email: 'ada@shop.example', password: PASSWORD }, VISIT)).agent.firstName,
  ).toBe('Ada');
  const again = { email: EMAIL, firstName: NAME, role: 'viewer' } as const;
  expect((await identity.addAgent(again, 'command-line')).agent.agentId).not.toBe(agentId);
  await database.close();
});

it('does not erase the last administrator, nor anything of them', async () => {
  const { directory, adminId } = await withSomebody();
  const { database, identity } = await openWith(directory);
  await expect(identity.eraseAgent(adminId, 'command-line')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(
    (await identity.signIn({ email: 'ada@shop.example', password: PASSWORD }, VISIT)).agent.agentId,
  ).toBe(adminId);
  await expect(identity.eraseAgent('nobody', 'command-line')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await database.close();
});
