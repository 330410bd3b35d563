import { type DraftBook, firstVersion } from '../../desk/draft-book.ts';
import type { ReviewSettings } from '../../domain/desk/settings.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Market } from '../../domain/market.ts';
import type { ReplyPlan, ReplyStep } from '../../domain/reply-plan.ts';
import type { Turn } from '../../domain/turn.ts';
import type { Query } from '../../ports/database.ts';
import type { HistoryItem } from '../../recommendation/history-item.ts';
import type { Replier } from '../../reply/replier.ts';
import type { Conversation } from '../conversation-store.ts';
import type { TurnResult } from '../handle-turn.ts';
import type { Shop } from '../shop.ts';
import { inLanguage } from '../to-turn-context.ts';
import { underRules } from '../under-rules.ts';
import { writeMaking } from './kept-making.ts';
import { listAlternatives } from './list-alternatives.ts';
import { type HoldRule, holdRule } from './review-rule.ts';
import { underRefinement } from './under-refinement.ts';
import { whileHeld } from './unseen-state.ts';

/** A turn of which something waits for approval. */
export interface HeldTurn {
  /** What the shopper gets now. */
  readonly turn: Turn;
  /** The dialogue while it is held. */
  readonly state: DialogueState;
  /** Keeps what is held, as part of the transaction that records the turn. */
  write(write: Query): Promise<void>;
}

/** What a turn began with. */
export interface HeldPlace {
  readonly conversation: Conversation;
  readonly state: DialogueState;
  readonly market: Market;
  readonly segments: readonly string[];
  readonly history: readonly HistoryItem[];
  readonly nowMs: number;
}

/** Replies that leave the shop only when somebody approves them. */
export interface HeldTurns {
  /** Under which rule replies in a conversation are held; undefined where none is. */
  ruleFor(conversation: Pick<Conversation, 'market' | 'state'>): HoldRule | undefined;
  /** @returns undefined when all of the turn is the shopper's at once. */
  hold(
    rule: HoldRule,
    made: TurnResult,
    place: HeldPlace,
    signal: AbortSignal,
  ): Promise<HeldTurn | undefined>;
  /** A turn was not held: what waited before it is out of date where the turn answers anew. */
  letGo(write: Query, conversationId: string, made: TurnResult): Promise<void>;
}

export interface HeldTurnOptions {
  readonly book: Pick<DraftBook, 'hold' | 'replace'>;
  readonly settings: () => ReviewSettings;
  readonly shop: () => Shop;
  readonly replier: Replier;
  /** Something is held until a moment. */
  readonly onHeld: (untilMs: number) => void;
}

const MINUTE_SECONDS = 60;

export function createHeldTurns({ book, settings, shop, replier, onHeld }: HeldTurnOptions): HeldTurns {
  return {
    ruleFor: ({ market, state: { channel } }) => holdRule(settings(), { market, channel }),

    async hold({ belowConfidence, holdSeconds }, made, place, signal) {
      const { turn, plan } = made;
      const [told, held] = partSteps(plan);
      if (held.length === 0 || (belowConfidence !== undefined && made.confidence >= belowConfidence))
        return undefined;
      const { conversation, market, segments, history, nowMs } = place;
      const { messageId, language } = turn;
      const heldUntilMs = nowMs + holdSeconds * 1_000;
      const own = replier.inMarket(market.country);
      const minutes = Math.ceil(holdSeconds / MINUTE_SECONDS);
      const now = toldNow(turn, {
        told: told.length === 0 ? undefined : own.compose({ ...plan, steps: told }),
        sentence: own.deskWords({ kind: 'held', minutes }, language),
        heldUntil: new Date(heldUntilMs).toISOString(),
      });
      const proposed = told.length === 0 ? turn : proposedOf(turn, own.compose({ ...plan, steps: held }));
      const locale = inLanguage(conversation.locale, language);
      const view = { market: market.country, locale, language, nowMs, labels: shop().vocabulary };
      const refined = underRefinement(underRules(shop(), { ...view, segments }), made.state.refined);
      const alternatives = await listAlternatives(
        {
          shop: refined,
          replier,
          messageId,
          listed: proposed.products,
          state: made.state,
          market,
          view,
          segments,
          history,
        },
        signal,
      );
      return {
        turn: now,
        state: whileHeld(place.state, made.state),
        async write(write) {
          await book.hold(write, {
            messageId,
            conversationId: conversation.conversationId,
            version: firstVersion(made.state.turn),
            heldUntilMs,
            turn: proposed,
            alternatives,
            making: writeMaking(made.making ?? { rankingVersion: shop().rankingVersion, propensity: 1 }),
            dialogue: made.state,
            createdAtMs: nowMs,
          });
          onHeld(heldUntilMs);
        },
      };
    },

    async letGo(write, conversationId, { plan }) {
      const [, answering] = partSteps(plan);
      if (answering.length > 0) await book.replace(write, conversationId);
    },
  };
}

/**
 * Told at once, whatever is reviewed: what happened to a basket, an order, or what is kept of the shopper; what waits for their yes,
 * which they are to read as it will be done; and help for somebody in need.
 */
const TOLD: ReadonlySet<ReplyStep['act']> = new Set<ReplyStep['act']>([
  'basket',
  'checkout',
  'commerce-unavailable',
  'order-status',
  'order-sign-in',
  'order-unknown',
  'order-ask',
  'order-proposal',
  'order-done',
  'order-unchanged',
  'order-uncertain',
  'order-refused',
  'order-withdrawn',
  'order-lapsed',
  'reorder',
  'personal-data',
  'history',
  'preferences',
  'unsafe',
]);

/** What is told at once, and what may be held. Of a turn that calls a person nothing is held. */
function partSteps({ steps }: ReplyPlan): readonly [readonly ReplyStep[], readonly ReplyStep[]] {
  if (steps.some(({ act }) => act === 'handoff')) return [steps, []];
  return [steps.filter(({ act }) => TOLD.has(act)), steps.filter(({ act }) => !TOLD.has(act))];
}

/** What the shopper gets while the rest is held: receipts, and that they will get it. */
function toldNow(
  turn: Turn,
  {
    told,
    sentence,
    heldUntil,
  }: {
    readonly told: Pick<Turn, 'text' | 'claims'> | undefined;
    readonly sentence: string;
    readonly heldUntil: string;
  },
): Turn {
  const { seen: _s, total: _t, question: _q, sources: _o, relaxed: _r, comparison: _c, ...rest } = turn;
  return {
    ...rest,
    text: told === undefined ? sentence : `${told.text} ${sentence}`,
    products: [],
    chips: [],
    claims: told?.claims ?? [],
    repliedBy: 'embedded',
    review: { heldUntil },
  };
}

/** The rest of a turn of which something was told at once. */
function proposedOf(turn: Turn, composed: Pick<Turn, 'text' | 'claims'>): Turn {
  const { cart: _cart, order: _order, confirmation: _confirmation, question, ...rest } = turn;
  const text = question === undefined ? composed.text : `${composed.text} ${question.text}`;
  return {
    ...rest,
    text,
    claims: composed.claims,
    repliedBy: 'embedded',
    ...(question === undefined ? {} : { question }),
  };
}
