import type { ShowMode } from '../domain/act.ts';
import { type Language, languageOf } from '../domain/locale.ts';
import type { Need } from '../domain/need.ts';
import type { ProductView, Turn } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { Replier } from '../reply/replier.ts';
import type { ConversationKey } from './chat.ts';
import { type Conversation, createConversationStore } from './conversation-store.ts';
import { underRefinement } from './desk/under-refinement.ts';
import { withoutTraces } from './explain-counterfactual.ts';
import { listProducts } from './list-products.ts';
import { SHOWN_LIMIT } from './list-request.ts';
import { withReasonTexts } from './reason-texts.ts';
import { marketOf, type Shop } from './shop.ts';
import type { TraceStore } from './trace-store.ts';
import { underRules } from './under-rules.ts';
import { withPreferences } from './with-preferences.ts';

/** A list as somebody would get it who never did anything here. */
export interface PlainList {
  readonly messageId: string;
  /** Best first, with the parts of their scores. What the shopper said counts as before. */
  readonly products: readonly ProductView[];
  /** Products that were dealt with in this conversation and now count for nothing. */
  readonly leftOut: number;
  /** The products that were shown, in the same order. */
  readonly isSame: boolean;
}

/**
 * Makes the list of a message again without anything that the shopper did.
 *
 * @throws {AssistantError} NOT_FOUND, also for a wrong token: there is no such message, it showed no list, or it is not kept any
 *   more what it was made from.
 */
export type ShowWithoutBehaviour = (
  key: ConversationKey & { readonly messageId: string },
  signal: AbortSignal,
) => Promise<PlainList>;

export interface PlainListOptions {
  readonly database: Database;
  readonly shop: () => Shop;
  readonly replier: Pick<Replier, 'inMarket'>;
  readonly clock: () => number;
  /** Where it is kept how turns came about; without it only the latest list can be made again. */
  readonly traces?: Pick<TraceStore, 'read'>;
}

interface NumberedTurn {
  readonly number: number;
  readonly turn: Turn;
}

interface Asked {
  readonly need: Need;
  readonly mode: ShowMode;
  readonly exclude: readonly string[];
  readonly language: Language;
}

export function createPlainLists({
  database,
  clock,
  traces,
  ...options
}: PlainListOptions): ShowWithoutBehaviour {
  const store = createConversationStore(database);

  async function turnOf(conversationId: string, messageId: string): Promise<NumberedTurn> {
    const row = await database.query
      .selectFrom('turns')
      .select(['number', 'turn'])
      .where('conversationId', '=', conversationId)
      .where('messageId', '=', messageId)
      .executeTakeFirst();
    const turn = row === undefined ? undefined : (JSON.parse(row.turn) as Turn);
    if (row === undefined || turn === undefined || turn.products.length === 0)
      throw new AssistantError('NOT_FOUND', 'There is no such message with a list');
    return { number: row.number, turn };
  }

  async function isLatestList(conversationId: string, { number }: NumberedTurn): Promise<boolean> {
    const later = await database.query
      .selectFrom('turns')
      .select('turn')
      .where('conversationId', '=', conversationId)
      .where('number', '>', number)
      .execute();
    return later.every(({ turn }) => (JSON.parse(turn) as Turn).products.length === 0);
  }

  async function askedIn(conversation: Conversation, numbered: NumberedTurn): Promise<Asked> {
    const { conversationId, state } = conversation;
    const { turn } = numbered;
    const rejected = (state.rejected ?? []).map(({ productId }) => productId);
    const kept = await traces?.read(turn.messageId);
    const language = turn.language;
    if (kept !== undefined && kept.conversationId === conversationId) {
      const [list] = kept.trace.lists;
      const mode = MODES.find((name) => name === list?.mode) ?? 'new';
      const seen = mode === 'more' ? kept.trace.asked.state.seen : [];
      return { need: kept.trace.need.after, mode, exclude: [...rejected, ...seen], language };
    }
    if (!(await isLatestList(conversationId, numbered)))
      throw new AssistantError('NOT_FOUND', 'It is not kept any more what this list was made from');
    return { need: state.need, mode: 'new', exclude: rejected, language };
  }

  return async (key, signal) => {
    const conversation = await store.load(key);
    const numbered = await turnOf(key.conversationId, key.messageId);
    const { turn } = numbered;
    const asked = await askedIn(conversation, numbered);
    const market = marketOf(options.shop(), { market: conversation.market });
    const view = {
      locale: conversation.locale.replace(/^[a-z]+/i, languageOf(asked.language)),
      language: asked.language,
      nowMs: clock(),
    };
    const segments = [conversation.proved ? 'customer' : 'visitor'];
    const ruled = underRules(options.shop(), { ...view, market: market.country, segments });
    const shop = withoutTraces(underRefinement(ruled, conversation.state.refined));
    const held = await withPreferences(
      { state: { ...conversation.state, need: asked.need }, shop, market },
      signal,
    );
    const { products } = await listProducts(
      shop,
      {
        audience: { surface: 'chat', seed: turn.messageId, segments },
        need: held.state.need,
        intent: asked.mode,
        market,
        view,
        exclude: asked.exclude,
        history: [],
        opened: [],
        limit: SHOWN_LIMIT,
        ...(asked.need.sort === undefined ? {} : { sort: asked.need.sort }),
      },
      signal,
    );
    const replier = options.replier.inMarket(market.country);
    const views = products.map((listed) =>
      withReasonTexts(listed, (reason) => replier.reasonText(reason, asked.language)),
    );
    return {
      messageId: turn.messageId,
      products: views,
      leftOut: new Set(conversation.state.opened).size,
      isSame: idsOf(views) === idsOf(turn.products),
    };
  };
}

const MODES: readonly ShowMode[] = ['new', 'refined', 'similar', 'more'];

const idsOf = (products: readonly ProductView[]): string =>
  JSON.stringify(products.map(({ productId }) => productId));
