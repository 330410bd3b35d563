import type { TestSearch } from '../../../chat/desk/search-tester.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route } from '../../route.ts';
import { searchTestBody, searchTestSchema } from '../../schemas/search-test.ts';

/** A search, taken apart. */
export const searchTesterRoutes = (testSearch: TestSearch): Route[] => [
  defineRoute({
    method: 'post',
    path: '/v1/desk/search-test',
    summary:
      'How a search is read, what each source proposes, and what the order is made of; changes nothing',
    tag: 'Desk',
    security: 'desk',
    permission: 'reports-read',
    schemas: { path: nothing, query: nothing, body: searchTestBody },
    responses: {
      200: {
        description: 'The search; beside it the same by other weights where they are tried',
        content: { 'application/json': searchTestSchema },
      },
    },
    handle: async ({ body, response }) => ({
      kind: 'json',
      status: 200,
      body: await testSearch(body, requestSignal(response)),
    }),
  }),
];
