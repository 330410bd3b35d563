import type { Buyer } from '../domain/commerce.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Language, Locale } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { PersonsBack } from '../domain/reply-plan.ts';
import type { Spender } from '../ports/chat-model.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { Replier } from '../reply/replier.ts';
import type { Parser } from '../understanding/parser.ts';
import type { ChooseQuestion } from './ask-facet.ts';
import type { Audience } from './list-products.ts';
import type { ViewContext } from './product-view.ts';
import type { ProfileDesk } from './profile-desk.ts';
import type { Shop } from './shop.ts';
import type { TraceNotes } from './trace-notes.ts';
import type { ToolTurn } from './with-tools.ts';

/** What every act of one turn is carried out with. */
export interface TurnContext {
  readonly shop: Shop;
  readonly audience: Audience;
  readonly replier: Replier;
  /** Reads words that stand for a thing by themselves, at once. */
  readonly parser?: Parser | undefined;
  readonly market: Market;
  /** Whose basket and orders these are. */
  readonly buyer: Buyer;
  /** Where baskets and orders live; absent where nothing can be done about them here. */
  readonly commerce?: CommerceBackend | undefined;
  /** Names the message for good, also when it is sent again: what it brings about is done once under it. */
  readonly messageKey?: string | undefined;
  /** The message, as written. */
  readonly utterance?: string | undefined;
  readonly locale: Locale;
  readonly language: Language;
  readonly nowMs: number;
  /** On whose behalf a model is asked. */
  readonly spender?: Spender | undefined;
  /** A model that works with tools; absent where there is none, and while it is only guessed what was meant. */
  readonly tools?: ToolTurn | undefined;
  /** Of the shopper, with consent; else empty. */
  readonly history: readonly HistoryItem[];
  /** What is kept of the shopper. */
  readonly profile: ProfileDesk;
  /** The most telling facet is asked about when absent. */
  readonly chooseQuestion?: ChooseQuestion | undefined;
  /** When persons are there again; undefined while they are, or where it is not known. */
  readonly backAt?: ((nowMs: number) => PersonsBack | undefined) | undefined;
  /** Takes notes of how the turn comes about. */
  readonly trace?: TraceNotes | undefined;
  /** The state after deciding. */
  readonly state: DialogueState;
}

export const viewContext = ({ shop, market, locale, language, nowMs }: TurnContext): ViewContext => ({
  market: market.country,
  locale,
  language,
  nowMs,
  labels: shop.vocabulary,
});
