import type { NoteBook } from '../../../desk/note-book.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import { conversationPath } from '../../schemas/conversation.ts';
import { newNoteSchema, noteListSchema, noteSchema } from '../../schemas/desk-conversation.ts';

const JSON_TYPE = 'application/json';

/** What colleagues write to each other beside a conversation. */
export function noteRoutes({
  notes,
  limitMessageCharacters,
}: {
  readonly notes: NoteBook;
  readonly limitMessageCharacters: number;
}): Route[] {
  const path = '/v1/desk/conversations/{conversationId}/notes';
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Notes of colleagues, oldest first; a shopper is never told them',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 200: { description: 'All', content: { [JSON_TYPE]: noteListSchema } } },
      handle: async ({ path: { conversationId } }) => ({
        kind: 'json',
        status: 200,
        body: { notes: await notes.notes(conversationId) },
      }),
    }),
    defineRoute({
      method: 'post',
      path,
      summary: 'Write a note; the same noteId again writes nothing twice',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-answer',
      schemas: { path: conversationPath, query: nothing, body: newNoteSchema(limitMessageCharacters) },
      responses: { 200: { description: 'As it stands', content: { [JSON_TYPE]: noteSchema } } },
      handle: async (call) => ({
        kind: 'json',
        status: 200,
        body: await notes.add(call.path.conversationId, signedInBy(call).agent, call.body),
      }),
    }),
  ];
}
