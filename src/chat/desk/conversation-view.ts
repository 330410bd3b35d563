import type { CorrectionBook } from '../../desk/correction-book.ts';
import type { DeskBook } from '../../desk/desk-book.ts';
import { findHandling } from '../../desk/handling-rows.ts';
import type { NoteBook } from '../../desk/note-book.ts';
import type { Presence } from '../../desk/presence.ts';
import type { QueueBook } from '../../desk/queue-book.ts';
import type { SatisfactionBook } from '../../desk/satisfaction-book.ts';
import { toHandoverCard } from '../../dialogue/handover-card.ts';
import type { HandoffReason } from '../../domain/act.ts';
import type { DeskConversation } from '../../domain/desk/conversation.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';
import { toNeedView } from '../need-view.ts';
import { readHistory } from '../read-history.ts';

/** Messages that are told at a time. */
const MOST_MESSAGES = 100;
/** Of a market that the shop has left (ISO 4217). */
const NO_CURRENCY = 'XXX';

export interface ConversationViewOptions {
  readonly database: Pick<Database, 'query'>;
  readonly queue: Pick<QueueBook, 'lines'>;
  readonly book: Pick<DeskBook, 'entries'>;
  readonly notes: Pick<NoteBook, 'notes'>;
  readonly corrections: Pick<CorrectionBook, 'ofConversation'>;
  readonly presence: Pick<Presence, 'viewers'>;
  readonly satisfaction: Pick<SatisfactionBook, 'answerOf'>;
  /** What is held in a conversation, or ready to be corrected; nothing where it is absent. */
  readonly draftOf?: (conversationId: string) => Promise<Draft | undefined>;
}

export interface ConversationPart {
  /** Only messages before this one; the latest 100 when absent. */
  readonly before?: string;
}

/**
 * One conversation as somebody at the desk sees it.
 *
 * @throws {AssistantError} NOT_FOUND, also of a conversation in which nothing happened yet.
 */
export type ViewConversation = (
  agentId: string,
  conversationId: string,
  part?: ConversationPart,
) => Promise<DeskConversation>;

export function createConversationView(options: ConversationViewOptions): ViewConversation {
  const { query } = options.database;

  return async (agentId, conversationId, { before } = {}) => {
    const [item] = await options.queue.lines(agentId, [conversationId]);
    const talk = await query
      .selectFrom('conversations')
      .leftJoin('markets', 'markets.country', 'conversations.market')
      .select(['state', 'currency'])
      .where('conversationId', '=', conversationId)
      .executeTakeFirst();
    if (item === undefined || talk === undefined)
      throw new AssistantError('NOT_FOUND', 'There is no such conversation');
    const state = JSON.parse(talk.state) as DialogueState;
    const part = { limit: MOST_MESSAGES + 1, ...(before === undefined ? {} : { before }) };
    const history = await readHistory(query, conversationId, part);
    const messages = history.slice(-MOST_MESSAGES);
    const reason = (await findHandling(query, conversationId))?.reason;
    const lastWords = before === undefined ? history.at(-1)?.utterance : undefined;
    const satisfaction = await options.satisfaction.answerOf(conversationId);
    const draft = await options.draftOf?.(conversationId);
    return {
      item,
      messages: messages.map(({ messageId, utterance, turn, createdAt }) => ({
        ...{ messageId, utterance, turn, at: createdAt },
      })),
      ...(history.length > MOST_MESSAGES && { hasEarlier: true }),
      entries: await options.book.entries(conversationId),
      need: toNeedView(state.need, { currency: talk.currency ?? NO_CURRENCY }),
      ...(draft === undefined ? {} : { draft }),
      ...(reason === undefined || reason === null
        ? {}
        : { card: toHandoverCard(state, reason as HandoffReason, lastWords ?? item.lastWords) }),
      notes: await options.notes.notes(conversationId),
      corrections: await options.corrections.ofConversation(conversationId),
      ...(satisfaction === undefined ? {} : { satisfaction }),
      viewers: options.presence.viewers(conversationId),
    };
  };
}
