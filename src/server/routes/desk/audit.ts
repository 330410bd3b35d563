import type { AuditLog } from '../../../desk/identity/audit-log.ts';
import { defineRoute, nothing, type Route } from '../../route.ts';
import { auditQuery, auditSchema } from '../../schemas/agent.ts';

/** What was done at the desk. */
export const auditRoutes = (audit: AuditLog): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/desk/audit',
    summary: 'What was done at the desk, and whether the log was changed since',
    tag: 'Desk',
    security: 'desk',
    permission: 'audit-read',
    schemas: { path: nothing, query: auditQuery, body: nothing },
    responses: {
      200: {
        description: 'Oldest first after a number, else newest first',
        content: { 'application/json': auditSchema },
      },
    },
    async handle({ query: { after, limit, before, actor, action, subject } }) {
      const choice = {
        ...(before !== undefined && { before }),
        ...(actor !== undefined && { actor }),
        ...(action !== undefined && { action }),
        ...(subject !== undefined && { subject }),
      };
      const isFirst = before === undefined && (after ?? 0) === 0;
      const firstBroken = isFirst ? await audit.firstBroken() : undefined;
      const entries = await (after === undefined ? audit.latest(choice, limit) : audit.read(after, limit));
      const head = await audit.head();
      return {
        kind: 'json',
        status: 200,
        body: {
          entries,
          ...(head !== undefined && { head }),
          ...(firstBroken !== undefined && { firstBroken }),
        },
      };
    },
  }),
];
