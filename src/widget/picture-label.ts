/// <reference types="vite/client" />
import en from './picture-words/picture-en.json' with { type: 'json' };
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';

type PictureLabel = keyof typeof en;
export type PictureWords = Translate<PictureLabel>;

/** Files of their own names: those of the panel are called after the language alone. */
const FILES = import.meta.glob<Labels<PictureLabel>>(
  ['./picture-words/*.json', '!./picture-words/picture-en.json'],
  { import: 'default' },
);

/** @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English. */
export async function loadPictureWords(locale: string): Promise<PictureWords> {
  const language = languageOf(locale);
  const words = await FILES[`./picture-words/picture-${language}.json`]?.().catch(() => undefined);
  return createTranslate<PictureLabel>({ en, ...(words !== undefined && { [language]: words }) }, locale);
}
