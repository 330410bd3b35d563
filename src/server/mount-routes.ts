import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Audited } from '../desk/identity/audit-log.ts';
import type { DeskIdentity, SignedIn } from '../desk/identity/desk-identity.ts';
import { may, type Permission, type Role, rolesWith } from '../domain/agent.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';
import { authenticationRequired, bearerToken, callerScope } from './caller.ts';
import type { DeskCookie } from './desk-cookie.ts';
import type { Idempotency } from './idempotency.ts';
import { isAdmin } from './is-admin.ts';
import { parseQuery, toQueryObject } from './parse-query.ts';
import type { RateLimits } from './rate-limits.ts';
import { bodyBytes, bodyReader, readJsonBody } from './read-json-body.ts';
import { requestIdOf, setRoutePattern } from './request-log.ts';
import { type Answer, nothing, type Route, type RouteCall, signInNeeded } from './route.ts';

export interface MountOptions {
  readonly limits: RateLimits;
  readonly idempotency: Idempotency;
  readonly bodyLimitBytes: number;
  /** Without it, the routes that need it are closed. */
  readonly adminToken: string | undefined;
  readonly desk: {
    readonly cookie: DeskCookie;
    readonly identity: Pick<DeskIdentity, 'signedIn'>;
    /** @param write The transaction it is part of; one of its own when absent. */
    readonly note: (entry: Audited, write?: Query) => Promise<void>;
  };
}

/** Makes a router from the table of routes. A method that a path does not offer is a 405 that names those it does. */
export function mountRoutes(routes: readonly Route[], options: MountOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    const mounted = router.route(toExpressPath(path));
    for (const route of ofPath) mounted[route.method](...handlers(route, options));
    mounted.all(refuseMethod(ofPath));
  }
  return router;
}

/** "/v1/products/{productId}" in Express is "/v1/products/:productId". */
const toExpressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function handlers(route: Route, options: MountOptions): RequestHandler[] {
  return [
    (request, response, next) => {
      setRoutePattern(response, route.path);
      assertAcceptable(route, request);
      if (isOfDesk(route)) options.desk.cookie.assertOwnPage(request);
      if (route.security === 'conversation' && bearerToken(request) === undefined)
        throw authenticationRequired();
      if (route.security === 'admin' && !mayComeFromDesk(route, request))
        assertAdmin(request, options.adminToken);
      next();
    },
    ...(route.quota === undefined ? [] : [options.limits[route.quota]]),
    ...(route.schemas.body === nothing ? [] : [bodyReader(route.bodyLimitBytes ?? options.bodyLimitBytes)]),
    async (request, response) => {
      const signedIn =
        route.security === 'desk' || (route.security === 'admin' && mayComeFromDesk(route, request))
          ? await assertSignedIn(route, request, options.desk)
          : undefined;
      const answer = await serve(route, { request, response, signedIn }, options);
      send(response, answer, route.maxAgeSeconds);
    },
  ];
}

/** Signing in is judged by its page as well, before there is a cookie. */
const isOfDesk = ({ path }: Route): boolean => path.startsWith('/v1/desk/');

/** Whether a call of the shop itself is to be judged by who is signed in: it brings no token. */
const mayComeFromDesk = ({ permission }: Route, request: Request): boolean =>
  permission !== undefined && bearerToken(request) === undefined;

/** @throws {AssistantError} AUTHENTICATION_REQUIRED, also when the settings have no such token. */
function assertAdmin(request: Request, adminToken: string | undefined): void {
  const token = bearerToken(request);
  if (token !== undefined && isAdmin(token, adminToken)) return;
  throw new AssistantError(
    'AUTHENTICATION_REQUIRED',
    'This is for the shop itself: send "Authorization: Bearer <token>" with the value of FLOORWALKER_ADMIN_TOKEN',
  );
}

/** Names who may, so that whoever reads it knows whom to ask. */
const refusalOf = (role: Role, permission: Permission): string =>
  `Role "${role}" does not allow "${permission}"; these do: ${rolesWith(permission).join(', ')}`;

