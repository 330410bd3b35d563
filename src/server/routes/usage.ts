import type { UsageBook } from '../../ports/usage-book.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { usageQuery, usageSchema } from '../schemas/usage.ts';

/** What language models cost, and what is left of the budgets for them. */
export const usageRoutes = (book: Pick<UsageBook, 'report'>): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/usage',
    summary:
      'Tokens, money and energy of language models by day, purpose and model, and what is left of the budgets',
    tag: 'Merchant',
    security: 'admin',
    permission: 'reports-read',
    schemas: { path: nothing, query: usageQuery, body: nothing },
    responses: {
      200: {
        description: 'From the first day to the last; the 30 days until today where an end is not named',
        content: { 'application/json': usageSchema },
      },
    },
    async handle({ query: { from, to } }) {
      const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      return { kind: 'json', status: 200, body: await book.report(range) };
    },
  }),
];
