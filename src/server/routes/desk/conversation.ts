import type { ConversationDesk } from '../../../chat/desk/conversation-desk.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { conversationPath } from '../../schemas/conversation.ts';
import {
  deskConversationQuery,
  deskConversationSchema,
  needEditSchema,
  presenceSchema,
  profileQuery,
  profileSchema,
  translationSchema,
  translationsSchema,
  viewersSchema,
} from '../../schemas/desk-conversation.ts';

const JSON_TYPE = 'application/json';

/** One conversation: what stands in it, who looks at it, and how far they saw it. */
export function deskConversationRoutes(desk: ConversationDesk, limitMessageCharacters: number): Route[] {
  const path = '/v1/desk/conversations/{conversationId}';
  const reading = { tag: 'Desk', security: 'desk', permission: 'conversations-read' } as const;

  return [
    defineRoute({
      ...reading,
      method: 'get',
      path,
      summary: 'One conversation, whole: counted, and audited once a day, as a read of personal data',
      schemas: { path: conversationPath, query: deskConversationQuery, body: nothing },
      responses: {
        200: { description: 'As it stands', content: { [JSON_TYPE]: deskConversationSchema } },
      },
      async handle(call) {
        const { agentId } = signedInBy(call).agent;
        const { conversationId } = call.path;
        const body = await desk.read(agentId, conversationId, call.query);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...reading,
      method: 'put',
      path: `${path}/presence`,
      summary: 'Say that you look at it, or work on an answer; holds for 30 seconds',
      schemas: { path: conversationPath, query: nothing, body: presenceSchema },
      responses: { 200: { description: 'Who looks at it', content: { [JSON_TYPE]: viewersSchema } } },
      async handle(call) {
        const { agentId, firstName } = signedInBy(call).agent;
        const viewer = { agentId, firstName, isEditing: call.body.isEditing };
        const viewers = await desk.look(call.path.conversationId, viewer);
        return { kind: 'json', status: 200, body: { viewers } };
      },
    }),
    defineRoute({
      ...reading,
      method: 'delete',
      path: `${path}/presence`,
      summary: 'Say that you look at it no more',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Left' } },
      async handle(call) {
        desk.leave(call.path.conversationId, signedInBy(call).agent.agentId);
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      ...reading,
      method: 'put',
      path: `${path}/seen`,
      summary: 'Say that you have seen all that stands in it now',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 204: { description: 'Marked' } },
      async handle(call) {
        await desk.seen(signedInBy(call).agent.agentId, call.path.conversationId);
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      ...reading,
      method: 'post',
      path: `${path}/translations`,
      summary: 'Put what stands in it, or is to be said, into another language; the shopper is told nothing',
      schemas: { path: conversationPath, query: nothing, body: translationSchema(limitMessageCharacters) },
      responses: {
        200: { description: 'What became of each', content: { [JSON_TYPE]: translationsSchema } },
      },
      async handle(call) {
        const { texts, to } = call.body;
        const translations = await desk.translate(call.path.conversationId, texts, to);
        return { kind: 'json', status: 200, body: { translations } };
      },
    }),
    defineRoute({
      method: 'get',
      path: `${path}/profile`,
      summary: 'What is known of the shopper, as far as they consented; audited with the reason',
      tag: 'Desk',
      security: 'desk',
      permission: 'profiles-read',
      schemas: { path: conversationPath, query: profileQuery, body: nothing },
      responses: { 200: { description: 'What is known', content: { [JSON_TYPE]: profileSchema } } },
      async handle(call) {
        const { agentId } = signedInBy(call).agent;
        const body = await desk.profile(agentId, call.path.conversationId, call.query.reason);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      method: 'put',
      path: `${path}/need`,
      summary: 'Correct what is looked for: the next answer goes on from it, and the shopper is told nothing',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-answer',
      schemas: { path: conversationPath, query: nothing, body: needEditSchema },
      responses: {
        200: { description: 'As it stands then', content: { [JSON_TYPE]: deskConversationSchema } },
      },
      async handle(call) {
        const { agent } = signedInBy(call);
        const body = await desk.editNeed(call.path.conversationId, agent, call.body);
        return { kind: 'json', status: 200, body };
      },
    }),
  ];
}
