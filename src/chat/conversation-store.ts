import { createHash, timingSafeEqual } from 'node:crypto';
import type { Selectable } from 'kysely';
import { dropDrafts } from '../customers/drop-drafts.ts';
import { dropEntries } from '../customers/drop-entries.ts';
import { dropSpending } from '../customers/drop-spending.ts';
import { dropTraces } from '../customers/drop-traces.ts';
import { forgetBasket } from '../customers/forget-commerce.ts';
import { unlinkChoices } from '../customers/unlink-choices.ts';
import { keepTurnInQueue } from '../desk/queue-line.ts';
import { recordFacts } from '../desk/reports/record-facts.ts';
import type { Consent } from '../domain/customer.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { TurnTrace } from '../domain/trace.ts';
import type { Turn } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { Tables } from '../ports/database-tables.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import type { ConversationKey, HistoryPart, MessageRequest } from './chat.ts';
import { recordChoice } from './explore-choices.ts';
import { findRepeated } from './find-repeated.ts';
import { insertImpressions, toRows } from './impression-store.ts';
import type { ListMaking } from './list-products.ts';
import { addOpened, dropOpened, endOf, readOpened, withOpened } from './pending-opened.ts';
import { readHistory } from './read-history.ts';
import type { TraceStore } from './trace-store.ts';

export interface Conversation {
  readonly conversationId: string;
  readonly shopperId: string;
  readonly proved: boolean;
  readonly consent: Consent;
  readonly market: string;
  readonly locale: string;
  /** With what was opened since the last turn. */
  readonly state: DialogueState;
  /** How much was opened so far, all of it in `state`. */
  readonly openedUntil: number;
}

