/// <reference types="vite/client" />
import en from './privacy-words/privacy-en.json' with { type: 'json' };
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';

type PrivacyLabel = keyof typeof en;
export type PrivacyWords = Translate<PrivacyLabel>;

/** Files of their own names: those of the panel are called after the language alone. */
const FILES = import.meta.glob<Labels<PrivacyLabel>>(
  ['./privacy-words/*.json', '!./privacy-words/privacy-en.json'],
  { import: 'default' },
);

/** @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English. */
export async function loadPrivacyWords(locale: string): Promise<PrivacyWords> {
  const language = languageOf(locale);
  const words = await FILES[`./privacy-words/privacy-${language}.json`]?.().catch(() => undefined);
  return createTranslate<PrivacyLabel>({ en, ...(words !== undefined && { [language]: words }) }, locale);
}
