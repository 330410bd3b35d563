import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../src/desk/identity/desk-identity.ts';
import type { Role } from '../../src/domain/agent.ts';
import { deskVisitor } from './desk-visitor.ts';
import { startTestServer } from './http.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const PASSWORD = 'a long enough one';
export const ADMIN = { email: 'Ada@shop.example', firstName: 'Ada', password: PASSWORD };

/** A server at an address in numbers, with an administrator who has just set it up, and whose clock the test moves. */
export async function openDesk({
  settings = {},
}: {
  readonly settings?: Readonly<Record<string, string>>;
} = {}) {
  let nowMs = Date.parse('2026-11-23T10:00:00Z');
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const identity = createDeskIdentity({ database, clock: () => nowMs, newId: randomUUID });
  const audit = createAuditLog(database);
  const { url } = await startTestServer({ desk: { identity, audit }, settings });
  const token = (await identity.offerSetup()) ?? '';
  const admin = deskVisitor(url);
  expect((await admin.setUp({ token, ...ADMIN })).status).toBe(201);
  const wait = (milliseconds: number) => {
    nowMs += milliseconds;
  };
  const add = (role: Role) =>
    admin.invite({ email: `${role}@shop.example`, firstName: role, password: PASSWORD, role });
  return { url, database, identity, audit, admin, token, wait, add };
}
