import { type Constraint, sameConstraint } from '../domain/need.ts';
import { chooseTypes } from './choose-types.ts';
import { describeSpan, type SpanReading } from './describe-span.ts';
import { findPeople } from './find-people.ts';
import type { Grammar } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import { isGoverned } from './is-governed.ts';
import { joinPieces, writeWords } from './join-pieces.ts';
import { markLoose } from './mark-loose.ts';
import { markRefused, type Refusals } from './mark-refused.ts';
import { type Atom, joinCharacters } from './read-atoms.ts';
import { isFiller, namesOnlyType, type Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wish } from './wish.ts';

export interface WishContext {
  readonly text: string;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  readonly currency: string;
  readonly turn: number;
  /** Every value is a limit: "only ...". */
  readonly strict: boolean;
}

const LONGEST_WORDS = 200;
const UNSURE = 0.5;
const LONGEST_QUERY = 400;
const MOST_CONSTRAINTS = 30;
/** Words beside a negation that say no more than how things should not be. */
const MOST_BARE = 2;

interface Described extends SpanReading {
  readonly span: Span;
}

/** Reads constraints, query, recipient and occasion from the chosen spans and the words between them. */
export function readWish(atoms: readonly Atom[], spans: readonly Span[], context: WishContext): Wish {
  const { grammar, vocabulary, currency, strict } = context;
  const refusals = markRefused(atoms, spans, grammar);
  const wanted = spans.filter((span) => !refusals.spans.has(span));
  const chosen = new Map(
    chooseTypes({ spans, wanted }, atoms, grammar, vocabulary).map(({ span, type }) => [span, type]),
  );
  const { recipients, recipient, notFor, occasion } = findPeople(atoms, spans, grammar, refusals.spans);
  const loose = markLoose(atoms, spans, grammar);
  const described = spans.map((span): Described => {
    const chosenType = chosen.get(span);
    const attribute = attributeBefore(span, spans, atoms);
    const reading = describeSpan(span, {
      vocabulary,
      currency,
      strict,
      refused: refusals.spans.has(span),
      isRecipient: recipients.has(span),
      takesShopType:
        chosen.size === 0 && !wanted.some(namesOtherType) && !isGoverned(span, spans, atoms, grammar),
      isNamed: isUsed(span, atoms, context, ({ named }) => named > 0),
      isDescribed: isUsed(span, atoms, context, ({ described }) => described),
      ...(chosenType === undefined ? {} : { chosenType }),
      ...(attribute === undefined ? {} : { attribute }),
    });
    return { span, ...(loose.has(span) ? loosened(reading) : reading) };
  });
  return {
    ...joinWords(atoms, described, refusals, context),
    constraints: [
      ...toConstraints(described, atoms, refusals, context),
      ...refusedWords(atoms, spans, refusals, context),
    ],
    ...(recipient === undefined ? {} : { recipient }),
    ...(notFor === undefined ? {} : { notFor }),
    ...(occasion === undefined ? {} : { occasion }),
  };
}

/** A kind of thing and what is refused stay limits, whatever stands beside them. */
const loosened = ({ limits, query }: SpanReading): SpanReading => ({
  query,
  limits: limits.map((limit) =>
    limit.attribute === 'type' || limit.operator === 'ne' ? limit : { ...limit, strength: 'soft' },
  ),
});

const namesOtherType = (span: Span): boolean => span.meaning.kind !== 'shop-type' && namesOnlyType(span);

/** "Colour: red", "size 42". */
function attributeBefore(span: Span, spans: readonly Span[], atoms: readonly Atom[]): string | undefined {
  const end = atoms[span.from - 1]?.normal === ':' ? span.from - 1 : span.from;
  const before = spans.find(({ to }) => to === end);
  return before?.meaning.kind === 'attribute' ? before.meaning.attribute : undefined;
}

/** A shorter stem of a longer word ("ear" of "earrings") is another word's. */
const SHORTEST_STEM = 4;

function isUsed(
  { from, to }: Span,
  atoms: readonly Atom[],
  { vocabulary, grammar }: WishContext,
  holds: (usage: ReturnType<Vocabulary['usageOf']>) => boolean,
): boolean {
  return joinCharacters(atoms.slice(from, to), grammar.language).every(
    ({ raw, normal, stem }) =>
      stem.length >= Math.min(SHORTEST_STEM, normal.length) &&
      holds(vocabulary.usageOf(raw, grammar.language)),
  );
}

