import { z } from 'zod';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { type Atom, readAtoms } from './read-atoms.ts';

interface Spelling {
  /** Normalised atoms as written: "w", "/", "o". */
  readonly written: readonly string[];
  readonly meant: readonly Atom[];
}

const SpellingSection = z.record(z.string().min(1), z.string()).nullable();

/** By the first atom, the longest first. */
const spellingsOf = perLanguage((language): ReadonlyMap<string, readonly Spelling[]> => {
  const section = LOCALES.section(language, 'spellings', SpellingSection) ?? {};
  const spellings = Object.entries(section).map(([written, meant]) => ({
    written: readAtoms(written, language).map(({ normal }) => normal),
    meant: readAtoms(meant, language),
  }));
  return Map.groupBy(
    spellings.sort((left, right) => right.written.length - left.written.length),
    ({ written }) => written[0] ?? '',
  );
});

/**
 * Shorthand and slang as what it means: "sth" is "something", "w/o" is "without". A single letter beside a number is left: "2 x 3".
 * What is meant stands where the shorthand stood, so that several atoms may share a place in the text.
 */
export function spellOut(atoms: readonly Atom[], language: SpokenLanguage): readonly Atom[] {
  const spellings = spellingsOf(language);
  if (spellings.size === 0) return atoms;
  const read: Atom[] = [];
  for (let at = 0; at < atoms.length; ) {
    const spelling = spellings.get(atoms[at]?.normal ?? '')?.find(({ written }) => isAt(written, atoms, at));
    const [first, last] = [atoms[at], atoms[at + (spelling?.written.length ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    if (spelling === undefined) read.push(first);
    else read.push(...spelling.meant.map((atom) => ({ ...atom, start: first.start, end: last.end })));
    at += spelling?.written.length ?? 1;
  }
  return read;
}

function isAt(written: readonly string[], atoms: readonly Atom[], at: number): boolean {
  if (!written.every((word, offset) => atoms[at + offset]?.normal === word)) return false;
  const isLetter = written.length === 1 && written[0]?.length === 1;
  const besides = [atoms[at - 1], atoms[at + 1]];
  return !isLetter || besides.every((beside) => beside?.kind !== 'number');
}
