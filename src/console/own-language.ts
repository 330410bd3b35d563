/** What the person at the desk reads, as their browser says (ISO 639). */
export const ownLanguage = (): string => new Intl.Locale(navigator.language).language;

/** "German", in the language of the browser. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames(undefined, { type: 'language' }).of(language) ?? language;
