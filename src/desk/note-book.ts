import type { Note } from '../domain/desk/conversation.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import { assertConversation } from './assert-conversation.ts';
import type { ChangeConversation } from './change-conversation.ts';
import type { Agent } from './desk-book.ts';

/** What colleagues write to each other beside a conversation. Shoppers are never told. */
export interface NoteBook {
  /** Oldest first. @throws {AssistantError} NOT_FOUND. */
  notes(conversationId: string): Promise<readonly Note[]>;
  /**
   * @param note.noteId Chosen by the page: the same again is the same note.
   * @throws {AssistantError} NOT_FOUND; CONFLICT when the id is that of a note elsewhere, of somebody else, or with other words.
   */
  add(
    conversationId: string,
    agent: Agent,
    note: { readonly noteId: string; readonly text: string },
  ): Promise<Note>;
}

export function createNoteBook(
  { query }: Pick<Database, 'query'>,
  change: ChangeConversation,
  clock: () => number,
): NoteBook {
  return {
    async notes(conversationId) {
      await assertConversation(query, conversationId);
      const rows = await selectNotes(query)
        .where('conversationId', '=', conversationId)
        .orderBy('createdAtMs')
        .orderBy('noteId')
        .execute();
      return rows.map(toNote);
    },

    add: (conversationId, { agentId, firstName }, { noteId, text }) =>
      change(conversationId, async (write) => {
        const kept = await selectNotes(write).where('noteId', '=', noteId).executeTakeFirst();
        const row = { noteId, conversationId, agentId, firstName, text, createdAtMs: clock() };
        if (kept === undefined) {
          await write.insertInto('notes').values(row).execute();
          return { result: toNote(row) };
        }
        const isSame =
          kept.conversationId === conversationId && kept.agentId === agentId && kept.text === text;
        if (!isSame) throw new AssistantError('CONFLICT', 'There is another note with this id');
        return { result: toNote(kept), isNothing: true };
      }),
  };
}

const selectNotes = (query: Query) => query.selectFrom('notes').selectAll();

const toNote = (row: {
  readonly noteId: string;
  readonly agentId: string;
  readonly firstName: string;
  readonly text: string;
  readonly createdAtMs: number;
}): Note => ({
  noteId: row.noteId,
  by: { agentId: row.agentId, firstName: row.firstName },
  text: row.text,
  at: new Date(Number(row.createdAtMs)).toISOString(),
});
