import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type { DeskIdentity, SignedIn } from '../../desk/identity/desk-identity.ts';
import { type AgentAccount, may, PERMISSIONS, type Permission } from '../../domain/agent.ts';
import { networkOf } from '../caller.ts';
import type { DeskCookie } from '../desk-cookie.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../route.ts';
import {
  agentAccountSchema,
  agentListSchema,
  agentPath,
  auditQuery,
  auditSchema,
  changedAgentSchema,
  newAgentSchema,
  setupSchema,
  signedInSchema,
  signInSchema,
} from '../schemas/agent.ts';

const JSON_TYPE = 'application/json';

export interface DeskSessionRoutesOptions {
  readonly identity: DeskIdentity;
  readonly audit: AuditLog;
  readonly cookie: DeskCookie;
}

/** Signing in at the desk, who may, and what was done there. */
export function deskSessionRoutes({ identity, audit, cookie }: DeskSessionRoutesOptions): Route[] {
  const ok = (description: string, schema: typeof signedInSchema | typeof agentAccountSchema) => ({
    description,
    content: { [JSON_TYPE]: schema },
  });
  const tell = async (signedIn: SignedIn) => ({
    agent: signedIn.agent,
    permissions: permissionsOf(signedIn.agent),
    sessions: await identity.sessions(signedIn.agent.agentId),
  });

  return [
    defineRoute({
      method: 'post',
      path: '/v1/desk/setup',
      summary: 'Make the first administrator, once, with the token that the server printed',
      tag: 'Desk',
      security: 'none',
      schemas: { path: nothing, query: nothing, body: setupSchema },
      responses: { 201: ok('Made, and signed in by a cookie', signedInSchema) },
      async handle({ body: { token, ...account }, request, response }) {
        cookie.assertOwnPage(request);
        const made = await identity.setUp(token, account);
        cookie.set(response, made.cookie);
        return { kind: 'json', status: 201, body: await tell(made) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/session',
      summary: 'Sign in',
      tag: 'Desk',
      security: 'none',
      schemas: { path: nothing, query: nothing, body: signInSchema },
      responses: { 200: ok('Signed in by a cookie', signedInSchema) },
      async handle({ body, request, response }) {
        cookie.assertOwnPage(request);
        const signedIn = await identity.signIn(body, networkOf(request.ip));
        cookie.set(response, signedIn.cookie);
        return { kind: 'json', status: 200, body: await tell(signedIn) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/session',
      summary: 'Who is signed in, what they may do, and where else they are signed in',
      tag: 'Desk',
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: ok('Of the cookie', signedInSchema) },
      handle: async (call) => ({ kind: 'json', status: 200, body: await tell(signedInBy(call)) }),
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/desk/session',
      summary: 'Sign out',
      tag: 'Desk',
      security: 'desk',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 204: { description: 'Signed out' } },
      async handle(call) {
        await identity.signOut(signedInBy(call));
        cookie.clear(call.response);
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/agents',
      summary: 'Who may sign in',
      tag: 'Desk',
      security: 'desk',
      permission: 'agents-manage',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'All', content: { [JSON_TYPE]: agentListSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: { agents: await identity.agents() } }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/agents',
      summary: 'Let somebody sign in',
      tag: 'Desk',
      security: 'desk',
      permission: 'agents-manage',
      schemas: { path: nothing, query: nothing, body: newAgentSchema },
      responses: { 201: ok('Added', agentAccountSchema) },
      handle: async (call) => ({
        kind: 'json',
        status: 201,
        body: await identity.addAgent(call.body, signedInBy(call)),
      }),
    }),
    defineRoute({
      method: 'patch',
      path: '/v1/desk/agents/{agentId}',
      summary: 'Change somebody, or let them sign in no more',
      tag: 'Desk',
      security: 'desk',
      permission: 'agents-manage',
      schemas: { path: agentPath, query: nothing, body: changedAgentSchema },
      responses: { 200: ok('As it is then', agentAccountSchema) },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await identity.changeAgent(call.path.agentId, call.body, signedInBy(call)),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/audit',
      summary: 'What was done at the desk, and whether the log was changed since',
      tag: 'Desk',
      security: 'desk',
      permission: 'audit-read',
      schemas: { path: nothing, query: auditQuery, body: nothing },
      responses: { 200: { description: 'After a number', content: { [JSON_TYPE]: auditSchema } } },
      async handle({ query }) {
        const firstBroken = await audit.firstBroken();
        const entries = await audit.read(query.after, query.limit);
        return {
          kind: 'json',
          status: 200,
          body: { entries, ...(firstBroken !== undefined && { firstBroken }) },
        };
      },
    }),
  ];
}

const permissionsOf = ({ role }: AgentAccount): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(role, permission));
