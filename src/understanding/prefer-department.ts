import type { Grammar } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Atom } from './read-atoms.ts';
import { isFiller, type Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Who wants to see something and names nothing but a department of the shop wants this department, whatever room, occasion or quality
 * its name may be elsewhere: "Kitchen" in "show me Kitchen", not in "a lamp for the kitchen".
 *
 * @param spans The reading of the message, in order.
 * @returns The same reading when it names more, or something of which the shop knows what it is.
 */
export function preferDepartment(
  spans: readonly Span[],
  { text, atoms }: { readonly text: string; readonly atoms: readonly Atom[] },
  grammar: Grammar,
  vocabulary: Vocabulary,
): readonly Span[] {
  const talk = spans.filter((span) => isFiller(span) || isCueToFind(span));
  const isTalk = (at: number) => talk.some((span) => span.from <= at && at < span.to);
  const isNamed = atoms.map(
    (atom, at) => atom.kind !== 'sign' && !isFunctionWord(atom, grammar) && !isTalk(at),
  );
  const [from, to] = [isNamed.indexOf(true), isNamed.lastIndexOf(true) + 1];
  const [first, last] = [atoms[from], atoms[to - 1]];
  if (first === undefined || last === undefined) return spans;
  const type = vocabulary.shopType(text.slice(first.start, last.end));
  const others = spans.filter((span) => !talk.includes(span));
  const areWithin = others.every((span) => from <= span.from && span.to <= to);
  // "Something for the kitchen": what a thing is for, or from.
  const before = atoms.slice(0, from);
  const link = before.slice(before.findLastIndex((atom) => !isFunctionWord(atom, grammar)) + 1);
  const isBehind = link.some(({ normal }) => grammar.prepositions.includes(normal));
  if (type === undefined || isBehind || !areWithin || others.some((span) => isHeld(span, vocabulary)))
    return spans;
  const department: Span = { from, to, meaning: { kind: 'shop-type', type }, bonus: 0 };
  const around = talk.filter((span) => span.to <= from || to <= span.from);
  return [...around, department].toSorted((left, right) => left.from - right.from);
}

const isCueToFind = ({ meaning }: Span): boolean => meaning.kind === 'cue' && meaning.cue === 'find';

/** A value of the shop, or a kind of thing that it has. */
const isHeld = ({ meaning }: Span, vocabulary: Vocabulary): boolean =>
  meaning.kind === 'values' ||
  (meaning.kind === 'concepts' &&
    meaning.concepts.some((concept) => concept.kind === 'type' && vocabulary.hasConcept(concept)));
