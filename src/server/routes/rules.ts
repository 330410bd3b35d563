import type { RuleDesk } from '../../chat/rule-desk.ts';
import { ruleBodySchema } from '../../chat/rule-schema.ts';
import { readIfMatch, tellVersion } from '../if-match.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import {
  checkedRuleSchema,
  ruleHistorySchema,
  rulePath,
  rulePreviewBody,
  rulePreviewSchema,
  ruleSetSchema,
} from '../schemas/rule.ts';

/**
 * What the merchant wants to be seen more, less, somewhere or not at all. `If-Match` with the version of the rule that was read
 * keeps two editors from overwriting each other.
 */
export function ruleRoutes({ desk }: { readonly desk: RuleDesk }): Route[] {
  const path = '/v1/rules';
  const one = `${path}/{ruleId}`;
  const tag = 'Merchant';
  const security = 'admin';

  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'All rules with their versions, and where they get into each other’s way',
      tag,
      security,
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'The rules', content: { 'application/json': ruleSetSchema } } },
      async handle({ response }) {
        const set = await desk.read(requestSignal(response));
        tellVersion(response, set);
        return { kind: 'json', status: 200, body: set };
      },
    }),
    defineRoute({
      method: 'post',
      path: `${path}/preview`,
      summary: 'A search before and after a rule that is neither kept nor in force',
      tag,
      security,
      schemas: { path: nothing, query: nothing, body: rulePreviewBody },
      responses: { 200: { description: 'Both lists', content: { 'application/json': rulePreviewSchema } } },
      handle: async ({ body: { id, rule, ...asked }, response }) => ({
        kind: 'json',
        status: 200,
        body: await desk.preview({ ...asked, rule: { id, ...rule } }, requestSignal(response)),
      }),
    }),
    defineRoute({
      method: 'put',
      path: one,
      summary:
        'Writes one rule, in force from the next list on; If-Match refuses to overwrite another version',
      tag,
      security,
      schemas: { path: rulePath, query: nothing, body: ruleBodySchema },
      responses: { 200: { description: 'Kept', content: { 'application/json': checkedRuleSchema } } },
      async handle({ path: { ruleId }, body, request, response, once }) {
        const expectedVersion = readIfMatch(request, path);
        const change = {
          rule: { id: ruleId, ...body },
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
        const { answer } = await once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.write(change, requestSignal(response)),
        }));
        if (answer.kind === 'json') tellVersion(response, checkedRuleSchema.parse(answer.body).rule);
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path: one,
      summary: 'Takes a rule away; what it was stays in its history. If-Match as for PUT',
      tag,
      security,
      schemas: { path: rulePath, query: nothing, body: nothing },
      responses: { 204: { description: 'Gone from the next list on' } },
      async handle({ path: { ruleId }, request, once }) {
        const expectedVersion = readIfMatch(request, path);
        const { answer } = await once(async () => {
          await desk.remove({ id: ruleId, ...(expectedVersion === undefined ? {} : { expectedVersion }) });
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path: `${one}/history`,
      summary: 'What a rule has been, newest first; of one that was removed too',
      tag,
      security,
      schemas: { path: rulePath, query: nothing, body: nothing },
      responses: {
        200: { description: 'The changes kept', content: { 'application/json': ruleHistorySchema } },
      },
      handle: async ({ path: { ruleId } }) => ({
        kind: 'json',
        status: 200,
        body: { changes: await desk.history(ruleId) },
      }),
    }),
  ];
}
