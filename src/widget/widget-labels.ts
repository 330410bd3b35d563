/// <reference types="vite/client" />
import type en from './messages/en.json';
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';

export type WidgetLabel = keyof typeof en;
export type Label = Translate<WidgetLabel>;

/** Each language is a file of its own: a shopper loads one. */
const FILES = import.meta.glob<Labels<WidgetLabel>>(['./messages/*.json', '!./messages/en.json'], {
  import: 'default',
});

const english = async (): Promise<Labels<WidgetLabel>> => (await import('./messages/en.json')).default;

/**
 * @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English.
 * @returns Rejected when English cannot be loaded either.
 */
export async function loadLabel(locale: string): Promise<Label> {
  const load = async (language: string) => (await FILES[`./messages/${language}.json`]?.()) ?? english();
  const labels = await load(languageOf(locale)).catch(english);
  return createTranslate<WidgetLabel>({ en: labels }, locale);
}
