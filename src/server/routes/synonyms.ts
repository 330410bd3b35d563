import type { SynonymDesk } from '../../chat/synonym-desk.ts';
import type { SynonymRule } from '../../domain/synonym.ts';
import { readIfMatch, tellVersion } from '../if-match.ts';
import type { Publishing, PublishingCall } from '../publishing.ts';
import { defineRoute, nothing, type Route, type RouteCall } from '../route.ts';
import { publishQuery } from '../schemas/case.ts';
import { synonymBody, synonymHistorySchema, synonymRollBack, synonymSetSchema } from '../schemas/synonym.ts';

export interface SynonymRoutesOptions {
  readonly desk: SynonymDesk;
  readonly limitRules: number;
  readonly limitBodyBytes: number;
  readonly publishing: Publishing;
}

/**
 * What the merchant says means the same, as one set with a version. `If-Match` with the version that was read keeps two
 * editors from overwriting each other.
 */
export function synonymRoutes({
  desk,
  limitRules,
  limitBodyBytes,
  publishing,
}: SynonymRoutesOptions): Route[] {
  const path = '/v1/synonyms';
  const tag = 'Merchant';
  const security = 'admin';
  const answered = { 'application/json': synonymSetSchema };

  async function replace(
    call: PublishingCall & Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'once'>,
    rules: readonly SynonymRule[],
  ) {
    const expectedVersion = readIfMatch(call.request, path);
    const entry = { action: 'synonyms.write', subject: 'synonyms' };
    const { answer } = await call.once(async () => {
      const by = await publishing(call, entry, async () => ({ kind: 'synonyms', rules }));
      const set = await desk.replace({
        rules,
        by,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return { kind: 'json', status: 200, body: set };
    });
    if (answer.kind === 'json') tellVersion(call.response, synonymSetSchema.parse(answer.body));
    return answer;
  }

  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'The synonyms in force; the ETag is their version',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'The whole set', content: answered } },
      async handle({ response }) {
        const set = await desk.read();
        tellVersion(response, set);
        return { kind: 'json', status: 200, body: set };
      },
    }),
    defineRoute({
      method: 'put',
      path,
      summary:
        'Replaces all synonyms, from the next search on; If-Match refuses to overwrite another version',
      tag,
      security,
      permission: 'settings-change',
      bodyLimitBytes: limitBodyBytes,
      schemas: { path: nothing, query: publishQuery, body: synonymBody(limitRules) },
      responses: { 200: { description: 'In force', content: answered } },
      handle: async (call) => await replace(call, call.body.rules),
    }),
    defineRoute({
      method: 'delete',
      path,
      summary: 'Takes all synonyms away; If-Match as for PUT',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: publishQuery, body: nothing },
      responses: { 200: { description: 'None in force', content: answered } },
      handle: async (call) => await replace(call, []),
    }),
    defineRoute({
      method: 'get',
      path: `${path}/history`,
      summary: 'What the synonyms have been, and who changed them, newest first',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: { description: 'The versions kept', content: { 'application/json': synonymHistorySchema } },
      },
      handle: async () => ({ kind: 'json', status: 200, body: { versions: await desk.history() } }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/rollback`,
      summary: 'Puts an earlier version of the synonyms back, as a new one',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: publishQuery, body: synonymRollBack },
      responses: { 200: { description: 'In force', content: answered } },
      handle: async (call) => await replace(call, await desk.earlier(call.body.version)),
    }),
  ];
}
