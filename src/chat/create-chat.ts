import type { ProductBook } from '../catalog/product-book.ts';
import type { EntryFeed } from '../desk/entry-feed.ts';
import { initialState } from '../dialogue/record-list.ts';
import { type Consent, NO_CONSENT } from '../domain/customer.ts';
import { languageOf } from '../domain/locale.ts';
import type { Database, Query } from '../ports/database.ts';
import { loadHistory } from '../recommendation/history.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { ModelRates } from '../usage/estimate-usage.ts';
import { type AttendingDesk, answerMessage } from './answer-message.ts';
import type { BehaviourBook } from './behaviour-book.ts';
import type { Chat, ConversationKey } from './chat.ts';
import { chooseLocale } from './choose-locale.ts';
import { type Conversation, createConversationStore } from './conversation-store.ts';
import type { TurnRooms } from './handle-turn.ts';
import { inTurn } from './in-turn.ts';
import type { ProfileDesk } from './profile-desk.ts';
import { marketOf } from './shop.ts';
import type { TraceRoom } from './trace-store.ts';
import { replay, tolerant } from './turn-listener.ts';

export interface ChatOptions extends TurnRooms {
  readonly database: Database;
  readonly verifyCustomer: (token: string) => Promise<{ readonly customerId: string }>;
  readonly clock: () => number;
  /** Unguessable, at least 128 random bits, URL-safe. */
  readonly newId: () => string;
  /** Of a language model, by its name. */
  readonly rates: (model: string) => ModelRates;
  /** What is kept in memory beside the store; without it the store is asked every time. */
  readonly behaviour?: BehaviourBook;
  /** Knows the product of a page by its codes; without it by its id and address alone. */
  readonly book?: ProductBook;
  /** Where it is kept how turns came about, and the release they were made by; absent: nowhere. */
  readonly traces?: TraceRoom;
  /** Persons of the shop who answer in place of the assistant; absent: nobody does. */
  readonly desk?: AttendingDesk & { readonly feed: EntryFeed };
}

/** Interactions of a shopper that taste is read from. */
export const HISTORY_LIMIT = 100;
const LAST_HOUR_MS = 3_600_000;

/** What the other departments know of a conversation. */
export interface VisitBook {
  /** Works on a conversation while none of its turns is under way. @throws NOT_FOUND, also for a wrong token. */
  between<T>(key: ConversationKey, work: (conversation: Conversation) => Promise<T>): Promise<T>;
  /** As `between`, for the shop's own people, who need no token. @throws NOT_FOUND */
  inside<T>(conversationId: string, work: (conversation: Conversation) => Promise<T>): Promise<T>;
  /** A conversation as it stands, also while a turn of it is under way. @throws NOT_FOUND */
  look(conversationId: string): Promise<Conversation>;
  /**
   * Products were opened: the next list of this conversation knows it. Waits for no turn.
   *
   * @param query Of a transaction under way, that it is to be part of.
   */
  opened(conversationId: string, productIds: readonly string[], query?: Query): Promise<void>;
  /** As `Chat.setConsent`, for a caller whose token was looked at. */
  consented(conversationId: string, consent: Consent): Promise<void>;
  /** Products opened in a conversation, newest last, and what its shopper did before, with consent. */
  visitOf(conversationId: string): Promise<{
    readonly opened: readonly string[];
    readonly history: readonly HistoryItem[];
    /** Only with consent. */
    readonly shopperId?: string;
    /** What a person of the shop banned from it; nothing when absent. */
    readonly banned?: readonly string[];
  }>;
}

/** Said without a text of the shop that asked for it; what was allowed before stays as it was given. */
const withoutText = (consent: Consent, personalization: boolean): Consent =>
  consent.personalization === personalization ? consent : { personalization };

