import type { DocumentChangeBy, DocumentDesk } from '../../../chat/desk/document-desk.ts';
import { readIfMatch, tellVersion } from '../../if-match.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route, type RouteCall, signedInBy } from '../../route.ts';
import { publishQuery } from '../../schemas/case.ts';
import {
  documentDraftBody,
  documentHistorySchema,
  documentListSchema,
  documentPath,
  documentRollBack,
  documentSchema,
  LONGEST_DRAFT_BYTES,
  readDraftSchema,
} from '../../schemas/document.ts';

const JSON_TYPE = 'application/json';
const ROOT = '/v1/desk/documents';

type ChangeCall = Pick<
  RouteCall<unknown, { readonly publishAnyway?: string }, unknown>,
  'signedIn' | 'query' | 'request'
>;

/** What questions about the shop are answered from, in versions. `If-Match` with the version that was read keeps two editors apart. */
export function documentRoutes(desk: DocumentDesk): Route[] {
  const path = `${ROOT}/{documentId}`;
  const common = { tag: 'Desk', security: 'desk' } as const;
  const reading = { ...common, permission: 'settings-read' } as const;
  const changing = { ...common, permission: 'settings-change' } as const;
  const changeBy = (call: ChangeCall): DocumentChangeBy => ({
    by: signedInBy(call).agent,
    anyway: call.query.publishAnyway,
    expectedVersion: readIfMatch(call.request, path),
  });
  const standing = {
    200: { description: 'As it stands', content: { [JSON_TYPE]: documentSchema } },
  };
  return [
    defineRoute({
      method: 'get',
      path: ROOT,
      summary: 'The documents that questions are answered from, and what was removed and can be put back',
      ...reading,
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'By id', content: { [JSON_TYPE]: documentListSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: await desk.list() }),
    }),
    defineRoute({
      method: 'post',
      path: `${ROOT}/passages`,
      summary: 'How a text would be read, in passages that answer by themselves; nothing is written',
      ...changing,
      schemas: { path: nothing, query: nothing, body: documentDraftBody },
      bodyLimitBytes: LONGEST_DRAFT_BYTES,
      responses: {
        200: {
          description: 'The passages, or why there are none',
          content: { [JSON_TYPE]: readDraftSchema },
        },
      },
      handle: async ({ body }) => ({ kind: 'json', status: 200, body: await desk.tryOut(body) }),
    }),
    defineRoute({
      method: 'get',
      path,
      summary: 'One document with its text; the ETag is its version',
      ...reading,
      schemas: { path: documentPath, query: nothing, body: nothing },
      responses: standing,
      async handle({ path: { documentId }, response }) {
        const document = await desk.read(documentId);
        tellVersion(response, document);
        return { kind: 'json', status: 200, body: document };
      },
    }),
    defineRoute({
      method: 'put',
      path,
      summary:
        'Publishes a text, asked from the next question on; a new one has an id such as "desk/returns". If-Match refuses to overwrite another version',
      ...changing,
      schemas: { path: documentPath, query: publishQuery, body: documentDraftBody },
      bodyLimitBytes: LONGEST_DRAFT_BYTES,
      responses: standing,
      async handle(call) {
        const { documentId } = call.path;
        const [change, signal] = [changeBy(call), requestSignal(call.response)];
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.write(documentId, call.body, change, signal),
        }));
        if (answer.kind === 'json') tellVersion(call.response, documentSchema.parse(answer.body));
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path,
      summary: 'Removes a document; its versions stay',
      ...changing,
      schemas: { path: documentPath, query: publishQuery, body: nothing },
      responses: { 204: { description: 'It is gone' } },
      async handle(call) {
        const [change, signal] = [changeBy(call), requestSignal(call.response)];
        const { answer } = await call.once(async () => {
          await desk.remove(call.path.documentId, change, signal);
          return { kind: 'empty', status: 204 };
        });
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path: `${path}/history`,
      summary: 'What a document was, by whom and when, newest first; also of one that was removed',
      ...reading,
      schemas: { path: documentPath, query: nothing, body: nothing },
      responses: { 200: { description: 'The versions', content: { [JSON_TYPE]: documentHistorySchema } } },
      handle: async ({ path: { documentId } }) => ({
        kind: 'json',
        status: 200,
        body: await desk.history(documentId),
      }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/roll-back`,
      summary: 'Writes an earlier version of a document again, as a new one',
      ...changing,
      schemas: { path: documentPath, query: publishQuery, body: documentRollBack },
      responses: standing,
      async handle(call) {
        const { documentId } = call.path;
        const [change, signal] = [changeBy(call), requestSignal(call.response)];
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await desk.rollBack(documentId, call.body.version, change, signal),
        }));
        if (answer.kind === 'json') tellVersion(call.response, documentSchema.parse(answer.body));
        return answer;
      },
    }),
  ];
}
