import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/agent.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';

const PASSWORD = 'a long enough one';
const ADMIN_TOKEN = 'the-token-of-the-shop-itself';
/** Refused by every route once it has let somebody in, and before it does anything. */
const NO_KEY = 'x'.repeat(256);
const OF_PROBLEMS = ['type', 'title', 'status', 'detail', 'code', 'requestId'];

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Undefined where the desk's cookie opens nothing. */
  readonly roles: readonly string[] | undefined;
  readonly takesToken: boolean;
  readonly isOpen: boolean;
}

interface Described {
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly string[];
}

let server: DemoServer;
let operations: readonly Operation[];
/** Who calls, by what they send. */
const callers = new Map<string, Readonly<Record<string, string>>>();

beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: ADMIN_TOKEN });
  const document = await (await fetch(`${server.url}/openapi.json`)).json();
  operations = Object.entries<Record<string, Described>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'nothing-1'),
      roles: described['x-roles'],
      takesToken: described.security?.some((one) => 'bearer' in one) === true,
      isOpen: described.security === undefined,
    })),
  );
  const admin = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await admin.setUp({ token, email: 'admin@shop.example', firstName: 'Ada', password: PASSWORD });
  callers.set('admin', admin.headers());
  for (const role of ROLES.filter((one) => one !== 'admin')) {
    const account = { email: `${role}@shop.example`, firstName: role, role, password: PASSWORD };
    callers.set(role, (await admin.invite(account)).headers());
  }
  const ended = await admin.invite({
    email: 'gone@shop.example',
    firstName: 'Gone',
    role: 'admin',
    password: PASSWORD,
  });
  callers.set('an ended session', ended.headers());
  await ended.send('DELETE', '/v1/desk/session');
  callers.set('nobody', { Origin: server.url });
});
afterAll(() => server.close());

async function call({ method, path }: Operation, headers: Readonly<Record<string, string>>) {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const response = await fetch(`${server.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      Accept: '*/*',
      'Idempotency-Key': NO_KEY,
      ...(hasBody && { 'Content-Type': 'application/json' }),
    },
    ...(hasBody && { body: '{}' }),
  });
  return { status: response.status, body: await response.json() };
}

/** 400 is what the key is answered with: they were let in. */
function expected({ roles, isOpen }: Operation, caller: string): number {
  if (isOpen) return 400;
  if (caller === 'nobody' || caller === 'an ended session' || roles === undefined) return 401;
  return roles.includes(caller) ? 400 : 403;
}

const isOfDesk = ({ path }: Operation): boolean => path.startsWith('/v1/desk/');
const isOfShop = ({ path, takesToken, isOpen, roles }: Operation): boolean =>
  takesToken &&
  !isOpen &&
  (roles !== undefined || /^\/v1\/(?:synonyms|weights|rules|exploration|fairness|training|usage)/.test(path));

async function assertMatrix(chosen: readonly Operation[]): Promise<void> {
  for (const operation of chosen) {
    for (const [caller, headers] of callers) {
      const { status, body } = await call(operation, headers);
      expect([operation.name, caller, status]).toEqual([operation.name, caller, expected(operation, caller)]);
      for (const role of status === 403 ? (operation.roles ?? []) : []) expect(body.detail).toContain(role);
      if (status !== 400) expect(OF_PROBLEMS).toEqual(expect.arrayContaining(Object.keys(body)));
      if (status !== 400) expect(JSON.stringify(body)).not.toMatch(/shop\.example|Ada/);
    }
  }
}

describe('every route of the desk', () => {
  it('lets in exactly the roles that its description names, and tells the others nothing', async () => {
    const ofDesk = operations.filter(isOfDesk);
    expect(ofDesk.length).toBeGreaterThan(20);
    await assertMatrix(ofDesk);
  });

  it('is open without signing in only where somebody signs in', () => {
    const open = operations.filter((one) => isOfDesk(one) && one.isOpen).map(({ name }) => name);
    expect(open.toSorted()).toEqual([
      'GET /v1/desk/session',
      'GET /v1/desk/session/open-id',
      'GET /v1/desk/session/open-id/return',
      'GET /v1/desk/sign-in',
      'POST /v1/desk/invitation',
      'POST /v1/desk/invitation/read',
      'POST /v1/desk/session',
      'POST /v1/desk/session/passkey',
      'POST /v1/desk/session/passkey/challenge',
      'POST /v1/desk/setup',
    ]);
  });

  it('takes no change from a foreign page, nor from none, whoever is signed in', async () => {
    const changes = operations.filter((one) => isOfDesk(one) && one.method !== 'GET');
    const { Origin: _, ...cookie } = callers.get('admin') ?? {};
    for (const operation of changes) {
      for (const origin of ['https://evil.example', `${server.url}.evil.example`, 'null', undefined]) {
        const { status, body } = await call(operation, {
          ...cookie,
          ...(origin !== undefined && { Origin: origin }),
        });
        expect([operation.name, origin, status, body.code]).toEqual([
          operation.name,
          origin,
          403,
          'FORBIDDEN',
        ]);
      }
    }
  });
});

describe('every route of the shop itself', () => {
  it('lets in its token, and at the desk exactly the roles that its description names', async () => {
    const ofShop = operations.filter(isOfShop);
    expect(ofShop.length).toBeGreaterThan(15);
    await assertMatrix(ofShop);
    for (const operation of ofShop) {
      const withToken = await call(operation, { Authorization: `Bearer ${ADMIN_TOKEN}` });
      expect([operation.name, withToken.status]).toEqual([operation.name, 400]);
      const withAnother = await call(operation, { Authorization: 'Bearer another' });
      expect([operation.name, withAnother.status]).toEqual([operation.name, 401]);
    }
  });
});
