/// <reference types="vite/client" />
import en from './shopping-words/shopping-en.json' with { type: 'json' };
import { createTranslate, type Labels, languageOf, type Translate } from './translate.ts';
import type { Label, WidgetLabel } from './widget-labels.ts';

type ShoppingWord = keyof typeof en;
type ShoppingWords = Translate<ShoppingWord>;
/** Words of the panel and those of things, baskets and orders, which come later. */
export type ShoppingLabel = Translate<WidgetLabel | ShoppingWord>;

/** Files of their own names: those of the panel are called after the language alone. */
const FILES = import.meta.glob<Labels<ShoppingWord>>(
  ['./shopping-words/*.json', '!./shopping-words/shopping-en.json'],
  { import: 'default' },
);

/** @param locale BCP 47; a language that is not spoken, and one that cannot be loaded, is English. */
export async function loadShoppingWords(locale: string): Promise<ShoppingWords> {
  const language = languageOf(locale);
  const words = await FILES[`./shopping-words/shopping-${language}.json`]?.().catch(() => undefined);
  return createTranslate<ShoppingWord>({ en, ...(words !== undefined && { [language]: words }) }, locale);
}

export const toShoppingLabel =
  (label: Label, words: ShoppingWords): ShoppingLabel =>
  (key, values) =>
    hasShoppingWord(key) ? words(key, values) : label(key, values);

export const hasShoppingWord = (key: string): key is ShoppingWord => Object.hasOwn(en, key);
