import { type Decision, decide } from '../dialogue/decide.ts';
import type { Buyer } from '../domain/commerce.ts';
import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { ReplyPlan } from '../domain/reply-plan.ts';
import { NO_USAGE, type Turn, type TurnEvent, type Usage } from '../domain/turn.ts';
import type { ChatImage, Spender } from '../ports/chat-model.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import type { Understanding } from '../understanding/parser.ts';
import type { ChooseQuestion } from './ask-facet.ts';
import { assembleTurn } from './assemble-turn.ts';
import type { BasketEvent } from './basket-outcome.ts';
import { carryOut, type Outcome } from './carry-out.ts';
import { asksTheSame } from './choose-understanding.ts';
import { hasEffect } from './has-effect.ts';
import { holdToOwnWords } from './hold-to-own-words.ts';
import type { ListMaking } from './list-products.ts';
import { lookAtPicture, type PictureRooms } from './look-at-picture.ts';
import { openModelTime } from './model-time.ts';
import type { ProfileDesk } from './profile-desk.ts';
import type { Shop } from './shop.ts';
import { toHandover } from './to-handover.ts';
import { pageOf, replyPlace, toParseContext, toTurnContext } from './to-turn-context.ts';
import type { TraceNotes } from './trace-notes.ts';
import { type Parsers, understandMessage } from './understand-message.ts';
import { isHelped, type ToolHelp } from './with-tools.ts';
import { askAfter, type Wording, wordReply } from './word-reply.ts';

export interface TurnRooms extends Wording, Pick<PictureRooms, 'readPicture'> {
  readonly shop: () => Shop;
  readonly parsers: () => Parsers;
  readonly chooseQuestion?: ChooseQuestion;
  readonly commerce?: CommerceBackend;
  readonly tools?: ToolHelp;
  /** As of `ModelTime`. */
  readonly modelTimeoutMs?: number;
}

export interface TurnInput {
  readonly messageId: string;
  readonly text: string;
  /** Came with the words; kept nowhere. */
  readonly image?: ChatImage;
  readonly state: DialogueState;
  readonly market: Market;
  readonly buyer: Buyer;
  /** On whose behalf models are asked. */
  readonly spender?: Spender;
  /** What that came to so far. */
  readonly spent?: () => Usage;
  readonly locale: string;
  readonly history: readonly HistoryItem[];
  readonly profile: ProfileDesk;
  /** As of `Audience`. */
  readonly segments: readonly string[];
  /** The product whose page the shopper looks at. */
  readonly page?: ShownProduct;
  readonly nowMs: number;
  /** Aborted when nobody waits any more: models are not asked from then on. */
  readonly unheard?: AbortSignal;
  /** As of `TurnContext`. */
  readonly messageKey?: string;
  readonly trace?: TraceNotes;
}

export interface TurnResult {
  readonly turn: Turn;
  readonly state: DialogueState;
  readonly making: ListMaking | undefined;
  readonly happened: readonly BasketEvent[];
  readonly plan: ReplyPlan;
  readonly confidence: Understanding['confidence'];
}

/** One turn: understand, decide, retrieve + recommend, rank, reply. Recording is the caller's, in one transaction. */
export async function handleTurn(
  rooms: TurnRooms,
  input: TurnInput,
  emit: (event: TurnEvent) => void,
  signal: AbortSignal,
): Promise<TurnResult> {
  const startedMs = performance.now();
  const { messageId, market, state, spender, trace } = input;
  const page = pageOf(input);
  const parseContext = toParseContext(input);
  const models = openModelTime({ signal, unheard: input.unheard, timeoutMs: rooms.modelTimeoutMs });
  const sight = await lookAtPicture(rooms, input, parseContext, models);
  const understood = await understandMessage(sight.parsers, input.text, parseContext, models);
  const understandMs = performance.now() - startedMs;

  const decideOn = ({ commands, language, confidence }: Understanding) =>
    decide(state, commands, { language, confidence, ...page });
  const answer = async (decided: Decision, language: Language, models?: AbortSignal): Promise<Outcome> => {
    trace?.decided(decided.acts, decided.state.need);
    const context = toTurnContext(rooms, input, { state: decided.state, language, models });
    return await carryOut(decided.acts, context, signal);
  };
  const announce = ({ products }: Outcome) => emit({ type: 'products-available', products });

  // Speculation: the embedded understanding is answered while the model still reads; nothing is changed for a guess.
  const { first } = understood;
  emit({ type: 'reply-start', messageId, language: first.language });
  const guess = decideOn(first);
  const guessed = guess.acts.some(hasEffect) ? undefined : await answer(guess, first.language);
  if (guessed !== undefined && guessed.products.length > 0) announce(guessed);
  const waitedMs = performance.now();
  const { heard, degraded: parseFaults, ...chosen } = await understood.final;
  const { understanding, other } = holdToOwnWords(chosen, first, decideOn);
  trace?.understood(first, understanding, heard);
  const modelMs = performance.now() - waitedMs;
  const { language } = understanding;
  const isHelpable = rooms.tools !== undefined && guess.acts.some(isHelped);
  const isRight = guessed !== undefined && !isHelpable && asksTheSame(understanding.commands, first.commands);
  const outcome = isRight ? guessed : await answer(decideOn(understanding), language, models);
  // Also an empty list, when it takes the place of products that were shown.
  if (!isRight && outcome.products.length + (guessed?.products.length ?? 0) > 0) announce(outcome);

  const replyStartedMs = performance.now();
  const plan: ReplyPlan = { ...replyPlace(input, language), steps: [...sight.steps, ...outcome.steps] };
  const { question } = outcome;
  trace?.planned(plan, question);
  const reply = askAfter(await wordReply(rooms, plan, emit, { signal, models, spender }), question, emit);
  trace?.cut(reply.removed ?? []);
  if (outcome.chips.length > 0) emit({ type: 'chips', chips: outcome.chips });
  if (outcome.cart !== undefined && outcome.cart.changedLineIds.length > 0)
    emit({ type: 'cart-changed', cart: outcome.cart });
  const handoff = toHandover(outcome, input.text);
  if (handoff !== undefined) emit({ type: 'handoff', handoff });

  const turn = assembleTurn({
    messageId,
    market,
    seen: sight.seen,
    understanding,
    other,
    outcome,
    handoff,
    reply,
    degraded: [...sight.degraded, ...parseFaults, ...outcome.degraded, ...reply.degraded],
    usage: input.spent?.() ?? NO_USAGE,
    understandMs: understandMs + modelMs,
    replyMs: performance.now() - replyStartedMs,
    totalMs: performance.now() - startedMs,
  });
  const { making, happened = [] } = outcome;
  const { confidence } = understanding;
  return { turn, state: outcome.state, making, happened, plan, confidence };
}
