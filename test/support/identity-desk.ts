import { randomUUID } from 'node:crypto';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { createDeskIdentity } from '../../src/desk/identity/desk-identity.ts';
import type { OpenIdOptions } from '../../src/desk/identity/open-id-sign-in.ts';
import { deskVisitor } from './desk-visitor.ts';
import { startTestServer } from './http.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const DESK_PASSWORD = 'a long enough one';

/** A server with an administrator, whose clock the test moves. It is called by the name that passkeys are good for. */
export async function identityDesk(settings: Readonly<Record<string, string>> = {}, openId?: OpenIdOptions) {
  let nowMs = Date.parse('2026-11-23T10:00:00Z');
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const identity = createDeskIdentity({
    database,
    clock: () => nowMs,
    newId: randomUUID,
    ...(openId && { openId }),
  });
  const audit = createAuditLog(database);
  const server = await startTestServer({ desk: { identity, audit }, settings });
  const url = `http://localhost:${server.port}`;
  const token = (await identity.offerSetup()) ?? '';
  const admin = deskVisitor(url);
  const account = { email: 'ada@shop.example', firstName: 'Ada', password: DESK_PASSWORD };
  const { agent } = await (await admin.setUp({ token, ...account })).json();
  return {
    url,
    server,
    database,
    identity,
    audit,
    admin,
    adminId: agent.agentId as string,
    wait(milliseconds: number) {
      nowMs += milliseconds;
    },
    actions: async () => (await audit.read(0, 500)).map(({ action }) => action),
  };
}
