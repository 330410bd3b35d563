import type { Grammar } from './grammar/index.ts';
import { PART_SIGNS } from './pattern.ts';
import type { Atom } from './read-atoms.ts';
import { isFiller, type Span } from './span.ts';

/** What may be a wish rather than a limit. */
const TELLING: ReadonlySet<string> = new Set([
  'concepts',
  'values',
  'size',
  'brand',
  'price',
  'amount',
  'amounts',
]);

const tells = ({ meaning }: Span): boolean => TELLING.has(meaning.kind);

const isLoose = ({ meaning }: Span): boolean => meaning.kind === 'cue' && meaning.cue === 'if-possible';

/**
 * What is said to be a wish and no limit: what "preferably" and its like stand beside. At the end of a part it is what stands
 * before ("under 50 if possible"), elsewhere what follows ("preferably blue, under 50"), with all that is joined to it.
 */
export function markLoose(
  atoms: readonly Atom[],
  spans: readonly Span[],
  grammar: Grammar,
): ReadonlySet<Span> {
  const marked = spans.filter(isLoose).flatMap((mark) => {
    const before = spans.filter((span) => tells(span) && span.to <= mark.from).toReversed();
    const after = spans.filter((span) => tells(span) && span.from >= mark.to);
    const ends = mark.to >= atoms.length || PART_SIGNS.has(atoms[mark.to]?.normal ?? '');
    return chainOf(mark, ends && before.length > 0 ? before : after, atoms, spans, grammar);
  });
  return new Set(marked);
}

/** Those next to the mark, one after the other, as far as nothing but joining words and fillers parts them. */
function chainOf(
  mark: Span,
  candidates: readonly Span[],
  atoms: readonly Atom[],
  spans: readonly Span[],
  grammar: Grammar,
): readonly Span[] {
  const chain: Span[] = [];
  let last = mark;
  for (const span of candidates) {
    const [from, to] = span.from >= last.to ? [last.to, span.from] : [span.to, last.from];
    const between = atoms.slice(from, to);
    if (between.some(({ normal }) => PART_SIGNS.has(normal))) break;
    const isJoined = between.some(({ normal }) => grammar.coordinators.includes(normal));
    if (chain.length > 0 && !isJoined) break;
    if (spans.some((other) => other.from >= from && other.to <= to && !isFiller(other))) break;
    chain.push(span);
    last = span;
  }
  return chain;
}
