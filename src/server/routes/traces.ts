import type { ReadTrace } from '../../chat/trace-desk.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { tracePath, traceSchema } from '../schemas/trace.ts';

/** How one turn came about, for those who look after the shop. */
export const traceRoutes = (readTrace: ReadTrace): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/conversations/{conversationId}/messages/{messageId}/trace',
    summary: 'How a turn came about: commands, need, sources, ranking, plan, models, claims, timings',
    tag: 'Operations',
    security: 'admin',
    permission: 'conversations-read',
    schemas: { path: tracePath, query: nothing, body: nothing },
    responses: {
      200: { description: 'Stage by stage', content: { 'application/json': traceSchema } },
    },
    async handle({ path, note }) {
      const body = await readTrace(path.conversationId, path.messageId);
      await note({ action: 'trace.read', subject: path.conversationId });
      return { kind: 'json', status: 200, body };
    },
  }),
];
