import type { Command } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Message } from './message.ts';
import { isFiller, type Span } from './span.ts';

/**
 * A number alone, "42" or "in 42 please", where no product on the screen is called so: the size, when things that come in sizes are on
 * the screen or a size was asked for, and the shop has it.
 */
export function readBareSize(message: Message): Command[] | undefined {
  const { state } = message.context;
  const isSized =
    state.question?.attribute === 'size' ||
    state.shown.some(({ attributes }) => attributes.size !== undefined) ||
    state.need.constraints.some(({ attribute }) => attribute === 'size');
  if (!isSized || !isBare(message)) return undefined;
  const constraints = bareSizes(message);
  return constraints.length === 0 ? undefined : [{ type: 'refine', query: '', constraints, drop: [] }];
}

/** Numbers that no phrase takes, as sizes of the shop. */
export function bareSizes(message: Message): Constraint[] {
  const { atoms, vocabulary, context } = message;
  return atoms.flatMap(({ kind, raw, normal }, at): Constraint[] => {
    const value =
      kind === 'number' && isFree(at, message) ? vocabulary.canonicalValue('size', normal) : undefined;
    if (value === undefined) return [];
    const limit = { attribute: 'size', operator: 'eq', value, strength: 'hard', words: raw } as const;
    return [{ ...limit, confidence: 0.9, sourceTurn: context.turn, known: true }];
  });
}

/** Numbers that are sizes, and words that say nothing. */
const isBare = (message: Message): boolean =>
  message.atoms.every(
    (atom, at) =>
      atom.kind !== 'word' ||
      isFunctionWord(atom, message.grammar) ||
      message.spans.some((span) => isFiller(span) && isWithin(at, span)),
  ) && message.spans.every((span) => isFiller(span) || pointsNowhere(span, message));

const isFree = (at: number, message: Message): boolean =>
  !message.spans.some((span) => isWithin(at, span) && !pointsNowhere(span, message));

const isWithin = (at: number, { from, to }: Span): boolean => from <= at && at < to;

/** "9", where eight products are shown. */
const pointsNowhere = ({ meaning }: Span, { context }: Message): boolean =>
  meaning.kind === 'references' &&
  meaning.references.every(
    (reference) =>
      reference.kind === 'ordinal' &&
      (reference.position > context.state.shown.length || context.state.question?.attribute === 'size'),
  );
