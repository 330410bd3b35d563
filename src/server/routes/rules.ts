import type { RuleDesk } from '../../chat/rule-desk.ts';
import { ruleBodySchema } from '../../chat/rule-schema.ts';
import { readIfMatch, tellVersion } from '../if-match.ts';
import type { Publishing } from '../publishing.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { publishQuery } from '../schemas/case.ts';
import {
  checkedRuleSchema,
  ruleHistorySchema,
  rulePath,
  rulePreviewBody,
  rulePreviewSchema,
  ruleRollBack,
  ruleSetSchema,
} from '../schemas/rule.ts';

/**
 * What the merchant wants to be seen more, less, somewhere or not at all. `If-Match` with the version of the rule that was read
 * keeps two editors from overwriting each other.
 */
export function ruleRoutes({
  desk,
  publishing,
}: {
  readonly desk: RuleDesk;
  readonly publishing: Publishing;
}): Route[] {
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
      permission: 'settings-read',
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
      permission: 'settings-change',
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
      permission: 'settings-change',
      schemas: { path: rulePath, query: publishQuery, body: ruleBodySchema },
      responses: { 200: { description: 'Kept', content: { 'application/json': checkedRuleSchema } } },
      async handle(call) {
        const { body, request, response, once } = call;
        const { ruleId } = call.path;
        const expectedVersion = readIfMatch(request, path);
        const entry = { action: 'rule.write', subject: `rule ${ruleId}` };
        const change = {
          rule: { id: ruleId, ...body },
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
        const { answer } = await once(async () => {
          const by = await publishing(call, entry, async () => ({
            kind: 'rules',
            set: await desk.wouldBe(ruleId, change.rule),
          }));
          return {
            kind: 'json',
            status: 200,
            body: await desk.write({ ...change, by }, requestSignal(response)),
          };
        });
        if (answer.kind === 'json') tellVersion(response, checkedRuleSchema.parse(answer.body).rule);
        return answer;
      },
    }),
    defineRoute({
      method: 'post',
      path: `${one}/rollback`,
      summary: 'Writes a rule again as it was in an earlier version, or takes it away where it was gone then',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: rulePath, query: publishQuery, body: ruleRollBack },
      responses: {
        200: { description: 'Kept', content: { 'application/json': checkedRuleSchema } },
        204: { description: 'Gone, as it was then' },
      },
      async handle(call) {
        const { ruleId } = call.path;
        const { version } = call.body;
        const details = { version: String(version) };
        const entry = { action: 'rule.roll-back', subject: `rule ${ruleId}`, details };
        const { answer } = await call.once(async () => {
          const rule = await desk.earlier(ruleId, version);
          const by = await publishing(call, entry, async () => ({
            kind: 'rules',
            set: await desk.wouldBe(ruleId, rule),
          }));
          if (rule === undefined) {
            await desk.remove({ id: ruleId, by });
            return { kind: 'empty', status: 204 };
          }
          const kept = await desk.write({ rule, by }, requestSignal(call.response));
          return { kind: 'json', status: 200, body: kept };
        });
        if (answer.kind === 'json') tellVersion(call.response, checkedRuleSchema.parse(answer.body).rule);
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path: one,
      summary: 'Takes a rule away; what it was stays in its history. If-Match as for PUT',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: rulePath, query: publishQuery, body: nothing },
      responses: { 204: { description: 'Gone from the next list on' } },
      async handle(call) {
        const { request, once } = call;
        const { ruleId } = call.path;
        const expectedVersion = readIfMatch(request, path);
        const entry = { action: 'rule.remove', subject: `rule ${ruleId}` };
        const { answer } = await once(async () => {
          const by = await publishing(call, entry, async () => ({
            kind: 'rules',
            set: await desk.wouldBe(ruleId, undefined),
          }));
          await desk.remove({
            id: ruleId,
            by,
            ...(expectedVersion === undefined ? {} : { expectedVersion }),
          });
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
      permission: 'settings-read',
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
