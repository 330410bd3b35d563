import type { ReadFairness } from '../../chat/exposure-report.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { fairnessSchema } from '../schemas/fairness.ts';

/** How the lists of the last week treated shoppers, products and sellers. */
export const fairnessRoutes = (readFairness: ReadFairness): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/fairness',
    summary: 'How the lists of the last seven days treated shoppers, products and sellers, and what moved',
    tag: 'Merchant',
    security: 'admin',
    permission: 'reports-read',
    schemas: { path: nothing, query: nothing, body: nothing },
    responses: {
      200: { description: 'By surface, locale and consent', content: { 'application/json': fairnessSchema } },
    },
    async handle({ response }) {
      return { kind: 'json', status: 200, body: await readFairness(requestSignal(response)) };
    },
  }),
];
