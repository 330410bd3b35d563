import type { TrainingDesk } from '../../chat/training-desk.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import {
  rollbackSchema,
  trainingBody,
  trainingJobSchema,
  trainingStatusSchema,
} from '../schemas/training.ts';

/** Learning from behaviour while the shop is open: begin, look, go back. */
export function trainingRoutes(desk: TrainingDesk): Route[] {
  const path = '/v1/training';
  const tag = 'Merchant';
  const security = 'admin';
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'What training does, and the versions that are kept with their quality',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'Now', content: { 'application/json': trainingStatusSchema } } },
      async handle() {
        const { job, versions } = await desk.read();
        const told = versions.map(({ report, ...version }) => version);
        return { kind: 'json', status: 200, body: { job, versions: told } };
      },
    }),
    defineRoute({
      method: 'post',
      path,
      summary: 'Begins to learn from behaviour, in threads beside the answers; 409 while it is learning',
      tag,
      security,
      permission: 'settings-change',
      bodyOptional: true,
      schemas: { path: nothing, query: nothing, body: trainingBody },
      responses: { 202: { description: 'Begun', content: { 'application/json': trainingJobSchema } } },
      async handle({ body, once, note }) {
        const noting = () => note({ action: 'training.start', subject: 'training' });
        const { answer } = await once(async () => ({
          kind: 'json',
          status: 202,
          body: await desk.start(body.force, noting),
        }));
        return answer;
      },
    }),
    defineRoute({
      method: 'post',
      path: `${path}/rollback`,
      summary: 'Puts the version before in force, from the next list on; 409 when there is none',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'In force', content: { 'application/json': rollbackSchema } } },
      async handle({ once, noting }) {
        const note = noting({ action: 'training.roll-back', subject: 'training' });
        const { answer } = await once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.rollBack(note),
        }));
        return answer;
      },
    }),
  ];
}