/** @throws {AssistantError} AUTHENTICATION_REQUIRED; FORBIDDEN, also for a change from a foreign page. */
async function assertSignedIn(
  { permission }: Route,
  request: Request,
  { cookie, identity }: MountOptions['desk'],
): Promise<SignedIn> {
  const value = cookie.read(request);
  const signedIn = value === undefined ? undefined : await identity.signedIn(value);
  if (signedIn === undefined) throw signInNeeded();
  cookie.assertOwnPage(request);
  if (permission !== undefined && !may(signedIn.agent.role, permission))
    throw new AssistantError('FORBIDDEN', refusalOf(signedIn.agent.role, permission));
  return signedIn;
}

function serve(
  route: Route,
  {
    request,
    response,
    signedIn,
  }: Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'response' | 'signedIn'>,
  options: MountOptions,
): Promise<Answer> {
  const token = route.security === 'none' || signedIn !== undefined ? undefined : bearerToken(request);
  const actor = actorOf(signedIn, token, options);
  return route.run({
    request,
    response,
    requestId: requestIdOf(response),
    token,
    signedIn,
    path: request.params,
    query: toQueryObject(parseQuery(request.originalUrl)),
    body:
      route.schemas.body === nothing
        ? undefined
        : readJsonBody(request, { optional: route.bodyOptional ?? false }),
    note: (entry) => options.desk.note({ ...entry, actor }),
    noting: (entry) => (write) => options.desk.note({ ...entry, actor }, write),
    once: onceFor(request, response, signedIn?.sessionId ?? token, options.idempotency),
  });
}

/** As the log names who calls. A token that is not the shop's own is a shopper's: the route has looked at it. */
function actorOf(
  signedIn: SignedIn | undefined,
  token: string | undefined,
  { adminToken }: MountOptions,
): string {
  if (signedIn !== undefined) return signedIn.agent.agentId;
  if (token === undefined) return 'nobody';
  return isAdmin(token, adminToken) ? 'admin-token' : 'shopper';
}

function onceFor(
  request: Request,
  response: Response,
  token: string | undefined,
  idempotency: Idempotency,
): RouteCall<unknown, unknown, unknown>['once'] {
  const key = idempotencyKey(request);
  return async (work) => {
    if (key === undefined) return { answer: await work(), replayed: false };
    const route = `${request.method} ${request.path}`;
    const caller = callerScope(request, token);
    const result = await idempotency.once({ caller, route, key, body: bodyBytes(request) }, work);
    if (result.replayed && !response.headersSent) response.set('Idempotency-Replayed', 'true');
    return result;
  };
}

/** @throws {AssistantError} INVALID_ARGUMENT unless it is 1 to 255 visible characters. */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AssistantError('INVALID_ARGUMENT', 'Idempotency-Key must be 1 to 255 visible ASCII characters');
  }
  return key;
}

function send(response: Response, answer: Answer, maxAgeSeconds: number | undefined): void {
  if (answer.kind === 'taken') return;
  if (maxAgeSeconds !== undefined)
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  const caching = maxAgeSeconds === undefined ? 'no-store' : `public, max-age=${maxAgeSeconds}`;
  response.status(answer.status).set('Cache-Control', caching);
  if (answer.kind === 'json') response.json(answer.body);
  else if (answer.kind === 'text') response.type(answer.contentType).send(answer.body);
  else response.end();
}

function assertAcceptable(route: Route, request: Request): void {
  const offered = Object.entries(route.responses)
    .filter(([status]) => Number(status) < 300)
    .flatMap(([, response]) => Object.keys(response.content ?? {}));
  if (offered.length > 0 && request.accepts(offered) === false) {
    throw new AssistantError('NOT_ACCEPTABLE', `This route answers ${offered.join(' or ')}`);
  }
}

function refuseMethod(routes: readonly Route[]): RequestHandler {
  const methods = routes.map((route) => route.method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ');
  return (request, response) => {
    setRoutePattern(response, routes[0]?.path ?? 'none');
    response.set('Allow', allow);
    if (request.method !== 'OPTIONS') {
      throw new AssistantError('METHOD_NOT_ALLOWED', `This address offers ${allow}`);
    }
    response.status(204).end();
  };
}
