import { randomUUID } from 'node:crypto';
import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import type { OpenIdSignIn } from '../../../desk/identity/open-id-sign-in.ts';
import { AssistantError, isAssistantError } from '../../../errors/assistant-error.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { DESK_PAGE, visitOf } from '../../desk-visit.ts';
import { type Answer, defineRoute, nothing, type Route, type RouteCall } from '../../route.ts';

const RETURN_PATH = '/v1/desk/session/open-id/return';

type Call = Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'response'>;

/** Signing in by a provider of identities: the browser goes there and comes back. What goes wrong is told by the page, not by a problem. */
export function openIdRoutes({
  identity,
  cookie,
}: {
  readonly identity: DeskIdentity;
  readonly cookie: DeskCookie;
}): Route[] {
  const go = ({ response }: Call, address: string): Answer => {
    response.set('Cache-Control', 'no-store').redirect(303, address);
    return { kind: 'taken' };
  };
  /** @throws {AssistantError} What is neither a refusal nor an outage. */
  async function orTold(call: Call, work: (openId: OpenIdSignIn) => Promise<string>): Promise<Answer> {
    const { openId } = identity;
    if (openId === undefined)
      throw new AssistantError('NOT_FOUND', 'There is no provider of identities here');
    try {
      return go(call, await work(openId));
    } catch (error) {
      const told = isAssistantError(error) ? TOLD[error.code] : undefined;
      if (told === undefined) throw error;
      return go(call, `${DESK_PAGE}#sign-in=${told}`);
    }
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/session/open-id',
      summary: 'Go to the provider of identities to sign in',
      tag: 'Desk',
      security: 'none',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 303: { description: 'To the provider; back to the desk where it cannot be reached' } },
      handle: (call) =>
        orTold(call, async (openId) => {
          assertFromHere(call);
          const attempt = randomUUID();
          const address = await openId.begin(attempt, `${cookie.ownOrigin(call.request)}${RETURN_PATH}`);
          cookie.openIdAttempt.set(call.response, attempt);
          return address;
        }),
    }),
    defineRoute({
      method: 'get',
      path: RETURN_PATH,
      summary: 'Come back from the provider of identities',
      tag: 'Desk',
      security: 'none',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        303: { description: 'To the desk: signed in by a cookie, or told that nobody was' },
      },
      handle: (call) =>
        orTold(call, async (openId) => {
          const { request, response } = call;
          const returned = new URL(request.originalUrl, cookie.ownOrigin(request));
          const attempt = cookie.openIdAttempt.read(request);
          cookie.openIdAttempt.clear(response);
          const begun = await openId.finish(attempt, returned, visitOf(cookie, request));
          cookie.set(response, begun.cookie);
          return DESK_PAGE;
        }),
    }),
  ];
}

/**
 * No foreign page sends somebody to sign in.
 *
 * @throws {AssistantError} FORBIDDEN.
 * @see https://www.w3.org/TR/fetch-metadata/ (Sec-Fetch-Site).
 */
function assertFromHere({ request }: Call): void {
  if (request.get('Sec-Fetch-Site') === 'cross-site')
    throw new AssistantError('FORBIDDEN', 'Signing in begins at the page of the desk');
}

/** What the page of the desk is told after the sign. */
const TOLD: Readonly<Partial<Record<string, string>>> = {
  SIGN_IN_FAILED: 'refused',
  TOO_MANY_REQUESTS: 'too-many',
  IDENTITY_UNAVAILABLE: 'unavailable',
};
