import type { Handover } from '../domain/handover.ts';
import type { Market } from '../domain/market.ts';
import type { Degradation, Turn, Usage } from '../domain/turn.ts';
import type { Understanding } from '../understanding/parser.ts';
import { toSources } from './answer-policy.ts';
import type { Outcome } from './carry-out.ts';
import { toComparisonView } from './comparison-view.ts';
import { toNeedView } from './need-view.ts';
import type { Worded } from './word-reply.ts';

/** What the stages of a turn came to. */
export interface TurnParts {
  readonly messageId: string;
  readonly market: Market;
  readonly seen: string | undefined;
  readonly understanding: Understanding;
  readonly other: Understanding | undefined;
  readonly outcome: Outcome;
  readonly handoff: Handover | undefined;
  readonly reply: Worded;
  readonly degraded: readonly Degradation[];
  readonly usage: Usage;
  readonly understandMs: number;
  readonly replyMs: number;
  readonly totalMs: number;
}

/** The turn, whole, as it is answered and kept. */
export function assembleTurn(parts: TurnParts): Turn {
  const { seen, understanding, other, outcome, handoff, reply, degraded } = parts;
  const { question, total, relaxed, order, confirmation } = outcome;
  return {
    messageId: parts.messageId,
    language: understanding.language,
    text: reply.text,
    ...(seen === undefined ? {} : { seen }),
    products: outcome.products,
    ...(total === undefined ? {} : { total }),
    chips: outcome.chips,
    ...(question === undefined ? {} : { question }),
    commands: understanding.commands,
    need: toNeedView(outcome.state.need, parts.market),
    claims: reply.claims,
    ...toSources(outcome.steps),
    ...(relaxed.length === 0
      ? {}
      : { relaxed: relaxed.map(({ attribute, words }) => ({ attribute, words })) }),
    ...toComparisonView(outcome.steps),
    ...(order === undefined ? {} : { order }),
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(handoff === undefined ? {} : { handoff }),
    ...(outcome.cart === undefined ? {} : { cart: outcome.cart }),
    understoodBy: understanding.by,
    ...(other === undefined ? {} : { otherReading: other.commands }),
    repliedBy: reply.by,
    ...(degraded.length === 0 ? {} : { degraded }),
    timing: {
      understandMs: parts.understandMs,
      retrieveMs: outcome.retrieveMs,
      rankMs: outcome.rankMs,
      replyMs: parts.replyMs,
      totalMs: parts.totalMs,
    },
    usage: parts.usage,
  };
}
