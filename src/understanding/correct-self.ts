import type { Grammar } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Atom } from './read-atoms.ts';
import { readNumber } from './read-number.ts';
import type { Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words between "no, I mean" and what is meant: "no, wait, in the". */
const REACH = 4;

export interface SelfCorrection {
  /** Without what was taken back; the words of it say nothing. */
  readonly spans: readonly Span[];
  /** Phrases that take nothing back here: "sorry" said for itself. */
  readonly idle: readonly Span[];
}

/**
 * Takes back what a message corrects itself: of "a blue, no, a green vase" the blue, of "size 42, I mean 43" the 42. What stands
 * behind such a phrase, up to the next sign, takes the place of the nearest of the same slot before it (kind of thing, colour,
 * price, person, product pointed at) and of those joined to that. A number alone is what the nearest size, limit or amount before it was.
 */
export function correctSelf(
  spans: readonly Span[],
  atoms: readonly Atom[],
  grammar: Grammar,
  vocabulary: Vocabulary,
): SelfCorrection {
  let said = spans;
  const idle: Span[] = [];
  for (const phrase of spans.filter(isCorrection)) {
    const before = said.filter(({ to }) => to <= phrase.from);
    const meant = meantBy(phrase, said, atoms, grammar).map((span) =>
      completeNumber(span, before, vocabulary),
    );
    const slots = new Set(meant.flatMap(({ meaning }) => slotsOf(meaning)));
    const gone = new Set([...slots].flatMap((slot) => nearest(slot, before, atoms, grammar)));
    if (gone.size === 0) idle.push(phrase);
    else said = replace(said, [...gone, phrase].map(silence), meant);
  }
  return { spans: said, idle };
}

const isCorrection = ({ meaning }: Span): boolean => meaning.kind === 'cue' && meaning.cue === 'correction';

/** Spans in order, those that begin alike in the place of the earlier ones. */
function replace(spans: readonly Span[], ...changes: readonly (readonly Span[])[]): readonly Span[] {
  const byBegin = new Map([...spans, ...changes.flat()].map((span) => [span.from, span]));
  return [...byBegin.values()].sort((left, right) => left.from - right.from);
}

/** What stands right behind a phrase, up to a sign; numbers alone as well. */
function meantBy(phrase: Span, spans: readonly Span[], atoms: readonly Atom[], grammar: Grammar): Span[] {
  const end = atoms.findIndex(({ kind }, at) => at >= phrase.to && kind === 'sign');
  const isBehind = ({ from, to }: Span): boolean => from >= phrase.to && (end === -1 || to <= end);
  const clause = [...spans, ...bareNumbers(atoms, spans)].filter(isBehind);
  const [first, ...others] = clause
    .filter(({ meaning }) => meaning.kind === 'number' || slotsOf(meaning).length > 0)
    .sort((left, right) => left.from - right.from);
  if (first === undefined || first.from - phrase.to > REACH) return [];
  const isNear = atoms
    .slice(phrase.to, first.from)
    .every((atom, index) => isFunctionWord(atom, grammar) || isWithin(phrase.to + index, clause));
  return isNear ? [first, ...others] : [];
}

function bareNumbers(atoms: readonly Atom[], spans: readonly Span[]): Span[] {
  return atoms.flatMap(({ kind, normal }, at): Span[] => {
    const value = kind === 'number' && !isWithin(at, spans) ? readNumber(normal) : undefined;
    return value === undefined
      ? []
      : [{ from: at, to: at + 1, meaning: { kind: 'number', value }, bonus: 0 }];
  });
}

const isWithin = (at: number, spans: readonly Span[]): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

/** "Size 42, I mean 43", "under 50, no, 60 euros": what a number alone was the last time. */
function completeNumber(span: Span, before: readonly Span[], vocabulary: Vocabulary): Span {
  const { meaning } = span;
  if (meaning.kind !== 'number' && meaning.kind !== 'amount') return span;
  const number = meaning.kind === 'number' ? meaning.value : meaning.amount.amount;
  const last = before.findLast((each) => NUMBERED.has(each.meaning.kind))?.meaning;
  switch (last?.kind) {
    case 'size': {
      const value = vocabulary.canonicalValue('size', String(number));
      return {
        ...span,
        meaning: { kind: 'size', value: value ?? String(number), known: value !== undefined },
      };
    }
    case 'price': {
      const amount = meaning.kind === 'amount' ? meaning.amount : { ...last.amounts.at(-1), amount: number };
      return { ...span, meaning: { ...last, amounts: [...last.amounts.slice(0, -1), amount] } };
    }
    case 'amounts': {
      const written = last.amounts.slice(-1).map((amount) => ({ ...amount, value: number }));
      return { ...span, meaning: { ...last, amounts: [...last.amounts.slice(0, -1), ...written] } };
    }
    default:
      return span;
  }
}

const NUMBERED: ReadonlySet<string> = new Set(['size', 'price', 'amounts']);

const REFERENCE = 'reference';

/** The last that has the slot, with those joined to it: "blue or red"; of products pointed at only the last. */
function nearest(
  slot: string,
  before: readonly Span[],
  atoms: readonly Atom[],
  grammar: Grammar,
): readonly Span[] {
  const at = before.findLastIndex(({ meaning }) => slotsOf(meaning).includes(slot));
  const last = before[at];
  if (last === undefined) return [];
  const isJoined = slot !== REFERENCE && grammar.coordinators.includes(atoms[last.from - 1]?.normal ?? '');
  const previous = before.slice(0, at).filter(({ to }) => isJoined && to === last.from - 1);
  return [last, ...previous.filter(({ meaning }) => slotsOf(meaning).includes(slot))];
}

/** The words stay where they are and say nothing; what a phrase pointed at is no longer meant. */
function silence(span: Span): Span {
  const { meaning } = span;
  return meaning.kind === 'cue' && meaning.cue !== 'correction'
    ? {
        ...span,
        meaning: { ...meaning, fillings: meaning.fillings.filter(({ kind }) => kind !== 'references') },
      }
    : { ...span, meaning: { kind: 'cue', cue: 'filler', fillings: [] } };
}

/** What a span says is one of these at most once in a wish, unless joined. */
function slotsOf(meaning: Meaning): readonly string[] {
  switch (meaning.kind) {
    case 'concepts':
      return meaning.concepts.map(({ kind }) => kind);
    case 'compound':
      return [meaning.head.kind];
    case 'values':
      return meaning.links.map(({ attribute }) => attribute);
    case 'shop-type':
      return ['type'];
    case 'size':
    case 'brand':
      return [meaning.kind];
    case 'price':
    case 'amount':
      return ['price'];
    case 'amounts':
      return [meaning.attribute];
    case 'references':
      return meaning.references.some(({ kind }) => kind !== 'focus') ? [REFERENCE] : [];
    case 'cue':
    case 'question':
      return meaning.fillings.flatMap((filling) => (filling.kind === 'references' ? slotsOf(filling) : []));
    default:
      return [];
  }
}
