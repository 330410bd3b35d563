import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { visitOf } from '../../desk-visit.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import {
  acceptInvitationSchema,
  changedPasswordSchema,
  invitedSchema,
  readInvitationSchema,
  signedInSchema,
} from '../../schemas/agent.ts';
import { answerBegun } from './session.ts';

const JSON_TYPE = 'application/json';

/** Choosing a password: the first one by an invitation, and another one later. */
export function ownAccountRoutes(options: {
  readonly identity: DeskIdentity;
  readonly cookie: DeskCookie;
}): Route[] {
  const { identity, cookie } = options;
  const tag = 'Desk';

  return [
    defineRoute({
      method: 'post',
      path: '/v1/desk/invitation/read',
      summary: 'Whom an invitation is for; it stays good',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: readInvitationSchema },
      responses: { 200: { description: 'Whom', content: { [JSON_TYPE]: invitedSchema } } },
      handle: async ({ body }) => ({
        kind: 'json',
        status: 200,
        body: await identity.readInvitation(body.token),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/invitation',
      summary: 'Choose a password by an invitation, which is good once',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: acceptInvitationSchema },
      responses: {
        200: { description: 'Signed in by a cookie', content: { [JSON_TYPE]: signedInSchema } },
      },
      async handle(call) {
        const { body, request } = call;
        const begun = await identity.acceptInvitation(body.token, body.password, visitOf(cookie, request));
        return await answerBegun(options, call, begun, 200);
      },
    }),
    defineRoute({
      method: 'put',
      path: '/v1/desk/password',
      summary: 'Choose another password; signed out everywhere else',
      tag,
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: changedPasswordSchema },
      responses: { 204: { description: 'Changed' } },
      async handle(call) {
        await identity.changePassword(signedInBy(call), call.body, visitOf(cookie, call.request));
        return { kind: 'empty', status: 204 };
      },
    }),
  ];
}
