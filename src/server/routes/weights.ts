import type { PreviewWeights } from '../../chat/preview-weights.ts';
import type { WeightDesk } from '../../chat/weight-desk.ts';
import { readIfMatch, tellVersion } from '../if-match.ts';
import type { Publishing, PublishingCall } from '../publishing.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route, type RouteCall } from '../route.ts';
import { publishQuery } from '../schemas/case.ts';
import {
  rollbackBody,
  weightBody,
  weightHistorySchema,
  weightPreviewBody,
  weightPreviewSchema,
  weightTableSchema,
} from '../schemas/weight.ts';

type WriteCall = Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'response' | 'once' | 'noting'>;
type Call = PublishingCall & WriteCall;

/** How much every signal counts, in versions. `If-Match` with the version that was read keeps two editors apart. */
export function weightRoutes({
  desk,
  preview,
  publishing,
}: {
  readonly desk: WeightDesk;
  readonly preview: PreviewWeights;
  readonly publishing: Publishing;
}): Route[] {
  const path = '/v1/weights';
  const tag = 'Merchant';
  const security = 'admin';
  const answered = { 'application/json': weightTableSchema };

  async function write({ once, response }: WriteCall, change: () => ReturnType<WeightDesk['replace']>) {
    const { answer } = await once(async () => ({ kind: 'json', status: 200, body: await change() }));
    if (answer.kind === 'json') tellVersion(response, weightTableSchema.parse(answer.body));
    return answer;
  }

  async function replace(call: Call, change: Parameters<WeightDesk['replace']>[0]) {
    const expectedVersion = readIfMatch(call.request, path);
    const entry = { action: 'weights.write', subject: 'weights' };
    return await write(call, async () => {
      const by = await publishing(call, entry, async () => ({ kind: 'weights', changes: change.changes }));
      return await desk.replace({
        ...change,
        by,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
    });
  }

  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'The weights in force, by intent and signal; the ETag is their version',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'In force', content: answered } },
      async handle({ response }) {
        const table = await desk.read();
        tellVersion(response, table);
        return { kind: 'json', status: 200, body: table };
      },
    }),
    defineRoute({
      method: 'put',
      path,
      summary:
        'Replaces all changes of weights, from the next list on; If-Match refuses to overwrite another version',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: publishQuery, body: weightBody },
      responses: { 200: { description: 'In force', content: answered } },
      handle: async (call) => await replace(call, call.body),
    }),
    defineRoute({
      method: 'delete',
      path,
      summary: 'Back to the shipped weights; If-Match as for PUT',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: publishQuery, body: nothing },
      responses: { 200: { description: 'The shipped weights are in force', content: answered } },
      handle: async (call) => await replace(call, { changes: {} }),
    }),
    defineRoute({
      method: 'get',
      path: `${path}/history`,
      summary: 'Who changed the weights and when, newest first',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: { description: 'The versions kept', content: { 'application/json': weightHistorySchema } },
      },
      handle: async () => ({ kind: 'json', status: 200, body: { versions: await desk.history() } }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/rollback`,
      summary: 'Puts an earlier version of the weights back, as a new one',
      tag,
      security,
      permission: 'settings-change',
      bodyOptional: true,
      schemas: { path: nothing, query: publishQuery, body: rollbackBody },
      responses: { 200: { description: 'In force', content: answered } },
      handle: async (call) =>
        await write(call, async () => {
          const entry = { action: 'weights.roll-back', subject: 'weights' };
          const by = await publishing(call, entry, async () => ({
            kind: 'weights',
            changes: await desk.before(call.body.version),
          }));
          return await desk.rollBack({ ...call.body, by });
        }),
    }),
    defineRoute({
      method: 'delete',
      path: `${path}/ranker`,
      summary: 'Takes the learned ranker out of force, for the one before it or the weights alone',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'What is in force now', content: answered } },
      async handle(call) {
        const noting = call.noting({ action: 'ranker.roll-back', subject: 'weights' });
        return await write(call, () => desk.rollBackRanker(noting));
      },
    }),
    defineRoute({
      method: 'post',
      path: `${path}/preview`,
      summary: 'A list before and after a change of weights that is neither kept nor in force',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: nothing, body: weightPreviewBody },
      responses: {
        200: { description: 'Both lists', content: { 'application/json': weightPreviewSchema } },
      },
      handle: async ({ body, response }) => ({
        kind: 'json',
        status: 200,
        body: await preview(body, requestSignal(response)),
      }),
    }),
  ];
}
