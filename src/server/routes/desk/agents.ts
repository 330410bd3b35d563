import type { Invited } from '../../../desk/identity/accounts.ts';
import type { DeskIdentity } from '../../../desk/identity/desk-identity.ts';
import type { DeskCookie } from '../../desk-cookie.ts';
import { invitationLink } from '../../desk-visit.ts';
import { defineRoute, nothing, type Route, type RouteCall, signedInBy } from '../../route.ts';
import {
  agentAccountSchema,
  agentListSchema,
  agentPath,
  changedAgentSchema,
  invitationSchema,
  invitedAgentSchema,
  newAgentSchema,
} from '../../schemas/agent.ts';

const JSON_TYPE = 'application/json';

/** Who may sign in. Nobody chooses somebody else's password: they get a link instead. */
export function agentRoutes({
  identity,
  cookie,
}: {
  readonly identity: DeskIdentity;
  readonly cookie: DeskCookie;
}): Route[] {
  const common = { tag: 'Desk', security: 'desk', permission: 'agents-manage' } as const;
  const withLink = (
    invitation: Invited,
    { request }: Pick<RouteCall<unknown, unknown, unknown>, 'request'>,
  ) => ({
    ...invitation,
    link: invitationLink(cookie.ownOrigin(request), invitation.token),
  });

  return [
    defineRoute({
      ...common,
      method: 'get',
      path: '/v1/desk/agents',
      summary: 'Who may sign in',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'All', content: { [JSON_TYPE]: agentListSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: { agents: await identity.agents() } }),
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: '/v1/desk/agents',
      summary: 'Let somebody sign in, once they have chosen a password by the link',
      schemas: { path: nothing, query: nothing, body: newAgentSchema },
      responses: { 201: { description: 'Added', content: { [JSON_TYPE]: invitedAgentSchema } } },
      async handle(call) {
        const { agent, invitation } = await identity.addAgent(call.body, signedInBy(call));
        return { kind: 'json', status: 201, body: { agent, invitation: withLink(invitation, call) } };
      },
    }),
    defineRoute({
      ...common,
      method: 'patch',
      path: '/v1/desk/agents/{agentId}',
      summary: 'Change somebody, or let them sign in no more',
      schemas: { path: agentPath, query: nothing, body: changedAgentSchema },
      responses: { 200: { description: 'As it is then', content: { [JSON_TYPE]: agentAccountSchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await identity.changeAgent(call.path.agentId, call.body, signedInBy(call)),
      }),
    }),
    defineRoute({
      ...common,
      method: 'delete',
      path: '/v1/desk/agents/{agentId}',
      summary:
        'Erase who somebody is: name, address, what they sign in with. What they did stays, under their id',
      schemas: { path: agentPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Erased, and signed out everywhere' } },
      async handle(call) {
        await identity.eraseAgent(call.path.agentId, signedInBy(call));
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: '/v1/desk/agents/{agentId}/invitation',
      summary: 'Let somebody choose a password again; links that were given before are good no more',
      bodyOptional: true,
      schemas: { path: agentPath, query: nothing, body: nothing },
      responses: { 201: { description: 'Good for a day', content: { [JSON_TYPE]: invitationSchema } } },
      async handle(call) {
        const invitation = await identity.invite(call.path.agentId, signedInBy(call));
        return { kind: 'json', status: 201, body: withLink(invitation, call) };
      },
    }),
    defineRoute({
      ...common,
      method: 'delete',
      path: '/v1/desk/agents/{agentId}/sessions',
      summary: 'Sign somebody out everywhere',
      schemas: { path: agentPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Signed out' } },
      async handle(call) {
        await identity.signOutAgent(call.path.agentId, signedInBy(call));
        return { kind: 'empty', status: 204 };
      },
    }),
  ];
}
