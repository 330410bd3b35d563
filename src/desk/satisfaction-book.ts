import type { SatisfactionAnswer } from '../domain/desk/conversation.ts';
import type { SettingValues } from '../domain/desk/setting-kinds.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { ChangeConversation } from './change-conversation.ts';
import { findHandling } from './handling-rows.ts';

/** How it was, as shoppers say: each is asked once, and may decline. */
export interface SatisfactionBook {
  /** As part of a transaction that closes a conversation: nothing when it was asked before, or the shop does not ask. */
  ask(write: Query, conversationId: string, atMs: number): Promise<void>;
  /** Whether the shopper is to be asked now: they have not answered, and since they were asked they have said nothing else. */
  isAsked(conversationId: string): Promise<boolean>;
  /** @returns undefined until there is an answer with a score. */
  answerOf(conversationId: string): Promise<SatisfactionAnswer | undefined>;
  /**
   * The same again is nothing new.
   *
   * @param answer undefined: they would rather not say.
   * @throws {AssistantError} NOT_FOUND; CONFLICT when nobody asked, or something else was answered.
   */
  answer(conversationId: string, answer: SatisfactionAnswer | undefined): Promise<void>;
}

export interface SatisfactionBookOptions {
  readonly database: Pick<Database, 'query'>;
  readonly change: ChangeConversation;
  /** What the shop has set. */
  readonly rule: () => SettingValues['satisfaction'];
  readonly clock: () => number;
}

export function createSatisfactionBook(options: SatisfactionBookOptions): SatisfactionBook {
  const { change, rule, clock } = options;
  const { query } = options.database;

  return {
    async ask(write, conversationId, atMs) {
      const { isAsked, afterMessages } = rule();
      const { messages } = await write
        .selectFrom('turns')
        .select(({ fn }) => fn.countAll().as('messages'))
        .where('conversationId', '=', conversationId)
        .executeTakeFirstOrThrow();
      if (!isAsked || Number(messages) < afterMessages) return;
      await write
        .insertInto('satisfactions')
        .values({ conversationId, askedAtMs: atMs, score: null, comment: null, answeredAtMs: null })
        .onConflict((conflict) => conflict.column('conversationId').doNothing())
        .execute();
    },

    async isAsked(conversationId) {
      const row = await rowOf(query, conversationId);
      if (row === undefined || row.answeredAtMs !== null) return false;
      const handling = await findHandling(query, conversationId);
      // Whoever went on talking has had the question; closing it again asks nobody again.
      return handling?.state === 'closed' && handling.outcome !== 'spam' && handling.sinceMs <= row.askedAtMs;
    },

    async answerOf(conversationId) {
      const row = await rowOf(query, conversationId);
      if (row === undefined || row.score === null) return undefined;
      return { score: row.score, ...(row.comment === null ? {} : { comment: row.comment }) };
    },

    answer: (conversationId, answer) =>
      change(conversationId, async (write) => {
        const row = await rowOf(write, conversationId);
        if (row === undefined) throw new AssistantError('CONFLICT', 'Nobody asked how this conversation was');
        const said = { score: answer?.score ?? null, comment: answer?.comment ?? null };
        if (row.answeredAtMs !== null) {
          if (row.score === said.score && row.comment === said.comment)
            return { result: undefined, isNothing: true };
          throw new AssistantError('CONFLICT', 'This was answered already');
        }
        await write
          .updateTable('satisfactions')
          .set({ ...said, answeredAtMs: clock() })
          .where('conversationId', '=', conversationId)
          .execute();
        return { result: undefined };
      }),
  };
}

const rowOf = (query: Query, conversationId: string) =>
  query
    .selectFrom('satisfactions')
    .select(['score', 'comment', 'askedAtMs', 'answeredAtMs'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
