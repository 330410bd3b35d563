import type { ReadCatalogueHealth } from '../../../chat/desk/reports/catalogue-health.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route } from '../../route.ts';
import { catalogueHealthSchema } from '../../schemas/catalogue-health.ts';

/** What is wrong with the catalogue. */
export const catalogueRoutes = (readHealth: ReadCatalogueHealth): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/desk/catalogue/health',
    summary: 'Faults of the catalogue, what each costs in answers, and what the last import left out',
    tag: 'Desk',
    security: 'desk',
    permission: 'reports-read',
    schemas: { path: nothing, query: nothing, body: nothing },
    responses: {
      200: {
        description: 'What costs most answers first; made anew every five minutes',
        content: { 'application/json': catalogueHealthSchema },
      },
    },
    handle: async ({ response }) => ({
      kind: 'json',
      status: 200,
      body: await readHealth(requestSignal(response)),
    }),
  }),
];
