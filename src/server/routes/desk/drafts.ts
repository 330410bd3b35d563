import type { DraftDesk } from '../../../chat/desk/draft-desk.ts';
import type { SuggestionDesk } from '../../../chat/desk/suggestion-desk.ts';
import { AssistantError } from '../../../errors/assistant-error.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { conversationPath } from '../../schemas/conversation.ts';
import {
  adviceSchema,
  correctionOfListSchema,
  draftChangeSchema,
  draftCheckSchema,
  draftSchema,
  draftSendSchema,
} from '../../schemas/draft.ts';
import { entrySchema } from '../../schemas/person.ts';

const JSON_TYPE = 'application/json';

/** Replies that wait for approval, and lists that shoppers have, as agents change and send them. */
export function draftRoutes(
  desk: DraftDesk,
  suggestions: SuggestionDesk,
  limitMessageCharacters: number,
): Route[] {
  const path = '/v1/desk/conversations/{conversationId}';
  const answering = { tag: 'Desk', security: 'desk', permission: 'conversations-answer' } as const;
  const sent = { 200: { description: 'As the shopper has it', content: { [JSON_TYPE]: entrySchema } } };

  return [
    defineRoute({
      method: 'get',
      path: `${path}/draft`,
      summary: 'The reply that is held, or the last list, with what else was in question',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 200: { description: 'As it stands', content: { [JSON_TYPE]: draftSchema } } },
      async handle(call) {
        const body = await desk.draftOf(call.path.conversationId);
        if (body === undefined)
          throw new AssistantError('NOT_FOUND', 'Nothing is held here, and no list was shown');
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...answering,
      method: 'put',
      path: `${path}/draft`,
      summary:
        'Keep changes of it without sending them; 409 with the draft as it is when somebody was quicker',
      schemas: {
        path: conversationPath,
        query: nothing,
        body: draftChangeSchema(limitMessageCharacters),
      },
      responses: { 200: { description: 'As it stands then', content: { [JSON_TYPE]: draftSchema } } },
      async handle(call) {
        const { agent } = signedInBy(call);
        const body = await desk.save(call.path.conversationId, agent, call.body);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...answering,
      method: 'post',
      path: `${path}/draft/check`,
      summary:
        'Have words looked at: sentences that state what the data of the shop do not hold. Advice, nothing more',
      schemas: { path: conversationPath, query: nothing, body: draftCheckSchema(limitMessageCharacters) },
      responses: { 200: { description: 'None when all is well', content: { [JSON_TYPE]: adviceSchema } } },
      async handle(call) {
        const { conversationId } = call.path;
        const { messageId, refinement } = call.body;
        const advice = await (messageId === undefined
          ? desk.check(conversationId, refinement)
          : suggestions.check(conversationId, messageId, refinement));
        return { kind: 'json', status: 200, body: { advice } };
      },
    }),
    defineRoute({
      ...answering,
      method: 'post',
      path: `${path}/draft/send`,
      summary: 'Let a held reply go as it is then; the same clientMessageId again sends nothing twice',
      schemas: { path: conversationPath, query: nothing, body: draftSendSchema(limitMessageCharacters) },
      responses: sent,
      async handle(call) {
        const { agent } = signedInBy(call);
        const body = await desk.send(call.path.conversationId, agent, call.body);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...answering,
      method: 'post',
      path: `${path}/corrections`,
      summary: 'Put a list in the place of the last one that the shopper got, and say so',
      schemas: {
        path: conversationPath,
        query: nothing,
        body: correctionOfListSchema(limitMessageCharacters),
      },
      responses: sent,
      async handle(call) {
        const { agent } = signedInBy(call);
        const body = await desk.correct(call.path.conversationId, agent, call.body);
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      ...answering,
      method: 'post',
      path: `${path}/suggestion`,
      summary:
        'What the assistant would say to the last message, to be changed and said by who answers; without any effect',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 200: { description: 'As it would be', content: { [JSON_TYPE]: draftSchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await suggestions.suggest(call.path.conversationId, signedInBy(call).agent),
      }),
    }),
    defineRoute({
      ...answering,
      method: 'post',
      path: `${path}/suggestion/send`,
      summary: 'Say a suggestion as it is then; the same clientMessageId again says nothing twice',
      schemas: {
        path: conversationPath,
        query: nothing,
        body: correctionOfListSchema(limitMessageCharacters, 'SuggestionSend'),
      },
      responses: sent,
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await suggestions.sayIt(call.path.conversationId, signedInBy(call).agent, call.body),
      }),
    }),
  ];
}
