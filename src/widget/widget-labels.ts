/// <reference types="vite/client" />
import type later from './later-words/later-en.json';
import type first from './messages/en.json';
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';

export type LaterWord = keyof typeof later;
export type WidgetLabel = keyof typeof first | LaterWord;
export type Label = Translate<WidgetLabel>;
type FirstLabels = Labels<keyof typeof first>;
/** Adds the words of later parts. @param locale BCP 47. */
type LoadLater = (locale: string) => Promise<Labels<LaterWord>>;

/** Each language is a file of its own: a shopper loads one. */
const FILES = import.meta.glob<FirstLabels>(['./messages/*.json', '!./messages/en.json'], {
  import: 'default',
});

const english = async (): Promise<FirstLabels> => (await import('./messages/en.json')).default;

/** What is spoken in this panel, by locale: the first words, and the later ones once they are wanted. */
const spoken = new Map<string, Partial<Labels<WidgetLabel>>>();
let loadLater: LoadLater | undefined;

/**
 * @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English.
 * @returns Rejected when English cannot be loaded either.
 */
export async function loadLabel(locale: string): Promise<Label> {
  const load = async (language: string) => (await FILES[`./messages/${language}.json`]?.()) ?? english();
  const first = await load(languageOf(locale)).catch(english);
  const labels = Object.assign(spoken.get(locale) ?? {}, first, await loadLater?.(locale));
  spoken.set(locale, labels);
  return createTranslate({ en: labels as Labels<WidgetLabel> }, locale);
}

/** From now on the words of later parts are spoken too. */
export async function speakAlso(load: LoadLater): Promise<void> {
  loadLater = load;
  await Promise.all([...spoken].map(async ([locale, labels]) => Object.assign(labels, await load(locale))));
}
