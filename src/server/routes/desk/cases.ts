import type { CaseDesk } from '../../../chat/desk/case-desk.ts';
import type { PublishGate } from '../../../chat/desk/publish-gate.ts';
import { readIfMatch, tellVersion } from '../../if-match.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import {
  caseChangeSchema,
  caseListSchema,
  casePath,
  caseQuery,
  caseReviewSchema,
  caseSchema,
  gateProgressSchema,
} from '../../schemas/case.ts';
import { conversationPath } from '../../schemas/conversation.ts';

const JSON_TYPE = 'application/json';

/** Conversations that were frozen: proposed, looked through, and played before something is published. */
export function caseRoutes({
  cases,
  gate,
}: {
  readonly cases: CaseDesk;
  readonly gate: PublishGate;
}): Route[] {
  const path = '/v1/desk/cases';
  const tag = 'Desk';
  const security = 'desk';

  return [
    defineRoute({
      method: 'post',
      path: '/v1/desk/conversations/{conversationId}/freeze',
      summary: 'Makes a case of a conversation, without what could be of a person, to be looked through',
      tag,
      security,
      permission: 'conversations-answer',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 201: { description: 'Proposed', content: { [JSON_TYPE]: caseSchema } } },
      async handle(call) {
        const { agent } = signedInBy(call);
        const signal = requestSignal(call.response);
        const { answer } = await call.once(async () => {
          const {
            conversationId: _,
            doubts: __,
            ...kept
          } = await cases.freeze(call.path.conversationId, agent, signal);
          return { kind: 'json', status: 201, body: kept };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path,
      summary: 'Frozen conversations, the newest first',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: caseQuery, body: nothing },
      responses: {
        200: { description: 'All, or those of a state', content: { [JSON_TYPE]: caseListSchema } },
      },
      handle: async ({ query: { state } }) => ({
        kind: 'json',
        status: 200,
        body: {
          cases: (await cases.list(state)).map(({ conversationId: _, doubts: __, ...kept }) => kept),
        },
      }),
    }),
    defineRoute({
      method: 'get',
      path: `${path}/{caseId}`,
      summary:
        'A case with what was taken out of it, and what of it is not so now; audited while it is proposed',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: casePath, query: nothing, body: nothing },
      responses: { 200: { description: 'To be looked through', content: { [JSON_TYPE]: caseReviewSchema } } },
      async handle(call) {
        const review = await cases.review(
          call.path.caseId,
          signedInBy(call).agent,
          requestSignal(call.response),
        );
        tellVersion(call.response, review.case);
        return { kind: 'json', status: 200, body: review };
      },
    }),
    defineRoute({
      method: 'put',
      path: `${path}/{caseId}`,
      summary: 'Edits, keeps or drops a case; If-Match refuses to overwrite another version',
      tag,
      security,
      permission: 'settings-change',
      schemas: { path: casePath, query: nothing, body: caseChangeSchema },
      responses: { 200: { description: 'As it stands', content: { [JSON_TYPE]: caseSchema } } },
      async handle(call) {
        const expectedVersion = readIfMatch(call.request, `${path}/{caseId}`);
        const change = {
          ...call.body,
          by: signedInBy(call).agent,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
        const { answer } = await call.once(async () => {
          const { conversationId: _, doubts: __, ...kept } = await cases.change(call.path.caseId, change);
          return { kind: 'json', status: 200, body: kept };
        });
        if (answer.kind === 'json') tellVersion(call.response, caseSchema.parse(answer.body));
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/gate',
      summary: 'How far the cases are played that a change is held against',
      tag,
      security,
      permission: 'settings-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'At this moment', content: { [JSON_TYPE]: gateProgressSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: gate.progress() ?? { done: 0, of: 0 } }),
    }),
  ];
}
