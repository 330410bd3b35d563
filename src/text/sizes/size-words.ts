import { z } from 'zod';
import { perLanguage, SPOKEN_LANGUAGES } from '../languages.ts';
import { LOCALES } from '../locale-files.ts';
import { normalise } from '../normalise.ts';
import { Phrases } from '../phrases.ts';

const WordTable = z.record(z.string(), Phrases);

/** What a language calls sizes: section `size-words` of its locale file. */
const SizeWordsSection = z.strictObject({
  /** By letter size: "medium" is M. */
  letters: WordTable,
  /** By the letter of a length: "regular" is R. */
  fits: WordTable,
  waist: Phrases,
  /** The inner length of trousers. */
  leg: Phrases,
  years: Phrases,
  months: Phrases,
  /** "And a half", behind a number. */
  half: Phrases,
  /** Before the lower end of a range; may be left out. */
  from: Phrases,
  /** Between both ends. */
  to: Phrases,
  /** By system: "British" is UK. */
  systems: WordTable,
});

/** Normalised words and names, none twice. */
export type SizeWords = z.infer<typeof SizeWordsSection>;

/**
 * The words of a language.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when its locale file is not as it should be.
 */
export const sizeWordsOf = perLanguage(
  (language): SizeWords => joinWords([LOCALES.section(language, 'size-words', SizeWordsSection)]),
);

/** The words of all languages: by them a shop's own values are read. */
export const allSizeWords = (): SizeWords => joinWords(SPOKEN_LANGUAGES.map(sizeWordsOf));

const joinWords = (all: readonly SizeWords[]): SizeWords => ({
  letters: joinTables(all.map(({ letters }) => letters)),
  fits: joinTables(all.map(({ fits }) => fits)),
  systems: joinTables(all.map(({ systems }) => systems)),
  waist: joinLists(all.map(({ waist }) => waist)),
  leg: joinLists(all.map(({ leg }) => leg)),
  years: joinLists(all.map(({ years }) => years)),
  months: joinLists(all.map(({ months }) => months)),
  half: joinLists(all.map(({ half }) => half)),
  from: joinLists(all.map(({ from }) => from)),
  to: joinLists(all.map(({ to }) => to)),
});

const joinLists = (lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(lists.flat().map((word) => normalise(word))),
];

function joinTables(tables: readonly SizeWords['letters'][]): SizeWords['letters'] {
  const entries = tables.flatMap((table) => Object.entries(table));
  const byName = Map.groupBy(entries, ([name]) => name.toLowerCase());
  return Object.fromEntries(
    [...byName].map(([name, all]) => [name, joinLists(all.map(([, words]) => words))]),
  );
}
