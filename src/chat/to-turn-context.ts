import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import type { ReplyPlan } from '../domain/reply-plan.ts';
import type { ParseContext } from '../understanding/parser.ts';
import { underRefinement } from './desk/under-refinement.ts';
import type { TurnInput, TurnRooms } from './handle-turn.ts';
import type { TurnContext } from './turn-context.ts';
import { underRules } from './under-rules.ts';

/** Of a run with tools where nothing limits the turn, milliseconds. */
const LONGEST_RUN_MS = 15_000;

/**
 * What the acts of a turn are carried out with.
 *
 * @param state After deciding.
 * @param models The time in which models may be asked; absent while it is only guessed what was meant.
 */
export function toTurnContext(
  rooms: TurnRooms,
  input: TurnInput,
  {
    state,
    language,
    models,
  }: {
    readonly state: DialogueState;
    readonly language: Language;
    readonly models?: AbortSignal | undefined;
  },
): TurnContext {
  const { market, buyer, segments, nowMs, spender, history, profile, trace, messageKey } = input;
  const locale = inLanguage(input.locale, language);
  const moment = { market: market.country, locale, language, segments, nowMs };
  return {
    shop: underRefinement(underRules(rooms.shop(), moment), state.refined),
    audience: { surface: 'chat', seed: input.messageId, segments },
    replier: rooms.replier.inMarket(market.country),
    parser: rooms.parsers().embedded,
    chooseQuestion: rooms.chooseQuestion,
    market,
    buyer,
    commerce: rooms.commerce,
    messageKey,
    utterance: input.text,
    locale,
    language,
    nowMs,
    spender,
    ...(rooms.tools === undefined || models === undefined
      ? {}
      : { tools: { ...rooms.tools, signal: models, deadlineMs: rooms.modelTimeoutMs ?? LONGEST_RUN_MS } }),
    history,
    profile,
    backAt: rooms.backAt,
    trace,
    state,
  };
}

/** The same region in another language. */
export const inLanguage = (locale: string, language: Language): string =>
  locale.replace(/^[a-z]+/i, language);

/** The product of the page, as the dialogue knows it. */
export const pageOf = ({ page }: Pick<TurnInput, 'page'>) =>
  page === undefined ? {} : { pageProductId: page.productId, pageProduct: page };

/** What a message is understood with. */
export function toParseContext(input: TurnInput): ParseContext {
  const { state, locale, market, spender } = input;
  return {
    language: state.language,
    locale,
    market,
    state,
    turn: state.turn + 1,
    ...(spender === undefined ? {} : { spender }),
    ...pageOf(input),
  };
}

/** Where and in which language a turn is answered. */
export function replyPlace(
  { locale, market, state: { channel } }: Pick<TurnInput, 'locale' | 'market' | 'state'>,
  language: Language,
): Omit<ReplyPlan, 'steps'> {
  const place = { locale: inLanguage(locale, language), language, market: market.country };
  return channel === undefined ? place : { ...place, channel };
}
