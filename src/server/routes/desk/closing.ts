import type { AssignConversation } from '../../../desk/assigning.ts';
import type { CloseConversation } from '../../../desk/closing-book.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { conversationPath } from '../../schemas/conversation.ts';
import { assignmentSchema, closingSchema } from '../../schemas/desk-conversation.ts';
import { handlingSchema } from '../../schemas/person.ts';

export interface ClosingRoutesOptions {
  readonly close: CloseConversation;
  readonly assign: AssignConversation;
}

/** How a conversation ends at the desk, and who goes on with it. */
export function closingRoutes({ close, assign }: ClosingRoutesOptions): Route[] {
  const path = '/v1/desk/conversations/{conversationId}';
  return [
    defineRoute({
      method: 'post',
      path: `${path}/close`,
      summary: 'Close it with an outcome; a message of the shopper opens it again',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-answer',
      schemas: { path: conversationPath, query: nothing, body: closingSchema },
      responses: { 204: { description: 'Closed' } },
      async handle(call) {
        await close(call.path.conversationId, signedInBy(call).agent, call.body.outcome);
        return { kind: 'empty', status: 204 };
      },
    }),
    defineRoute({
      method: 'post',
      path: `${path}/assign`,
      summary: 'Give it to somebody, whoever answers it now; the shopper is told who came',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-assign',
      schemas: { path: conversationPath, query: nothing, body: assignmentSchema },
      responses: {
        200: { description: 'Who answers then', content: { 'application/json': handlingSchema } },
      },
      async handle(call) {
        const actor = signedInBy(call).agent.agentId;
        const body = await assign(call.path.conversationId, call.body.agentId, actor);
        return { kind: 'json', status: 200, body };
      },
    }),
  ];
}
