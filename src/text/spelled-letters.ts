import type { Language } from '../domain/locale.ts';
import { stemWord, type Token } from './analyze.ts';

interface Spelling {
  readonly letter: string;
  readonly spelled: string;
}

const GERMAN: readonly Spelling[] = [
  { letter: 'ä', spelled: 'ae' },
  { letter: 'ö', spelled: 'oe' },
  { letter: 'ü', spelled: 'ue' },
];
const DANISH: readonly Spelling[] = [
  { letter: 'ø', spelled: 'oe' },
  { letter: 'å', spelled: 'aa' },
];
const SWEDISH: readonly Spelling[] = [
  { letter: 'å', spelled: 'aa' },
  { letter: 'ä', spelled: 'ae' },
  { letter: 'ö', spelled: 'oe' },
];

/** How letters are spelled out where the keyboard lacks them. Typing the bare letter ("Kuchentisch") needs no entry. */
const SPELLINGS: ReadonlyMap<Language, readonly Spelling[]> = new Map([
  ['de', GERMAN],
  ['da', DANISH],
  ['nb', DANISH],
  ['nn', DANISH],
  ['no', DANISH],
  ['sv', SWEDISH],
  ['fi', SWEDISH],
]);

/** After a vowel or q the two letters are two: "neue", "sauer", "Quelle". */
const NOT_AFTER = '(?<![aeiouäöüq])';

/**
 * Stems of the other spelling of a word: of "Küchentisch" that of "Kuechentisch", and the other way round. None where the word has no such
 * letters; a wrong guess ("Aktüll" of "aktuell") is a word that no text has.
 */
export function spelledStems({ raw, stem }: Pick<Token, 'raw' | 'stem'>, language: Language): string[] {
  const spellings = SPELLINGS.get(language);
  if (spellings === undefined) return [];
  const lower = raw.normalize('NFC').toLowerCase();
  const spelledOut = spellings.reduce((word, { letter, spelled }) => word.replaceAll(letter, spelled), lower);
  const contracted = spellings.reduce(
    (word, { letter, spelled }) => word.replaceAll(new RegExp(NOT_AFTER + spelled, 'gu'), letter),
    lower,
  );
  return [...new Set([spelledOut, contracted])]
    .filter((word) => word !== lower)
    .map((word) => stemWord(word, language))
    .filter((other) => other !== stem);
}
