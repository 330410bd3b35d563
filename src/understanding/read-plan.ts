import type { Command } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { isGoverned } from './is-governed.ts';
import type { Message } from './message.ts';
import { cueSpans, has } from './message-content.ts';
import { priceLimits } from './price-limits.ts';
import { wishFields } from './read-change.ts';
import type { Span } from './span.ts';

const MOST_PARTS = 12;
const LONGEST_PART = 120;
const SURE = 0.9;

/** Several things for one purpose: "everything for a weekend of camping under 300", "a desk, a chair and a lamp, 500 in all". */
export function readPlan(message: Message): Command[] | undefined {
  const isPlanned = has(message, 'plan-set');
  if (!isPlanned && !has(message, 'plan-total')) return undefined;
  const named = partsNamed(message);
  const isSplit = named.length > 1;
  if (!isPlanned && !isSplit) return undefined;
  const { query, constraints, ...people } = wishFields(message.wish);
  const limits = constraints.filter(({ attribute }) => !isSplit || attribute !== 'type');
  const parts = isSplit ? named.map((part) => part.slice(0, LONGEST_PART)).slice(0, MOST_PARTS) : [];
  const words = query.split(' ').filter((word) => !parts.some((part) => part.split(' ').includes(word)));
  return [
    {
      type: 'plan-set',
      ...people,
      query: words.join(' '),
      constraints: [...limits, ...budgetOf(message)],
      parts,
    },
  ];
}

/** Kinds of things that are wanted, as written, each once; what a preposition governs is their purpose. */
function partsNamed({ text, atoms, spans, grammar }: Message): string[] {
  const types = spans.filter((span) => namesType(span) && !isGoverned(span, spans, atoms, grammar));
  return [...new Set(types.map(({ from, to }) => text.slice(atoms[from]?.start, atoms[to - 1]?.end)))];
}

const namesType = ({ meaning }: Span): boolean =>
  meaning.kind === 'shop-type' ||
  (meaning.kind === 'compound' && meaning.head.kind === 'type') ||
  (meaning.kind === 'concepts' && meaning.concepts[0]?.kind === 'type');

/** "500 in all". */
function budgetOf(message: Message): Constraint[] {
  const { text, atoms, context } = message;
  return cueSpans(message, ['plan-total']).flatMap(({ from, to, meaning }) => {
    const amounts = meaning.fillings.flatMap((filling) =>
      filling.kind === 'amount' ? [filling.amount] : [],
    );
    const words = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
    return priceLimits('lte', amounts, context.market.currency).map((limit) => ({
      ...limit,
      confidence: SURE,
      words,
      sourceTurn: context.turn,
    }));
  });
}
