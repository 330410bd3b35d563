import type { Language } from '../domain/locale.ts';

/** The languages the assistant speaks: it parses messages in them and answers in them. Texts are read in many more. */
export const SPOKEN_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

export const isSpoken = (language: Language): language is SpokenLanguage =>
  SPOKEN_LANGUAGES.some((spoken) => spoken === language);
