import type { Language } from '../domain/locale.ts';
import { LOCALES } from './locale-files.ts';

/** One of {@link SPOKEN_LANGUAGES}. */
export type SpokenLanguage = Language;

/**
 * The languages the assistant speaks: those that have a locale file, English first. It parses messages in them and answers
 * in them. Texts are read in many more.
 */
export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = LOCALES.languages;

const SPOKEN: ReadonlySet<Language> = new Set(SPOKEN_LANGUAGES);

export const isSpoken = (language: Language): boolean => SPOKEN.has(language);

/** The language itself when it is spoken, else English. */
export const toSpoken = (language: Language): SpokenLanguage => (isSpoken(language) ? language : 'en');

/** Makes something once for each language, when it is first asked for. */
export function perLanguage<Value>(
  make: (language: SpokenLanguage) => Value,
): (language: SpokenLanguage) => Value {
  const made = new Map<SpokenLanguage, { readonly value: Value }>();
  return (language) => {
    const known = made.get(language) ?? { value: make(language) };
    made.set(language, known);
    return known.value;
  };
}
