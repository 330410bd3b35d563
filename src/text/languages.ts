import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as frenchStopWords } from '@orama/stopwords/french';
import { stopwords as germanStopWords } from '@orama/stopwords/german';
import { stopwords as spanishStopWords } from '@orama/stopwords/spanish';
import type { Language } from '../domain/locale.ts';

export interface LanguageAnalysis {
  /** Snowball stemmer, on lower-case words with their diacritics. */
  readonly stem: (word: string) => string;
  readonly stopWords: ReadonlySet<string>;
}

/** The languages the assistant speaks, and how it reads each. */
export const LANGUAGES: Readonly<Record<'en' | 'de' | 'fr' | 'es', LanguageAnalysis>> = {
  en: { stem: english, stopWords: new Set([...englishStopWords, 'a', 'i']) },
  de: { stem: german, stopWords: new Set(germanStopWords) },
  fr: { stem: french, stopWords: new Set(frenchStopWords) },
  es: { stem: spanish, stopWords: new Set(spanishStopWords) },
};

export type SpokenLanguage = keyof typeof LANGUAGES;

export const SPOKEN_LANGUAGES = Object.keys(LANGUAGES) as readonly SpokenLanguage[];

export const isSpoken = (language: Language): language is SpokenLanguage =>
  Object.hasOwn(LANGUAGES, language);