function toConstraints(
  described: readonly Described[],
  atoms: readonly Atom[],
  refusals: Refusals,
  { text, turn }: WishContext,
): Constraint[] {
  const wordsOf = ({ from, to }: Pick<Span, 'from' | 'to'>): string =>
    text.slice(atoms[from]?.start ?? 0, atoms[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
  const constraints: Constraint[] = [];
  for (const { span, limits } of described) {
    const negation = refusals.spans.get(span);
    const words = negation === undefined ? wordsOf(span) : sayRefusal(span, negation, wordsOf);
    for (const limit of limits) {
      const constraint = { ...limit, words: words.slice(0, LONGEST_WORDS), sourceTurn: turn };
      if (!constraints.some((earlier) => sameConstraint(earlier, constraint))) constraints.push(constraint);
    }
  }
  return constraints.slice(0, MOST_CONSTRAINTS);
}

/**
 * "Without caffeine", where the shop's texts speak of caffeine and none of its attributes tells: it cannot be held, and must not be
 * lost in silence. Words that the shop never uses refuse nothing that it has, and are told only where the message says nothing else.
 */
function refusedWords(
  atoms: readonly Atom[],
  spans: readonly Span[],
  { plain }: Refusals,
  { text, turn, vocabulary, grammar }: WishContext,
): Constraint[] {
  const isBare = saysLittle(atoms, spans, grammar);
  return [...plain].flatMap(([negation, refused]): Constraint[] => {
    const used = refused.filter((at) => {
      const { named, described } = vocabulary.usageOf(atoms[at]?.raw ?? '', grammar.language);
      return named > 0 || described || isBare;
    });
    const last = used.at(-1);
    if (last === undefined) return [];
    const words = text.slice(atoms[negation.from]?.start ?? 0, atoms[last]?.end ?? 0).slice(0, LONGEST_WORDS);
    const value = used.map((at) => atoms[at]?.raw ?? '').join(' ');
    return [
      {
        attribute: 'mentions',
        operator: 'ne',
        value,
        strength: 'hard',
        words,
        confidence: UNSURE,
        sourceTurn: turn,
        known: false,
      },
    ];
  });
}

/** Said of the things that are shown, rather than of anything: "not so formal", whether the shop has a word for it or not. */
const saysLittle = (atoms: readonly Atom[], spans: readonly Span[], grammar: Grammar): boolean =>
  spans.every((span) => span.meaning.kind === 'negation' || isFiller(span)) &&
  atoms.filter(
    (atom, at) =>
      atom.kind === 'word' &&
      !isFunctionWord(atom, grammar) &&
      !spans.some(({ from, to }) => from <= at && at < to),
  ).length <= MOST_BARE;

/** "not red", also for the second of "not red or blue": "not blue". */
function sayRefusal(
  span: Span,
  negation: Span,
  wordsOf: (range: Pick<Span, 'from' | 'to'>) => string,
): string {
  if (negation.to === span.from || negation.from === span.to) {
    return wordsOf({ from: Math.min(negation.from, span.from), to: Math.max(negation.to, span.to) });
  }
  return `${wordsOf(negation)} ${wordsOf(span)}`;
}

/** The words that stay: of describing spans, and free ones that carry content. */
function joinWords(
  atoms: readonly Atom[],
  described: readonly Described[],
  refusals: Refusals,
  { grammar, vocabulary }: WishContext,
): Pick<Wish, 'query' | 'describesOnly' | 'understood' | 'isForeign'> {
  const query: Atom[] = [];
  let content = 0;
  let understood = 0;
  let describesOnly = true;
  let isForeign = true;
  for (const { atom, at, explained: entry } of joinPieces(atoms, described, grammar.language)) {
    if (entry !== undefined) {
      const says = entry.limits.length > 0 || entry.span.meaning.kind === 'concepts';
      if (says) understood += 1;
      if (says || entry.query !== false) isForeign = false;
      if (says || entry.query !== false) content += 1;
      if (entry.query === true) query.push(atom);
      else if (typeof entry.query === 'string' && at === entry.span.from)
        query.push({ ...atom, raw: entry.query });
      if (entry.query === true && !DESCRIBING.has(kindOf(entry.span))) describesOnly = false;
      continue;
    }
    if (!isContent(atom, atoms[at + 1], grammar) || refusals.atoms.has(at)) continue;
    content += 1;
    const usage = vocabulary.usageOf(atom.raw, grammar.language);
    if (usage.named > 0) understood += 1;
    if (usage.named > 0 || usage.described) isForeign = false;
    query.push(atom);
    if (usage.named > 0 || !usage.described) describesOnly = false;
  }
  return {
    query: writeWords(query).slice(0, LONGEST_QUERY).trim(),
    describesOnly,
    understood: content === 0 ? 1 : understood / content,
    isForeign: isForeign && query.length > 0,
  };
}

const DESCRIBING: ReadonlySet<string> = new Set(['quality', 'occasion']);

const kindOf = ({ meaning }: Span): string =>
  meaning.kind === 'concepts' ? (meaning.concepts[0]?.kind ?? '') : meaning.kind;

/** Hiragana alone are endings and particles; one Han character may be a word. */
const ENDINGS = /^\p{Script=Hiragana}+$/u;
const TELLING_ALONE = /[\d\p{Script=Han}]/u;

function isContent(atom: Atom, next: Atom | undefined, grammar: Grammar): boolean {
  if (atom.kind === 'sign') return false;
  if (atom.kind === 'number') return next?.kind === 'word';
  if (isFunctionWord(atom, grammar) || ENDINGS.test(atom.normal)) return false;
  return atom.normal.length > 1 || TELLING_ALONE.test(atom.normal);
}
