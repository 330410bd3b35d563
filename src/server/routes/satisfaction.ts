import type { PersonDesk } from '../../chat/person-desk.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { conversationPath } from '../schemas/conversation.ts';
import { satisfactionSchema } from '../schemas/person.ts';
import { asStranger, conversationKey } from './conversations.ts';

/** The shopper says how it was. */
export function satisfactionRoutes(desk: Pick<PersonDesk, 'authorize' | 'rate'>): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/conversations/{conversationId}/satisfaction',
      summary: 'Say how it was, or that you would rather not; possible once, after it was asked',
      tag: 'Conversations',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: satisfactionSchema },
      responses: { 204: { description: 'Taken down' } },
      async handle(call) {
        const key = conversationKey(call);
        await asStranger(desk.authorize(key));
        await desk.rate(key.conversationId, 'score' in call.body ? call.body : undefined);
        return { kind: 'empty', status: 204 };
      },
    }),
  ];
}
