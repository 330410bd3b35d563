import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';
import { analyzeTerms, isStopWord, tokenize } from '../text/analyze.ts';

/** Words of the shopper, as said, that stand in the product's texts of that language. */
export function matchedWords(query: string, language: Language, product: Product): string[] {
  const text = product.texts[language];
  if (text === undefined || query === '') return [];
  const terms = new Set(analyzeTerms(`${text.title}\n${text.description}`, language));
  const said = tokenize(query, language).filter(
    (token) => !isStopWord(token, language) && terms.has(token.stem),
  );
  return [...new Set(said.map(({ raw }) => raw))];
}
