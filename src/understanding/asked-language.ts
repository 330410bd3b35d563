import { z } from 'zod';
import { normalise } from '../text/analyze.ts';
import { isSpoken, SPOKEN_LANGUAGES, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';
import type { Message } from './message.ts';

/** The language a message asks to be answered in: "in German please", "auf Deutsch". */
export function askedLanguage({
  atoms,
  spans,
}: Pick<Message, 'atoms' | 'spans'>): SpokenLanguage | undefined {
  const asked = spans.findLast(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'language');
  if (asked === undefined) return undefined;
  const named = atoms.slice(asked.from, asked.to).map(({ normal }) => languageCalled(normal));
  return named.find((language) => language !== undefined && isSpoken(language));
}

let names: ReadonlyMap<string, string> | undefined;

/** Names of languages in each of the spoken ones. */
function languageCalled(word: string): string | undefined {
  names ??= new Map(
    SPOKEN_LANGUAGES.flatMap((language) =>
      Object.entries(LOCALES.section(language, 'language-names', z.record(z.string(), Phrases))).flatMap(
        ([named, words]) => words.map((word) => [normalise(word), named] as const),
      ),
    ),
  );
  return names.get(word);
}
