import type { Language } from '../domain/locale.ts';
import { type Atom, isCharacter, joinCharacters } from './read-atoms.ts';
import type { Span } from './span.ts';

/** A word of a message with what explains it, if anything does. */
export interface Piece<Explained> {
  readonly atom: Atom;
  /** Index of its first atom. */
  readonly at: number;
  readonly explained?: Explained;
}

/**
 * The words of a message, in order. Characters of a script without spaces are put together: those of a span, and what is left
 * between spans, cut into words by a dictionary.
 */
export function joinPieces<Explained extends { readonly span: Span }>(
  atoms: readonly Atom[],
  described: readonly Explained[],
  language: Language,
): Piece<Explained>[] {
  const starting = new Map(described.map((entry) => [entry.span.from, entry]));
  const pieces: Piece<Explained>[] = [];
  for (let at = 0; at < atoms.length; ) {
    const explained = starting.get(at);
    const to = explained?.span.to ?? nextStart(starting, at + 1, atoms.length);
    const own = atoms.slice(at, to);
    if (explained === undefined) {
      for (const atom of joinCodes(joinCharacters(own, language)))
        pieces.push({ atom, at: at + own.findIndex(({ start }) => start === atom.start) });
    } else for (const { atom, offset } of wholeRun(own)) pieces.push({ atom, at: at + offset, explained });
    at = Math.max(to, at + 1);
  }
  return pieces;
}

/** What is written as one word and means nothing by itself is one: "650b", "700x40c", the code of a thing. */
function joinCodes(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const before = joined.at(-1);
    if (before === undefined || !endsInDigit(before, atom)) joined.push(atom);
    else joined[joined.length - 1] = toCode(before, atom);
  }
  return joined;
}

/** A number with letters right behind it, in a script that parts its words. */
export const endsInDigit = (before: Atom, next: Atom): boolean =>
  before.end === next.start && /\p{N}$/u.test(before.raw) && LETTER.test(next.raw);

const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

function toCode(before: Atom, next: Atom): Atom {
  const normal = before.normal + next.normal;
  return { ...before, kind: 'word', raw: before.raw + next.raw, normal, stem: normal, end: next.end };
}

function nextStart(starting: ReadonlyMap<number, unknown>, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (starting.has(at)) return at;
  return end;
}

/** A span of characters is one word, whatever a dictionary says. */
function wholeRun(atoms: readonly Atom[]): { readonly atom: Atom; readonly offset: number }[] {
  const [first, last] = [atoms[0], atoms.at(-1)];
  if (first === undefined || last === undefined || !atoms.every(isCharacter))
    return atoms.map((atom, offset) => ({ atom, offset }));
  const join = (part: 'raw' | 'normal') => atoms.map((atom) => atom[part]).join('');
  const normal = join('normal');
  return [{ atom: { ...first, raw: join('raw'), normal, stem: normal, end: last.end }, offset: 0 }];
}

/** Words as they are searched for: with a blank between them, but those of a script without spaces as they stood. */
export function writeWords(words: readonly Atom[]): string {
  return words.reduce((written, word, at) => {
    const before = words[at - 1];
    const isJoined =
      before === undefined || (before.end === word.start && !SPACED.test(before.raw + word.raw));
    return `${written}${isJoined ? '' : ' '}${word.raw}`;
  }, '');
}

/** Letters that are written with spaces between words. */
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
