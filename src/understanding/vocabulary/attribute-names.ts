import { z } from 'zod';
import type { Language } from '../../domain/locale.ts';
import { normalise } from '../../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES, toSpoken } from '../../text/languages.ts';
import { LOCALES } from '../../text/locale-files.ts';
import { Phrases } from '../../text/phrases.ts';

/** What shoppers call the attributes: the label first, then other words for it. */
const namesOf = perLanguage(
  (language) =>
    new Map(Object.entries(LOCALES.section(language, 'attributes', z.record(z.string(), Phrases)))),
);

/** "color" is "Farbe" in German; a name we do not know is made readable: "screen-size" is "Screen size". */
export function attributeLabel(attribute: string, language: Language): string {
  const label = namesOf(toSpoken(language)).get(attribute)?.[0];
  if (label !== undefined) return label;
  const words = attribute.replaceAll(/[-_]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Every name of the attributes in a language, normalised, to the attribute; what the catalogue has comes first. */
export function attributesByName(
  attributes: Iterable<string>,
  language: Language,
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const name = (words: string, attribute: string) => {
    const key = normalise(words);
    if (!byName.has(key)) byName.set(key, attribute);
  };
  const own = new Set(attributes);
  for (const attribute of own) {
    const label = attributeLabel(attribute, language);
    if (!TOO_COMMON.has(normalise(label))) name(label, attribute);
  }
  for (const [attribute, known] of namesOf(toSpoken(language))) {
    if (PARTS_OF_NAMES.has(attribute) && !own.has(attribute)) continue;
    const labels = SPOKEN_LANGUAGES.flatMap((other) => namesOf(other).get(attribute)?.[0] ?? []);
    for (const words of [...known, ...labels]) {
      if (!TOO_COMMON.has(normalise(words))) name(words, attribute);
    }
  }
  return byName;
}

/** Attributes whose names are words of things where the shop has no such attribute: "memory foam", "storage box". */
const PARTS_OF_NAMES: ReadonlySet<string> = new Set(['memory', 'storage']);

/** Names that are ordinary words of a sentence. */
const TOO_COMMON: ReadonlySet<string> = new Set([
  'for',
  'fur',
  'pour',
  'para',
  'pack',
  'lot',
  'age',
  'theme',
  'thema',
  'tema',
  'art',
  'make',
  'cut',
  'alto',
  'largo',
  'fondo',
  'abrigo',
  'power',
]);
