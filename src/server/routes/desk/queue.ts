import type { QueueBook } from '../../../desk/queue-book.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { queuePageSchema, queueQuery } from '../../schemas/queue.ts';

/** The conversations of the shop, by who answers them. */
export function queueRoutes(queue: Pick<QueueBook, 'page'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/queue',
      summary: 'Conversations: those that wait the longest first, all others the newest first',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: nothing, query: queueQuery, body: nothing },
      responses: { 200: { description: 'A page', content: { 'application/json': queuePageSchema } } },
      async handle(call) {
        const { after, limit, ...filter } = call.query;
        const page = { limit, ...(after === undefined ? {} : { after }) };
        const body = await queue.page(signedInBy(call).agent.agentId, filter, page);
        return { kind: 'json', status: 200, body };
      },
    }),
  ];
}
