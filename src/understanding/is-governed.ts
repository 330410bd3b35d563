import type { Grammar } from './grammar/index.ts';
import { type Atom, joinNormals } from './read-atoms.ts';
import { isFiller, type Span } from './span.ts';

/** Words between a preposition and the thing it governs: "for my new phone". */
const REACH = 3;

/** Whether a preposition of the message itself, or a postposition, governs a span; "looking for" is no such preposition. */
export function isGoverned(
  span: Span,
  spans: readonly Span[],
  atoms: readonly Atom[],
  grammar: Grammar,
): boolean {
  const behind = joinNormals(atoms.slice(span.to, span.to + REACH));
  if (grammar.postpositions.some((word) => behind.startsWith(word))) return true;
  for (let at = span.from - 1; at >= 0 && at >= span.from - REACH; at -= 1) {
    const atom = atoms[at];
    if (atom === undefined || atom.kind === 'sign' || grammar.coordinators.includes(atom.normal))
      return false;
    if (spans.some((other) => other.from <= at && at < other.to && endsPhrase(other))) return false;
    if (grammar.prepositions.includes(atom.normal)) return !spans.some((other) => isSpent(other, at));
  }
  return false;
}

/** "No more than 30 on a scarf": what the money is spent on is the thing that is wanted. */
const isSpent = ({ meaning, to }: Span, at: number): boolean => meaning.kind === 'price' && to === at;

const endsPhrase = (span: Span): boolean => {
  const { meaning } = span;
  return (
    (meaning.kind === 'cue' && !isFiller(span)) || meaning.kind === 'price' || meaning.kind === 'negation'
  );
};
