import type { ReportDesk } from '../../../desk/reports/report-desk.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import {
  figurePageQuery,
  figurePageSchema,
  figureQuery,
  reportQuery,
  reportSchema,
  reportTableQuery,
} from '../../schemas/report.ts';
import { csvSchema, sendCsv } from '../../send-csv.ts';

/** What happened in conversations, the conversations behind every figure, and both as tables to take away. */
export function reportRoutes(desk: ReportDesk): Route[] {
  const place = { method: 'get', tag: 'Desk', security: 'desk' } as const;
  return [
    defineRoute({
      ...place,
      path: '/v1/desk/reports',
      summary: 'What was asked for and not found, what it cost, how long it took, and who answered',
      permission: 'reports-read',
      schemas: { path: nothing, query: reportQuery, body: nothing },
      responses: {
        200: {
          description: 'Figures; each with what asks for its conversations',
          content: { 'application/json': reportSchema },
        },
      },
      handle: async ({ query }) => ({ kind: 'json', status: 200, body: await desk.report(query) }),
    }),
    defineRoute({
      ...place,
      path: '/v1/desk/reports/conversations',
      summary: 'The conversations that a figure of a report counts, newest first',
      permission: 'conversations-read',
      schemas: { path: nothing, query: figurePageQuery, body: nothing },
      responses: {
        200: { description: 'Lines of the queue', content: { 'application/json': figurePageSchema } },
      },
      async handle(call) {
        const { metric, attribute, value, limit, after, ...scope } = call.query;
        const figure = toFigure({ metric, attribute, value });
        const { agentId } = signedInBy(call).agent;
        const body = await desk.conversations(agentId, scope, figure, { limit, after });
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...place,
      path: '/v1/desk/reports/export',
      summary: 'A part of a report as CSV; in the audit log',
      permission: 'reports-read',
      schemas: { path: nothing, query: reportTableQuery, body: nothing },
      responses: { 200: { description: 'RFC 4180, UTF-8', content: csvSchema } },
      async handle(call) {
        const { table, ...scope } = call.query;
        const lines = desk.exportTable(signedInBy(call).agent, scope, table);
        await sendCsv(call.response, `${table}-${scope.from}-${scope.to}.csv`, lines);
        return { kind: 'taken' };
      },
    }),
    defineRoute({
      ...place,
      path: '/v1/desk/reports/conversations/export',
      summary: 'The conversations that a figure counts as CSV; in the audit log',
      permission: 'conversations-export',
      schemas: { path: nothing, query: figureQuery, body: nothing },
      responses: { 200: { description: 'RFC 4180, UTF-8', content: csvSchema } },
      async handle(call) {
        const { metric, attribute, value, ...scope } = call.query;
        const figure = toFigure({ metric, attribute, value });
        const lines = desk.exportConversations(signedInBy(call).agent, scope, figure);
        await sendCsv(call.response, `conversations-${scope.from}-${scope.to}.csv`, lines);
        return { kind: 'taken' };
      },
    }),
  ];
}

function toFigure<Metric>({
  metric,
  attribute,
  value,
}: {
  readonly metric: Metric;
  readonly attribute: string | undefined;
  readonly value: string | undefined;
}) {
  return {
    metric,
    ...(attribute === undefined ? {} : { attribute }),
    ...(value === undefined ? {} : { value }),
  };
}
