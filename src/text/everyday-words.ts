import { z } from 'zod';
import { splitWords } from './analyze.ts';
import { perLanguage } from './languages.ts';
import { readWordFiles } from './lexicon/word-files.ts';
import { LOCALE_SECTIONS, LOCALES } from './locale-files.ts';

/**
 * Words of talk in a shop in one language, normalised: all that its locale file and the lexicon are written in. Made when it is first asked
 * for, in some 50 ms.
 */
export const everydayWords = perLanguage((language): ReadonlySet<string> => {
  const texts = [
    ...LOCALE_SECTIONS.flatMap((section) => textsOf(LOCALES.section(language, section, z.unknown()))),
    ...textsOf(readWordFiles([language]).get(language)),
  ];
  return new Set(
    texts.flatMap((text) => splitWords(text, language, { keeps: false }).map(({ normal }) => normal)),
  );
});

/** Every string of a value, keys too. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [key, ...textsOf(held)]);
}
