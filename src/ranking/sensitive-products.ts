import { categoryKeys } from '../domain/category.ts';
import type { Product } from '../domain/product.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { SENSITIVE_WORDS } from './sensitive-words.ts';

/** Whether naming a product as the cause of a suggestion could give away something of the person that it is about. */
export type IsSensitive = (product: Product) => boolean;

/**
 * A product is sensitive by its category or its name in any language that the shop tells them in, compared by whole words
 * and their inflections; by the shop's own word where a category is listed. When in doubt it is: the suggestion stays, only
 * its cause is not named.
 *
 * @param categories Keys as of `categoryKeys`; each holds for all below it.
 */
export function createSensitivity(categories: readonly string[]): IsSensitive {
  const listed = new Set(categories.flatMap((path) => categoryKeys(path.split('>')).slice(-1)));
  return (product) =>
    categoryKeys(product.category).some((key) => listed.has(key)) ||
    Object.entries(product.texts).some(([language, text]) => {
      const labels = text.category ?? (language === product.language ? product.category : []);
      return [text.title, ...labels].some((words) => saysSensitive(words, language));
    });
}

const phrasesByLanguage = new Map<string, readonly string[]>();

function saysSensitive(words: string, language: string): boolean {
  const phrases = phrasesByLanguage.get(language) ?? phrasesOf(language);
  phrasesByLanguage.set(language, phrases);
  const text = toPhrase(words, language);
  return phrases.some((phrase) => text.includes(phrase));
}

const phrasesOf = (language: string): readonly string[] =>
  (SENSITIVE_WORDS.get(language) ?? []).map((words) => toPhrase(words, language));

/** Stems between spaces, so that only whole words are found. */
const toPhrase = (words: string, language: string): string => ` ${analyzeTerms(words, language).join(' ')} `;
