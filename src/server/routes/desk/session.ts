import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import type { Begun } from '../../../desk/identity/identity-context.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { DESK_PAGE, visitOf } from '../../desk-visit.ts';
import { type Answer, defineRoute, nothing, type Route, type RouteCall, signedInBy } from '../../route.ts';
import {
  sessionPath,
  setupSchema,
  signedInSchema,
  signedOutSchema,
  signInSchema,
  signInWaysSchema,
} from '../../schemas/agent.ts';

const JSON_TYPE = 'application/json';

export interface SessionRoutesOptions {
  readonly identity: DeskIdentity;
  readonly cookie: DeskCookie;
}

type Call = Pick<RouteCall<unknown, unknown, unknown>, 'response'>;

/** Hands the cookie of a new session to the browser, and tells it who it is. */
export async function answerBegun(
  { identity, cookie }: SessionRoutesOptions,
  { response }: Call,
  begun: Begun,
  status: number,
): Promise<Answer> {
  cookie.set(response, begun.cookie);
  return { kind: 'json', status, body: await identity.describe(begun) };
}

/** Signing in with a password and out again, and where else somebody is signed in. */
export function sessionRoutes(options: SessionRoutesOptions): Route[] {
  const { identity, cookie } = options;
  const signedIn = (description: string) => ({ description, content: { [JSON_TYPE]: signedInSchema } });
  const tag = 'Desk';

  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/sign-in',
      summary: 'How somebody may sign in here',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'The ways', content: { [JSON_TYPE]: signInWaysSchema } } },
      handle: async () => ({
        kind: 'json',
        status: 200,
        body: {
          needsSetup: await identity.needsSetup(),
          ...(identity.openId !== undefined && { openId: { label: identity.openId.label } }),
        },
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/setup',
      summary: 'Make the first administrator, once, with the token that the server printed',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: setupSchema },
      responses: { 201: signedIn('Made, and signed in by a cookie') },
      async handle(call) {
        const { token, ...account } = call.body;
        const begun = await identity.setUp(token, account, visitOf(cookie, call.request));
        return await answerBegun(options, call, begun, 201);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/session',
      summary: 'Sign in with a password',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: signInSchema },
      responses: { 200: signedIn('Signed in by a cookie') },
      async handle(call) {
        const begun = await identity.signIn(call.body, visitOf(cookie, call.request));
        return await answerBegun(options, call, begun, 200);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/session',
      summary: 'Who is signed in by the cookie, what they may do, and where else they are signed in',
      tag,
      // That nobody is signed in is an answer to this question, not a refusal.
      security: 'none',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: signedIn('Of the cookie'),
        204: { description: 'Nobody: there is no cookie, or its session has ended' },
      },
      async handle({ request }) {
        const value = cookie.read(request);
        const by = value === undefined ? undefined : await identity.signedIn(value);
        if (by === undefined) return { kind: 'empty', status: 204 };
        return { kind: 'json', status: 200, body: await identity.describe(by) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/desk/session',
      summary: 'Sign out',
      tag,
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'Signed out here; the session began at a provider of identities',
          content: { [JSON_TYPE]: signedOutSchema },
        },
        204: { description: 'Signed out' },
      },
      async handle(call) {
        const signedIn = signedInBy(call);
        const page = `${cookie.ownOrigin(call.request)}${DESK_PAGE}`;
        const { agent, sessionId } = signedIn;
        const signOutUrl = await identity.openId?.signOutAddress(agent.agentId, sessionId, page);
        await identity.signOut(signedIn);
        cookie.clear(call.response);
        return signOutUrl === undefined
          ? { kind: 'empty', status: 204 }
          : { kind: 'json', status: 200, body: { signOutUrl } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/desk/sessions',
      summary: 'Sign out everywhere else',
      tag,
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 204: { description: 'Signed out everywhere but here' } },
      async handle(call) {
        await identity.endOtherSessions(signedInBy(call));
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/desk/sessions/{sessionId}',
      summary: 'Sign out where one of the own sessions is',
      tag,
      security: 'desk',
      schemas: { path: sessionPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Signed out there' } },
      async handle(call) {
        await identity.endSession(call.path.sessionId, signedInBy(call));
        return { kind: 'empty', status: 204 };
      },
    }),
  ];
}
