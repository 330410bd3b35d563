import { randomUUID } from 'node:crypto';
import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { siteOf, visitOf } from '../../desk-visit.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { signedInSchema } from '../../schemas/agent.ts';
import {
  challengeSchema,
  newPasskeySchema,
  passkeyListSchema,
  passkeyPath,
  passkeySchema,
  passkeySignInSchema,
  presenceSchema,
} from '../../schemas/passkey.ts';
import { answerBegun } from './session.ts';

const JSON_TYPE = 'application/json';

/** Passkeys: to sign in with, and of the own account. */
export function passkeyRoutes(options: {
  readonly identity: DeskIdentity;
  readonly cookie: DeskCookie;
}): Route[] {
  const { identity, cookie } = options;
  const { passkeys } = identity;
  const tag = 'Desk';
  const challenge = {
    description: 'What a passkey has to answer',
    content: { [JSON_TYPE]: challengeSchema },
  };

  return [
    defineRoute({
      method: 'post',
      path: '/v1/desk/session/passkey/challenge',
      summary: 'Begin to sign in with a passkey, good for five minutes in this browser',
      tag,
      security: 'none',
      bodyOptional: true,
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: challenge },
      async handle({ request, response }) {
        const attempt = randomUUID();
        cookie.passkeyAttempt.set(response, attempt);
        const body = await passkeys.offerSignIn(attempt, siteOf(cookie, request));
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/session/passkey',
      summary: 'Sign in with a passkey',
      tag,
      security: 'none',
      schemas: { path: nothing, query: nothing, body: passkeySignInSchema },
      responses: {
        200: { description: 'Signed in by a cookie', content: { [JSON_TYPE]: signedInSchema } },
      },
      async handle(call) {
        const { request, response, body } = call;
        const attempt = cookie.passkeyAttempt.read(request);
        cookie.passkeyAttempt.clear(response);
        const begun = await passkeys.signIn(
          attempt,
          body.credential,
          visitOf(cookie, request),
          siteOf(cookie, request),
        );
        return await answerBegun(options, call, begun, 200);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/passkeys',
      summary: 'The own passkeys',
      tag,
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'Oldest first', content: { [JSON_TYPE]: passkeyListSchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: { passkeys: await passkeys.list(signedInBy(call).agent.agentId) },
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/passkeys/challenge',
      summary: 'Begin to add a passkey; who signed in long ago gives their password again',
      tag,
      security: 'desk',
      bodyOptional: true,
      schemas: { path: nothing, query: nothing, body: presenceSchema },
      responses: { 200: challenge },
      async handle(call) {
        const by = signedInBy(call);
        await identity.assertPresent(by, call.body.password, visitOf(cookie, call.request));
        const body = await passkeys.offerAdding(by, siteOf(cookie, call.request));
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/passkeys',
      summary: 'Add a passkey',
      tag,
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: newPasskeySchema },
      responses: { 201: { description: 'Added', content: { [JSON_TYPE]: passkeySchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 201,
        body: await passkeys.add(signedInBy(call), call.body, siteOf(cookie, call.request)),
      }),
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/desk/passkeys/{passkeyId}',
      summary: 'Remove one of the own passkeys',
      tag,
      security: 'desk',
      schemas: { path: passkeyPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Removed' } },
      async handle(call) {
        await passkeys.remove(signedInBy(call), call.path.passkeyId);
        return { kind: 'empty', status: 204 };
      },
    }),
  ];
}
