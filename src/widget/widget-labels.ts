/// <reference types="vite/client" />
import en from './messages/en.json' with { type: 'json' };
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';

export type WidgetLabel = keyof typeof en;
export type Label = Translate<WidgetLabel>;

/** Each language is a file of its own: a shopper loads one. */
const FILES = import.meta.glob<Labels<WidgetLabel>>(['./messages/*.json', '!./messages/en.json'], {
  import: 'default',
});

/** @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English. */
export async function loadLabel(locale: string): Promise<Label> {
  const language = languageOf(locale);
  const labels = await FILES[`./messages/${language}.json`]?.().catch(() => undefined);
  return createTranslate<WidgetLabel>({ en, ...(labels !== undefined && { [language]: labels }) }, locale);
}

export const hasLabel = (key: string): key is WidgetLabel => Object.hasOwn(en, key);
