import type { ReadMarks } from '../../../desk/read-marks.ts';
import { defineRoute, nothing, type Route } from '../../route.ts';
import { readCountsQuery, readCountsSchema } from '../../schemas/desk-conversation.ts';

/** How much of what shoppers said was read, by whom. */
export function readCountRoutes(marks: Pick<ReadMarks, 'counts'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/reads',
      summary: 'How many conversations and profiles each agent read, by day',
      tag: 'Desk',
      security: 'desk',
      permission: 'audit-read',
      schemas: { path: nothing, query: readCountsQuery, body: nothing },
      responses: { 200: { description: 'Newest first', content: { 'application/json': readCountsSchema } } },
      handle: async ({ query }) => ({
        kind: 'json',
        status: 200,
        body: { counts: await marks.counts(query.days) },
      }),
    }),
  ];
}
