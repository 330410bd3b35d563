import { dropTraces } from '../customers/drop-traces.ts';
import { unlinkChoices } from '../customers/unlink-choices.ts';
import { keepHistory } from '../dialogue/keep-history.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import { languageOf } from '../domain/locale.ts';
import type { MemoryItem, MemoryView } from '../domain/memory.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import { loadActions } from '../recommendation/history.ts';
import type { Replier } from '../reply/replier.ts';
import type { BehaviourBook } from './behaviour-book.ts';
import type { ConversationKey } from './chat.ts';
import { type Conversation, createConversationStore } from './conversation-store.ts';
import type { VisitBook } from './create-chat.ts';
import { dropOpened } from './pending-opened.ts';
import { productsDealtWith, type Remembered, rememberedOf } from './remembered.ts';
import type { Shop } from './shop.ts';

/** What is remembered of the shopper of a conversation, for the holder of its token. */
export interface MemoryDesk {
  /** @throws {AssistantError} NOT_FOUND, also for a wrong token. */
  read(key: ConversationKey): Promise<MemoryView>;
  /**
   * Forgets one thing and what is kept because of it: doings lose their person, and traces of the conversation go. What was said
   * stays in the messages of the conversation; models learned before it stay until the next training.
   *
   * @throws {AssistantError} NOT_FOUND when it is not remembered, also for a wrong token.
   */
  forget(key: ConversationKey, itemId: string): Promise<void>;
  /**
   * From now on nothing that was done counts, and what is done is not remembered in the conversation; or it counts again. What the
   * conversation remembered of doings is gone.
   *
   * @throws {AssistantError} NOT_FOUND, also for a wrong token.
   */
  pause(key: ConversationKey, isPaused: boolean): Promise<void>;
}

export interface MemoryDeskOptions {
  readonly database: Database;
  readonly chat: Pick<VisitBook, 'between'>;
  readonly shop: () => Shop;
  readonly replier: Pick<Replier, 'inMarket'>;
  /** What a service under way holds in memory. */
  readonly behaviour?: Pick<BehaviourBook, 'online' | 'impressions'>;
}

export function createMemoryDesk({ database, behaviour, ...options }: MemoryDeskOptions): MemoryDesk {
  const store = createConversationStore(database);

  async function remembered(conversation: Conversation): Promise<readonly Remembered[]> {
    const { conversationId, state, shopperId, consent } = conversation;
    const shop = options.shop();
    const actions = consent.personalization ? await loadActions(database, shopperId) : [];
    const products = await shop.store.products(productsDealtWith({ state, actions }));
    return rememberedOf({
      state,
      actions,
      shown: consent.personalization ? await countShown(database.query, shopperId) : 0,
      saidAtMs: await timesOf(database.query, conversationId),
      shop,
      products,
      language: languageOf(conversation.locale),
    });
  }

  return {
    async read(key) {
      const conversation = await store.load(key);
      const { locale, market, consent, state } = conversation;
      const replier = options.replier.inMarket(market);
      const toItem = ({ id, fact, isUsed, productId }: Remembered): MemoryItem => ({
        id,
        kind: fact.kind,
        ...replier.memoryWords(fact, locale, languageOf(locale)),
        isUsed,
        ...(productId === undefined ? {} : { productId }),
      });
      return {
        consent,
        isPaused: state.historyPaused === true,
        items: (await remembered(conversation)).map(toItem),
      };
    },

    async forget(key, itemId) {
      // What waits to be written would come back.
      await behaviour?.impressions.flush();
      await options.chat.between(key, async (conversation) => {
        const item = (await remembered(conversation)).find(({ id }) => id === itemId);
        if (item === undefined) throw new AssistantError('NOT_FOUND', 'Nothing of this name is remembered');
        await database.transaction((write) => takeAway(write, conversation, item), { erases: true });
        behaviour?.online.forget(conversation.shopperId);
      });
    },

    async pause(key, isPaused) {
      await options.chat.between(key, async (conversation) => {
        const state = keepHistory(conversation.state, isPaused ? 'stop' : 'agree');
        await database.transaction((write) => keepState(write, conversation, state));
      });
    },
  };
}

/** With what was opened since the last turn, which is part of the state. */
async function keepState(
  write: Query,
  { conversationId, openedUntil }: Conversation,
  state: DialogueState,
): Promise<void> {
  await write
    .updateTable('conversations')
    .set({ state: JSON.stringify(state) })
    .where('conversationId', '=', conversationId)
    .execute();
  await dropOpened(write, conversationId, openedUntil);
}

async function takeAway(write: Query, conversation: Conversation, item: Remembered): Promise<void> {
  const { conversationId, shopperId, state } = conversation;
  await keepState(write, conversation, item.without(state));
  await dropTraces(write, { conversationId });
  if (item.behaviourOf.length > 0) {
    await write
      .updateTable('interactions')
      .set({ shopperId: null, sessionId: null, listId: null })
      .where('shopperId', '=', shopperId)
      .where('productId', 'in', item.behaviourOf)
      .execute();
    await unlinkChoices(write, { shopperIds: [shopperId] });
  }
  if (item.isShown === true)
    await write
      .updateTable('impressions')
      .set({ shopperId: null })
      .where('shopperId', '=', shopperId)
      .execute();
}

async function countShown(query: Query, shopperId: string): Promise<number> {
  const row = await query
    .selectFrom('impressions')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('shopperId', '=', shopperId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function timesOf(query: Query, conversationId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await query
    .selectFrom('turns')
    .select(['number', 'createdAtMs'])
    .where('conversationId', '=', conversationId)
    .execute();
  return new Map(rows.map(({ number, createdAtMs }) => [number, Number(createdAtMs)]));
}
