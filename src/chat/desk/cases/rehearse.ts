import { decide } from '../../../dialogue/decide.ts';
import { initialState } from '../../../dialogue/record-list.ts';
import type { CaseMiss } from '../../../domain/desk/case.ts';
import type { WrittenConversation } from '../../../domain/desk/written-conversation.ts';
import type { DialogueState } from '../../../domain/dialogue-state.ts';
import { languageOf } from '../../../domain/locale.ts';
import type { CommerceBackend } from '../../../ports/commerce-backend.ts';
import { chooseLocale } from '../../choose-locale.ts';
import { handleTurn, type TurnRooms } from '../../handle-turn.ts';
import { pageProduct } from '../../page-product.ts';
import { marketOf } from '../../shop.ts';
import { unseenShop } from '../unseen-shop.ts';
import { judgeTurn } from './judge-turn.ts';
import { type PlayedTurn, productNamed } from './played-turn.ts';

export interface RehearsalRooms extends Omit<TurnRooms, 'commerce' | 'modelReply' | 'tools' | 'readPicture'> {
  /** Baskets that nobody has: what is put in them is gone with the rehearsal. */
  readonly commerce: CommerceBackend;
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Of this rehearsal alone. */
  readonly newId: () => string;
}

/**
 * Holds a written conversation with the rooms of the chat, on a state that nobody keeps: no model is asked, nothing is written, no list is on
 * a seller's account, no way to rank is tried out.
 *
 * @returns What is not as the case has it; one entry when a turn fails.
 */
export async function rehearse(
  rooms: RehearsalRooms,
  written: WrittenConversation,
  signal: AbortSignal,
): Promise<CaseMiss[]> {
  const shop = unseenShop(rooms.shop());
  const turning: TurnRooms = {
    ...rooms,
    shop: () => shop,
    parsers: () => ({ embedded: rooms.parsers().embedded }),
  };
  const market = marketOf(shop, { market: written.market, locale: written.locale });
  const locale = chooseLocale(written.locale, undefined, market);
  const buyer = { shopperId: `visitor:${rooms.newId()}`, market: market.country };
  let state: DialogueState = initialState(languageOf(locale));
  const played: PlayedTurn[] = [];
  const misses: CaseMiss[] = [];
  for (const [index, { say, page: named, expect = {} }] of written.turns.entries()) {
    const productId = named === undefined ? undefined : productNamed(named, played);
    const { language } = state;
    const moment = { market: market.country, language, nowMs: rooms.nowMs };
    const page = await pageProduct(shop, productId === undefined ? undefined : { productId }, moment);
    const before = state;
    const result = await handleTurn(
      turning,
      {
        state,
        market,
        locale,
        segments: ['visitor'],
        ...(page === undefined ? {} : { page }),
        nowMs: rooms.nowMs,
        messageId: rooms.newId(),
        messageKey: rooms.newId(),
        text: say,
        buyer,
        history: [],
        profile: NOBODY,
      },
      () => undefined,
      signal,
    );
    state = result.state;
    const { turn } = result;
    const { lines: basket } = await rooms.commerce.basket(buyer, signal);
    const context = {
      language: turn.language,
      ...(productId === undefined ? {} : { pageProductId: productId }),
    };
    const acts = decide(before, turn.commands, context).acts.map(({ type }) => type);
    played.push({ turn, state, acts, orders: [], basket });
    const facts = await shop.store.products(turn.products.map((view) => view.productId));
    misses.push(...judgeTurn(expect, played, facts).map((miss) => ({ turn: index + 1, ...miss })));
  }
  return misses;
}

const NOBODY = {
  consent: () => ({ personalization: false }),
  setPersonalization: async () => undefined,
  forgetVisit: async () => undefined,
};
