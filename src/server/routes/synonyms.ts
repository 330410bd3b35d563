import type { SynonymDesk } from '../../chat/synonym-desk.ts';
import type { SynonymRule } from '../../domain/synonym.ts';
import { readIfMatch, tellVersion } from '../if-match.ts';
import { defineRoute, nothing, type Route, type RouteCall } from '../route.ts';
import { synonymBody, synonymSetSchema } from '../schemas/synonym.ts';

export interface SynonymRoutesOptions {
  readonly desk: SynonymDesk;
  readonly limitRules: number;
  readonly limitBodyBytes: number;
}

/**
 * What the merchant says means the same, as one set with a version. `If-Match` with the version that was read keeps two
 * editors from overwriting each other.
 */
export function synonymRoutes({ desk, limitRules, limitBodyBytes }: SynonymRoutesOptions): Route[] {
  const path = '/v1/synonyms';
  const tag = 'Merchant';
  const security = 'admin';
  const answered = { 'application/json': synonymSetSchema };

  async function replace(
    call: Pick<RouteCall<unknown, unknown, unknown>, 'request' | 'response' | 'once'>,
    rules: readonly SynonymRule[],
  ) {
    const expectedVersion = readIfMatch(call.request, path);
    const { answer } = await call.once(async () => {
      const set = await desk.replace({
        rules,
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
      bodyLimitBytes: limitBodyBytes,
      schemas: { path: nothing, query: nothing, body: synonymBody(limitRules) },
      responses: { 200: { description: 'In force', content: answered } },
      handle: async (call) => await replace(call, call.body.rules),
    }),
    defineRoute({
      method: 'delete',
      path,
      summary: 'Takes all synonyms away; If-Match as for PUT',
      tag,
      security,
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'None in force', content: answered } },
      handle: async (call) => await replace(call, []),
    }),
  ];
}
