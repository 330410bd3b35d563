import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Constraint } from '../../domain/need.ts';
import type { Turn } from '../../domain/turn.ts';
import type { Tables } from '../../ports/database-tables.ts';
import type { MarkKind } from '../../ports/report-tables.ts';

/** A turn and where it stands. */
export interface CountedTurn {
  readonly conversation: { readonly conversationId: string; readonly market: string };
  readonly state: Pick<DialogueState, 'channel'>;
  readonly number: number;
  readonly turn: Turn;
  /** Of the message: no product's texts use them. */
  readonly unusedWords?: readonly string[];
  readonly atMs: number;
}

type Mark = Pick<Tables['conversationMarks'], 'kind' | 'attribute' | 'value'>;

/** What kind of thing is wanted, as constraints say it. */
const KINDS: ReadonlySet<string> = new Set(['type', 'category']);

/** Of a value in the shopper's words. */
const LONGEST_WORDS = 80;

/** A turn as reports count it: its cost, and what the conversation was about. Nothing of what was said but words the shop does not know. */
export function factsOfTurn({ conversation, state, number, turn, unusedWords = [], atMs }: CountedTurn): {
  readonly fact: Tables['turnFacts'];
  readonly marks: readonly Tables['conversationMarks'][];
} {
  const { conversationId, market } = conversation;
  const place = { conversationId, market, language: turn.language, channel: state.channel ?? 'web', atMs };
  const { usage, timing, need } = turn;
  const max = need.budget?.max;
  const budget = { budgetMinor: max?.amountMinor ?? null, currency: max?.currency ?? null };
  const marks = new Map<string, Mark>();
  // A person answers: the need is that of the turn before.
  for (const mark of turn.repliedBy === 'person' ? [] : marksOf(turn, number, unusedWords))
    marks.set(JSON.stringify([mark.kind, mark.attribute, mark.value]), mark);
  return {
    fact: {
      ...place,
      messageId: turn.messageId,
      number,
      repliedBy: turn.repliedBy,
      totalMs: Math.round(timing.totalMs),
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      costMicros: Math.round(usage.costMicros),
      wattHoursLow: usage.energyWh.low,
      wattHoursMid: usage.energyWh.mid,
      wattHoursHigh: usage.energyWh.high,
    },
    marks: [...marks.values()].map((mark) => ({ ...mark, ...place, ...budget })),
  };
}

function marksOf(
  { need, commands, total, relaxed = [], degraded = [], handoff }: Turn,
  number: number,
  unusedWords: readonly string[],
): Mark[] {
  const mark = (kind: MarkKind, attribute: string, value: string): Mark => ({ kind, attribute, value });
  const known = [...need.hard, ...need.soft];
  const kinds = known.filter(isKind);
  const said = known.filter(({ sourceTurn }) => sourceTurn === number);
  return [
    ...said.filter(isKind).map(({ attribute, value }) => mark('kind', attribute, String(value))),
    ...said
      .filter((limit) => !isKind(limit))
      .map((limit) => mark('wish', limit.attribute, wordedValue(limit))),
    ...need.unknown
      .filter(({ sourceTurn }) => sourceTurn === number)
      .map(({ attribute, words }) => mark('unknown', attribute, words.trim().slice(0, LONGEST_WORDS))),
    ...unusedWords.map((word) => mark('unknown', '', word)),
    ...relaxed.map(({ attribute, words }) => {
      const limit = need.hard.find((each) => each.attribute === attribute && each.words === words);
      return mark('relaxed', attribute, limit === undefined ? '' : wordedValue(limit));
    }),
    ...(total === 0
      ? kinds.length === 0
        ? [mark('nothing', '', '')]
        : kinds.map(({ attribute, value }) => mark('nothing', attribute, String(value)))
      : []),
    ...commands.map(({ type }) => mark('subject', '', type)),
    ...degraded.map(({ component, reason }) => mark('degraded', component, reason)),
    ...(handoff === undefined ? [] : [mark('handoff', '', handoff.reason)]),
  ];
}

const isKind = ({ attribute, operator }: Constraint): boolean => KINDS.has(attribute) && operator === 'eq';

/** Prices are counted by their budgets: every amount would be a wish of its own. */
const wordedValue = ({ attribute, operator, value }: Constraint): string => {
  if (attribute === 'price') return '';
  return operator === 'eq' ? String(value) : `${operator} ${value}`;
};
