import type { Language } from '../../domain/locale.ts';
import { INDEX_FIELDS, type IndexFilter } from '../../ports/product-index.ts';
import { analyzeTerms, splitWords } from '../../text/analyze.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../../text/languages.ts';
import { findConcepts, formsOf } from '../../text/lexicon/index.ts';

/**
 * What texts must hold to mention words: each of them, itself or what the lexicon knows to mean the same in a language of
 * the catalogue.
 *
 * @param words Parted by spaces, in any language.
 */
export function mentionFilters(words: string, languages: Iterable<Language>): IndexFilter[] {
  const spoken = [...languages];
  return words.split(' ').flatMap((word): IndexFilter[] => {
    const alternatives = new Map<string, string[]>();
    const add = (text: string, language: Language) => {
      const terms = analyzeTerms(text, language);
      if (terms.length > 0) alternatives.set(terms.join(' '), terms);
    };
    for (const language of spoken) {
      add(word, language);
      for (const form of translationsOf(word, language)) add(form, language);
    }
    if (alternatives.size === 0) return [];
    return [{ kind: 'terms', fields: INDEX_FIELDS, anyOf: [...alternatives.values()] }];
  });
}

/** All that the lexicon calls so, in any language, as another language calls it. */
function translationsOf(word: string, language: Language): string[] {
  if (!isSpoken(language)) return [];
  return SPOKEN_LANGUAGES.flatMap((asked) =>
    findConcepts(splitWords(word, asked), asked).flatMap(({ concept }) => [...formsOf(concept, language)]),
  );
}
