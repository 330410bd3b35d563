import { createHash } from 'node:crypto';
import type { Role } from '../../src/domain/agent.ts';
import type { Database } from '../../src/ports/database.ts';
import { startTestServer, type TestServerOptions } from './http.ts';

/** A server, with anybody of the shop signed in at its desk. */
export async function signedInDesk(options: TestServerOptions = {}) {
  const served = await startTestServer(options);
  const as = (role: Role, firstName: string = role) => signedIn(served, role, firstName);
  return { ...served, as, admin: await as('admin', 'Ada') };
}

/** Somebody with a role, signed in without having to type a password. */
async function signedIn(
  { url, database }: { readonly url: string; readonly database: Database },
  role: Role,
  firstName: string,
) {
  const agentId = `agent-${role}-${firstName}`;
  const token = `cookie-of-${agentId}`;
  const nowMs = Date.now();
  const agent = { agentId, email: `${agentId}@shop.example`, firstName, role, passwordHash: '' };
  await database.transaction(async (write) => {
    await write
      .insertInto('agents')
      .values({ ...agent, disabledAtMs: null, createdAtMs: nowMs })
      .execute();
    await write
      .insertInto('agentSessions')
      .values({
        tokenHash: createHash('sha256').update(token).digest('hex'),
        sessionId: `session-of-${agentId}`,
        agentId,
        createdAtMs: nowMs,
        seenAtMs: nowMs,
        method: 'password',
        network: null,
      })
      .execute();
  });
  const headers = () => ({ Origin: url, Cookie: `floorwalker-desk=${token}` });
  const send = (method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers(), ...(body !== undefined && { 'Content-Type': 'application/json' }), ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    agentId,
    headers,
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: object = {}) => send('POST', path, body),
  };
}
