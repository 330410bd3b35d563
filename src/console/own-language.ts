import { readerLocale } from './reader-locale.ts';

/** What the person at the desk reads, as their browser says (ISO 639). */
export const ownLanguage = (): string => new Intl.Locale(readerLocale()).language;

/** "German", in the language of the reader; what it is written as where it is no language. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(readerLocale(), { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
