import type { DeskBook } from '../desk/desk-book.ts';
import type { Turn, TurnEvent } from '../domain/turn.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import { buyerOf } from './buyer-of.ts';
import type { Chat, MessageRequest } from './chat.ts';
import type { Conversation, createConversationStore } from './conversation-store.ts';
import type { ChatOptions } from './create-chat.ts';
import type { HeldTurns } from './desk/held-turns.ts';
import { handleTurn } from './handle-turn.ts';
import { pageProduct } from './page-product.ts';
import { personTurn } from './person-turn.ts';
import type { ProfileDesk } from './profile-desk.ts';
import { marketOf } from './shop.ts';
import { teachBasket } from './teach-basket.ts';
import { takeNotes } from './trace-notes.ts';
import { openTurnBill } from './turn-bill.ts';
import { retell } from './turn-listener.ts';
import { unusedWords } from './unused-words.ts';

export interface AnswerRooms extends ChatOptions {
  readonly store: ReturnType<typeof createConversationStore>;
  readonly historyOf: (shopperId: string) => Promise<readonly HistoryItem[]>;
  readonly profileOf: (conversation: Conversation, nowMs: number) => ProfileDesk;
}

/** Persons of the shop who answer in place of the assistant, or look at what it would answer. */
export interface AttendingDesk {
  readonly book: DeskBook;
  /** Absent: nothing is ever held. */
  readonly held?: HeldTurns;
}

/** Answers one message of a conversation, and writes down what came of it. Nothing else is under way in the conversation meanwhile. */
export async function answerMessage(
  rooms: AnswerRooms,
  conversation: Conversation,
  request: MessageRequest,
  { signal, unheard }: Pick<Parameters<Chat['handle']>[1], 'signal' | 'unheard'>,
  emit: (event: TurnEvent) => void,
): Promise<Turn> {
  const { store, desk } = rooms;
  const nowMs = rooms.clock();
  const shop = rooms.shop();
  const market = marketOf(shop, { market: conversation.market });
  const { conversationId, shopperId } = conversation;
  const { personalization } = conversation.consent;
  const history = personalization ? await rooms.historyOf(shopperId) : [];
  const { language } = conversation.state;
  const moment = { market: market.country, language, nowMs };
  const page = await pageProduct(shop, request.page, moment, rooms.book);
  const profile = rooms.profileOf(conversation, nowMs);
  const began = {
    state: conversation.state,
    market,
    locale: conversation.locale,
    segments: [conversation.proved ? 'customer' : 'visitor'],
    ...(page === undefined ? {} : { page }),
    nowMs,
  };
  const messageId = rooms.newId();
  const answered = {
    conversation,
    utterance: request.text,
    ...(request.clientMessageId === undefined ? {} : { clientMessageId: request.clientMessageId }),
    atMs: nowMs,
  };
  const unranked = { rankingVersion: shop.rankingVersion, propensity: 1 };
  if ((await desk?.book.handling(conversationId))?.by === 'person') {
    const { turn, state } = personTurn(messageId, began);
    emit({ type: 'reply-start', messageId, language: turn.language });
    await store.record({ ...answered, number: state.turn, turn, state, making: unranked });
    return turn;
  }
  const versions = rooms.traces?.versions();
  const trace = rooms.traces === undefined ? undefined : takeNotes({ ...began, personalization });
  const bill = openTurnBill(rooms.rates);
  // What may be held is not told while it forms.
  const rule = desk?.held?.ruleFor(conversation);
  const onlyStart = (event: TurnEvent) => (event.type === 'reply-start' ? emit(event) : undefined);
  const made = await handleTurn(
    rooms,
    {
      ...began,
      messageId,
      messageKey: `${conversationId}.${request.clientMessageId ?? messageId}`,
      text: request.text,
      ...(request.image === undefined ? {} : { image: request.image }),
      buyer: buyerOf(conversation),
      spender: {
        conversationId,
        ...(request.addressPrefix === undefined ? {} : { addressPrefix: request.addressPrefix }),
        onCall: (call) => {
          bill.add(call);
          trace?.called(call);
        },
      },
      spent: bill.total,
      history,
      profile,
      ...(trace === undefined ? {} : { trace }),
      ...(unheard === undefined ? {} : { unheard }),
    },
    rule === undefined ? emit : onlyStart,
    signal,
  );
  const held = rule && (await desk?.held?.hold(rule, made, { ...began, conversation, history }, signal));
  const { turn, state } = held ?? made;
  await store.record({
    ...answered,
    conversation: { ...conversation, consent: profile.consent() },
    number: state.turn,
    turn,
    state,
    making: held === undefined ? (made.making ?? unranked) : unranked,
    counted: {
      turn: made.turn,
      unusedWords: unusedWords(shop, request.text, made.turn, conversation.locale),
    },
    trace: trace?.toTrace((plan) => rooms.replier.compose(plan).text, {
      ...(versions ?? { code: '' }),
      ranking: shop.rankingVersion,
    }),
    also: async (write) => {
      await (held === undefined ? desk?.held?.letGo(write, conversationId, made) : held.write(write));
      if (turn.handoff === undefined) return;
      const { reason } = turn.handoff;
      await desk?.book.ask(write, conversationId, { reason, atMs: nowMs });
    },
  });
  if (rule !== undefined) retell(turn, emit);
  const { happened } = made;
  await teachBasket(rooms, happened, { conversationId, shopperId, market: market.country, nowMs });
  return turn;
}
