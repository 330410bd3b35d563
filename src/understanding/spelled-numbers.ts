import { z } from 'zod';
import { normalise } from '../text/analyze.ts';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';

/** Amounts by number, as people write them out. */
const NumberSection = z
  .record(z.string().regex(/^\d+$/), Phrases)
  .transform(
    (numbers) =>
      new Map(
        Object.entries(numbers).flatMap(([number, words]) =>
          words.map((word) => [normalise(word), Number(number)] as const),
        ),
      ),
  );

const numbersOf = perLanguage((language) => LOCALES.section(language, 'numbers', NumberSection));

/** The number a word spells ("thirty"), normalised; undefined for every other word. */
export function spelledNumber(word: string, language: SpokenLanguage): number | undefined {
  return numbersOf(language).get(word);
}
