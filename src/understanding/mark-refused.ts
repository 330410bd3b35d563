import type { Grammar } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Atom } from './read-atoms.ts';
import { isFiller, namesOnlyType, type Span } from './span.ts';

/** Words that may stand between "not" and what is refused. */
const LONGEST_GAP = 3;

const REFUSABLE: ReadonlySet<string> = new Set([
  'concepts',
  'compound',
  'values',
  'size',
  'brand',
  'shop-type',
]);
const NEUTRAL: ReadonlySet<string> = new Set(['attribute', 'number', 'question']);

/** Turned round rather than refused: "nothing over 50". */
const BOUNDS: ReadonlySet<string> = new Set(['price', 'amounts']);

const isRefusable = ({ meaning }: Span): boolean => REFUSABLE.has(meaning.kind);

/** "Not", and "allergic to". */
const refuses = ({ meaning }: Span): boolean =>
  meaning.kind === 'negation' || (meaning.kind === 'cue' && meaning.cue === 'preference-avoid');

const isTransparent = (span: Span): boolean => NEUTRAL.has(span.meaning.kind) || isFiller(span);

/** What is refused: spans with the negation that does it, and the plain words among them. */
export interface Refusals {
  readonly spans: ReadonlyMap<Span, Span>;
  readonly atoms: ReadonlySet<number>;
  /** Negations that refuse plain words and nothing else, with those words: "ohne Koffein". */
  readonly plain: ReadonlyMap<Span, readonly number[]>;
}

/**
 * What a message refuses. The scope of a negation runs over what is joined by coordinators ("no red, blue or green") to
 * a contrast ("but"), a sign, a price or another phrase. A negation with nothing but function words behind it refuses the value right
 * before it ("rot nicht"); a price right behind it is meant the other way round ("nothing that goes over 50"). A kind of thing is refused only when nothing else is: "no red scarf" refuses the colour.
 */
export function markRefused(atoms: readonly Atom[], spans: readonly Span[], grammar: Grammar): Refusals {
  const refused = new Map<Span, Span>();
  const words = new Set<number>();
  const plain = new Map<Span, readonly number[]>();
  const starting = new Map(spans.map((span) => [span.from, span]));
  for (const negation of spans.filter(refuses)) {
    const scope = readScope(atoms, starting, negation.to, grammar);
    const before = spans.find(({ to }) => to === negation.from);
    const isTrailing = negation.meaning.kind === 'negation' && negation.meaning.trailing === true;
    const isFollowed = scope.words.some((at) => isContent(atoms[at], grammar));
    const looksBack = isTrailing || (scope.spans.length === 0 && !isFollowed);
    const isJoined = negation.meaning.kind === 'negation' && negation.meaning.joined === true;
    const behind =
      before === undefined ? [] : isJoined ? joinedBefore(before, spans, atoms, grammar) : [before];
    const found = looksBack && before !== undefined && isRefusable(before) ? behind : scope.spans;
    const hasValue = found.some((span) => !namesOnlyType(span));
    for (const span of found) if (!hasValue || !namesOnlyType(span)) refused.set(span, negation);
    for (const at of scope.words) words.add(at);
    if (found.length === 0 && isFollowed)
      plain.set(
        negation,
        scope.words.filter((at) => isContent(atoms[at], grammar)),
      );
  }
  return { spans: refused, atoms: words, plain };
}

/** A span and those that coordinators join to it, backwards: "赤と青" of "赤と青以外". */
function joinedBefore(
  last: Span,
  spans: readonly Span[],
  atoms: readonly Atom[],
  grammar: Grammar,
): readonly Span[] {
  const isJoint = grammar.coordinators.includes(atoms[last.from - 1]?.normal ?? '');
  const previous = isJoint ? spans.find(({ to }) => to === last.from - 1) : undefined;
  return previous === undefined || !isRefusable(previous)
    ? [last]
    : [...joinedBefore(previous, spans, atoms, grammar), last];
}

/** "Dress without sleeves" refuses sleeves, which the shop may not know, and no dress; "rot nicht so" refuses red. */
const isContent = (atom: Atom | undefined, grammar: Grammar): boolean =>
  atom?.kind === 'word' && !isFunctionWord(atom, grammar);

function readScope(
  atoms: readonly Atom[],
  starting: ReadonlyMap<number, Span>,
  start: number,
  grammar: Grammar,
): { readonly spans: readonly Span[]; readonly words: readonly number[] } {
  const spans: Span[] = [];
  let words: number[] = [];
  let pending: number[] = [];
  for (let at = start; at < atoms.length; ) {
    const span = starting.get(at);
    const word = atoms[at]?.normal ?? '';
    if (span !== undefined && isRefusable(span)) {
      spans.push(span);
      words = [...words, ...pending];
      pending = [];
    } else if (span !== undefined && BOUNDS.has(span.meaning.kind) && spans.length === 0) {
      spans.push(span);
      break;
    } else if ((span !== undefined && !isTransparent(span)) || grammar.contrasts.includes(word)) break;
    else if (atoms[at]?.kind === 'sign') {
      if (word !== ',' || !continuesList(starting, at + 1, atoms, grammar)) break;
    } else if (!grammar.coordinators.includes(word)) {
      pending.push(at);
      if (pending.length > LONGEST_GAP) break;
    }
    at = span?.to ?? at + 1;
  }
  return { spans, words: spans.length === 0 ? pending : words };
}

/** After a comma the refusal goes on when values follow up to a coordinator: "red, blue or green". */
function continuesList(
  starting: ReadonlyMap<number, Span>,
  start: number,
  atoms: readonly Atom[],
  grammar: Grammar,
): boolean {
  let span = starting.get(start);
  while (span !== undefined && isRefusable(span)) {
    const next = atoms[span.to]?.normal ?? '';
    const following = starting.get(span.to + 1);
    if (grammar.coordinators.includes(next)) return following !== undefined && isRefusable(following);
    if (next !== ',') return false;
    span = following;
  }
  return false;
}