/** What a turn leaves behind, written in one transaction. */
export interface TurnRecord {
  readonly conversation: Pick<
    Conversation,
    'conversationId' | 'shopperId' | 'consent' | 'market' | 'openedUntil'
  >;
  readonly number: number;
  readonly utterance: string;
  readonly clientMessageId?: string;
  readonly turn: Turn;
  readonly state: DialogueState;
  /** How the list that is shown came about. */
  readonly making: ListMaking;
  /** How it came about. */
  readonly trace?: TurnTrace | undefined;
  /** What reports count: the turn as it would have been where it is held, and words that no product uses. */
  readonly counted?: { readonly turn: Turn; readonly unusedWords: readonly string[] };
  /** What else is part of the same transaction. */
  readonly also?: ((write: Query) => Promise<void>) | undefined;
  readonly atMs: number;
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

function toConversation(row: Selectable<Tables['conversations']>): Conversation {
  const opened = readOpened(row.opened);
  return {
    conversationId: row.conversationId,
    shopperId: row.shopperId,
    proved: row.proved === 1,
    consent: JSON.parse(row.consent) as Consent,
    market: row.market,
    locale: row.locale,
    state: withOpened(JSON.parse(row.state) as DialogueState, opened),
    openedUntil: endOf(opened),
  };
}

/** Conversations and their turns in the database. A wrong token and an absent conversation are one and the same NOT_FOUND. */
export function createConversationStore(database: Database, traces?: TraceStore) {
  const { query } = database;

  async function load(key: ConversationKey): Promise<Conversation> {
    const row = await query
      .selectFrom('conversations')
      .selectAll()
      .where('conversationId', '=', key.conversationId)
      .executeTakeFirst();
    const given = Buffer.from(hashToken(key.token), 'hex');
    // An absent row is compared too, so that the time taken does not tell which ids exist.
    const kept = Buffer.from(row?.tokenHash ?? hashToken(''), 'hex');
    if (!timingSafeEqual(given, kept) || row === undefined)
      throw new AssistantError('NOT_FOUND', 'There is no such conversation');
    return toConversation(row);
  }

  return {
    load,

    /** For the shop's own people, who need no token. @throws NOT_FOUND */
    async open(conversationId: string): Promise<Conversation> {
      const row = await query
        .selectFrom('conversations')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .executeTakeFirst();
      if (row === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
      return toConversation(row);
    },

    async create(
      conversation: Omit<Conversation, 'openedUntil'>,
      token: string,
      atMs: number,
    ): Promise<void> {
      await database.transaction(async (write) => {
        await write
          .insertInto('conversations')
          .values({
            conversationId: conversation.conversationId,
            tokenHash: hashToken(token),
            shopperId: conversation.shopperId,
            proved: conversation.proved ? 1 : 0,
            consent: JSON.stringify(conversation.consent),
            market: conversation.market,
            locale: conversation.locale,
            state: JSON.stringify(conversation.state),
            createdAtMs: atMs,
            updatedAtMs: atMs,
          })
          .execute();
      });
    },

    repeated: (request: MessageRequest) => findRepeated(query, request),

    async record(record: TurnRecord): Promise<void> {
      const { conversation, turn } = record;
      const { conversationId } = conversation;
      await database.transaction(async (write) => {
        const updated = await write
          .updateTable('conversations')
          .set({ state: JSON.stringify(record.state), updatedAtMs: record.atMs })
          .where('conversationId', '=', conversationId)
          .executeTakeFirst();
        if (updated.numUpdatedRows === 0n)
          throw new AssistantError('NOT_FOUND', 'The conversation was forgotten meanwhile');
        await write
          .insertInto('turns')
          .values({
            conversationId,
            number: record.number,
            messageId: turn.messageId,
            clientMessageId: record.clientMessageId ?? null,
            utterance: record.utterance,
            turn: JSON.stringify(turn),
            createdAtMs: record.atMs,
          })
          .execute();
        await dropOpened(write, conversationId, conversation.openedUntil);
        const list = {
          listId: turn.messageId,
          surface: 'chat',
          making: record.making,
          conversationId,
          shopperId: conversation.consent.personalization ? conversation.shopperId : undefined,
          shownAtMs: record.atMs,
          products: turn.products,
        } as const;
        await insertImpressions(write, toRows(list));
        await recordChoice(write, list);
        const { trace, atMs } = record;
        if (trace !== undefined)
          await traces?.write(write, { messageId: turn.messageId, conversationId, trace, atMs });
        await record.also?.(write);
        await keepTurnInQueue(write, conversationId, record);
        await recordFacts(write, { ...record, ...record.counted });
      });
    },

    /** For the shop's own rooms; a caller from outside goes through `load`. */
    async visit(
      conversationId: string,
    ): Promise<Pick<Conversation, 'state' | 'shopperId' | 'consent'> | undefined> {
      const row = await query
        .selectFrom('conversations')
        .select(['state', 'opened', 'shopperId', 'consent'])
        .where('conversationId', '=', conversationId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        shopperId: row.shopperId,
        state: withOpened(JSON.parse(row.state) as DialogueState, readOpened(row.opened)),
        consent: JSON.parse(row.consent) as Consent,
      };
    },

    /** @param query Of a transaction under way; one of its own when absent. */
    async opened(conversationId: string, productIds: readonly string[], write?: Query): Promise<void> {
      if (write !== undefined) await addOpened(write, conversationId, productIds);
      else await database.transaction((own) => addOpened(own, conversationId, productIds));
    },

    history: (conversationId: string, part: HistoryPart) => readHistory(query, conversationId, part),

    /** Withdrawing forgets what was kept of the shopper: the interactions lose their person. */
    async setConsent(conversation: Pick<Conversation, 'shopperId'>, consent: Consent): Promise<void> {
      await database.transaction(
        async (write) => {
          await write
            .updateTable('conversations')
            .set({ consent: JSON.stringify(consent) })
            .where('shopperId', '=', conversation.shopperId)
            .execute();
          if (consent.personalization) return;
          await write
            .updateTable('interactions')
            .set({ shopperId: null, sessionId: null, listId: null })
            .where('shopperId', '=', conversation.shopperId)
            .execute();
          await write
            .updateTable('impressions')
            .set({ shopperId: null })
            .where('shopperId', '=', conversation.shopperId)
            .execute();
          await unlinkChoices(write, { shopperIds: [conversation.shopperId] });
          await dropTraces(write, { shopperIds: [conversation.shopperId] });
        },
        { erases: !consent.personalization },
      );
    },

    /** What was done in this conversation, and by its shopper since a moment, loses its person. */
    async forgetVisit(conversation: Conversation, sinceMs: number): Promise<void> {
      const { conversationId, shopperId } = conversation;
      await database.transaction(
        async (write) => {
          await dropTraces(write, { conversationId });
          await write
            .updateTable('interactions')
            .set({ shopperId: null, sessionId: null, listId: null })
            .where((where) =>
              where.or([
                where('sessionId', '=', conversationId),
                where.and([where('shopperId', '=', shopperId), where('occurredAtMs', '>=', sinceMs)]),
              ]),
            )
            .execute();
          await write
            .updateTable('impressions')
            .set({ shopperId: null })
            .where((where) =>
              where.or([
                where('conversationId', '=', conversationId),
                where.and([where('shopperId', '=', shopperId), where('shownAtMs', '>=', sinceMs)]),
              ]),
            )
            .execute();
        },
        { erases: true },
      );
    },

    /** A visitor's basket goes with their conversation; a customer's is theirs on every visit. */
    async forget(
      conversation: Pick<Conversation, 'conversationId' | 'proved' | 'shopperId'>,
      also?: WriteAlong,
    ): Promise<void> {
      const { conversationId, proved, shopperId } = conversation;
      await database.transaction(
        async (write) => {
          if (!proved) await forgetBasket(write, shopperId);
          await write.deleteFrom('impressions').where('conversationId', '=', conversationId).execute();
          await unlinkChoices(write, { conversationIds: [conversationId] });
          await dropTraces(write, { conversationId });
          await dropSpending(write, { conversationId });
          await dropEntries(write, { conversationId });
          await dropDrafts(write, { conversationId });
          await write.deleteFrom('turns').where('conversationId', '=', conversationId).execute();
          await write.deleteFrom('interactions').where('sessionId', '=', conversationId).execute();
          await write.deleteFrom('conversations').where('conversationId', '=', conversationId).execute();
          await also?.(write);
        },
        { erases: true },
      );
    },
  };
}
