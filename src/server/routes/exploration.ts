import type { ExplorationDesk } from '../../chat/explore-desk.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { explorationBody, explorationSchema } from '../schemas/exploration.ts';

/** What other ways to rank bring, and the switch that stops one of them, or all. */
export function explorationRoutes({
  desk,
}: {
  readonly desk: Pick<ExplorationDesk, 'report' | 'switch'>;
}): Route[] {
  const path = '/v1/exploration';
  const tag = 'Merchant';
  const security = 'admin';
  const answered = { 'application/json': explorationSchema };
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Strategies of ranking with what they brought, and would bring',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'As learned until now', content: answered } },
      handle: async () => ({ kind: 'json', status: 200, body: await desk.report() }),
    }),
    defineRoute({
      method: 'put',
      path,
      summary: 'Switches strategies, or all exploration, off and on; in force at the next list',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: nothing, body: explorationBody },
      responses: { 200: { description: 'In force', content: answered } },
      async handle(call) {
        const noting = call.noting({ action: 'exploration.switch', subject: 'exploration' });
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.switch(call.body, noting),
        }));
        return answer;
      },
    }),
  ];
}
