import type { SettingsDesk } from '../../../chat/desk/settings-desk.ts';
import { SETTING_KINDS, type SettingKind } from '../../../domain/desk/setting-kinds.ts';
import { readIfMatch, tellVersion } from '../../if-match.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { publishQuery } from '../../schemas/case.ts';
import {
  settingBody,
  settingHistorySchema,
  settingListSchema,
  settingPath,
  settingRollBack,
  settingSchema,
} from '../../schemas/setting.ts';

const JSON_TYPE = 'application/json';

/** What the shop's own people set, in versions. `If-Match` with the version that was read keeps two editors apart. */
export function deskSettingRoutes(desk: SettingsDesk): Route[] {
  const path = '/v1/desk/settings';
  const tag = 'Desk';
  const security = 'desk';
  const inForce = { 200: { description: 'In force', content: { [JSON_TYPE]: settingSchema } } };

  /** Routes for each kind, so that the document says what its value is. */
  const ofKind = <Kind extends SettingKind>(kind: Kind): Route[] => [
    defineRoute({
      method: 'get',
      path: `${path}/${kind}`,
      summary: `What is set of "${kind}"; the ETag is its version`,
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: inForce,
      async handle({ response }) {
        const setting = await desk.current(kind);
        tellVersion(response, setting);
        return { kind: 'json', status: 200, body: setting };
      },
    }),
    defineRoute({
      method: 'put',
      path: `${path}/${kind}`,
      summary: `Sets "${kind}", at once and as a new version; If-Match refuses to overwrite another one`,
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: nothing, query: publishQuery, body: settingBody(kind) },
      responses: inForce,
      async handle(call) {
        const expectedVersion = readIfMatch(call.request, `${path}/${kind}`);
        const by = signedInBy(call).agent;
        const change = {
          by,
          anyway: call.query.publishAnyway,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.write(kind, call.body, change, requestSignal(call.response)),
        }));
        if (answer.kind === 'json') tellVersion(call.response, settingSchema.parse(answer.body));
        return answer;
      },
    }),
  ];

  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Everything that is set at the desk, by kind',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'All kinds', content: { [JSON_TYPE]: settingListSchema } } },
      handle: async () => ({
        kind: 'json',
        status: 200,
        body: { settings: await Promise.all(SETTING_KINDS.map((kind) => desk.current(kind))) },
      }),
    }),
    ...SETTING_KINDS.flatMap(ofKind),
    defineRoute({
      method: 'get',
      path: `${path}/{kind}/history`,
      summary: 'What was set, by whom and when, newest first',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: settingPath, query: nothing, body: nothing },
      responses: {
        200: { description: 'The versions', content: { [JSON_TYPE]: settingHistorySchema } },
      },
      handle: async ({ path: { kind } }) => ({
        kind: 'json',
        status: 200,
        body: { versions: await desk.history(kind) },
      }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/{kind}/roll-back`,
      summary: 'Writes an earlier version again, as a new one',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: settingPath, query: publishQuery, body: settingRollBack },
      responses: inForce,
      async handle(call) {
        const publication = { by: signedInBy(call).agent, anyway: call.query.publishAnyway };
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.rollBack(
            call.path.kind,
            call.body.version,
            publication,
            requestSignal(call.response),
          ),
        }));
        if (answer.kind === 'json') tellVersion(call.response, settingSchema.parse(answer.body));
        return answer;
      },
    }),
  ];
}