/** The conversation service: everything about a conversation that is not one turn's business. */
export function createChat(options: ChatOptions): Chat & VisitBook {
  const { database, clock, newId, behaviour } = options;
  const store = createConversationStore(database, options.traces?.store);
  const queue = inTurn();
  const historyOf = async (shopperId: string): Promise<readonly HistoryItem[]> =>
    behaviour === undefined
      ? await loadHistory(database, shopperId, HISTORY_LIMIT)
      : await behaviour.online.history(shopperId, HISTORY_LIMIT);

  async function changeConsent(conversation: { readonly shopperId: string }, consent: Consent) {
    await store.setConsent(conversation, consent);
    if (!consent.personalization) behaviour?.online.forget(conversation.shopperId);
  }

  function profileOf(conversation: Conversation, nowMs: number): ProfileDesk {
    let { consent } = conversation;
    return {
      consent: () => consent,
      async setPersonalization(allowed) {
        consent = withoutText(consent, allowed);
        await changeConsent(conversation, consent);
      },
      async forgetVisit() {
        await store.forgetVisit(conversation, nowMs - LAST_HOUR_MS);
        behaviour?.online.forget(conversation.shopperId);
      },
    };
  }

  const rooms = { ...options, store, historyOf, profileOf };

  const between: VisitBook['between'] = async (key, work) => {
    await store.load(key);
    return await queue(key.conversationId, async () => await work(await store.load(key)));
  };

  return {
    async start(request) {
      const market = marketOf(options.shop(), request);
      const locale = chooseLocale(request.locale, request.acceptLanguage, market);
      const language = languageOf(locale);
      const customer =
        request.customerToken === undefined ? undefined : await options.verifyCustomer(request.customerToken);
      const consent: Consent = { ...NO_CONSENT, ...request.consent };
      const conversationId = newId();
      const token = newId();
      const shopperId = customer === undefined ? `visitor:${newId()}` : `customer:${customer.customerId}`;
      const conversation = {
        conversationId,
        shopperId,
        proved: customer !== undefined,
        consent,
        market: market.country,
        locale,
      };
      const { channel } = request;
      const state = { ...initialState(language), ...(channel === undefined ? {} : { channel }) };
      await store.create({ ...conversation, state }, token, clock());
      return {
        conversationId,
        token,
        market: market.country,
        locale,
        greeting: { text: options.replier.inMarket(market.country).greeting(language), language },
      };
    },

    async handle(request, { onEvent, ...until }) {
      await store.load(request);
      return await queue(request.conversationId, async () => {
        const conversation = await store.load(request);
        const repeated = await store.repeated(request);
        const emit = tolerant(onEvent);
        const turn = repeated ?? (await answerMessage(rooms, conversation, request, until, emit));
        if (repeated !== undefined) replay(repeated, emit);
        options.desk?.feed.tell(request.conversationId);
        emit({ type: 'reply-end', turn });
        return turn;
      });
    },

    async history(key, part = {}) {
      await store.load(key);
      return await store.history(key.conversationId, part);
    },

    async authorize(key) {
      const { shopperId, proved, consent, market, locale } = await store.load(key);
      return { shopperId, proved, consent, market, locale };
    },

    async setConsent(key, consent) {
      await changeConsent(await store.load(key), consent);
    },

    async forget(key, also) {
      await between(key, async (conversation) => {
        await store.forget(conversation, also);
        behaviour?.online.forget(conversation.shopperId);
        options.desk?.feed.tell(key.conversationId);
      });
    },

    between,

    async inside(conversationId, work) {
      await store.open(conversationId);
      return await queue(conversationId, async () => await work(await store.open(conversationId)));
    },

    look: store.open,

    opened: store.opened,

    async consented(conversationId, consent) {
      const visit = await store.visit(conversationId);
      if (visit !== undefined)
        await changeConsent(visit, withoutText(visit.consent, consent.personalization));
    },

    async visitOf(conversationId) {
      const visit = await store.visit(conversationId);
      const banned = visit?.state.refined?.banned ?? [];
      if (visit?.state.historyPaused === true) return { opened: [], history: [], banned };
      const opened = visit?.state.opened ?? [];
      if (visit?.consent.personalization !== true) return { opened, history: [], banned };
      const { shopperId } = visit;
      return { opened, history: await historyOf(shopperId), shopperId, banned };
    },
  };
}
