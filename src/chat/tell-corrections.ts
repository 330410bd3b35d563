import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';
import type { ReadCorrection } from '../retrieval/read-corrections.ts';
import { analyzeTerms } from '../text/analyze.ts';

/**
 * Corrections that led somewhere: what is shown holds the words they were read as. A guess that found nothing is not
 * worth telling.
 */
export function tellCorrections(
  corrections: readonly ReadCorrection[],
  shown: readonly Product[],
): readonly ReadCorrection[] {
  if (corrections.length === 0) return [];
  const languages = new Set(shown.flatMap(({ texts }) => Object.keys(texts)));
  const held = new Map([...languages].map((language) => [language, termsOf(shown, language)]));
  return corrections.filter(({ to }) =>
    [...held].some(([language, terms]) => analyzeTerms(to, language).every((term) => terms.has(term))),
  );
}

function termsOf(products: readonly Product[], language: Language): ReadonlySet<string> {
  const words = products.flatMap(({ texts, category, brand = '' }) => {
    const text = texts[language];
    if (text === undefined) return [];
    const labels = Object.values(text.attributes ?? {}).flat();
    return [text.title, text.description, brand, ...(text.category ?? category), ...labels];
  });
  return new Set(words.flatMap((each) => analyzeTerms(each, language)));
}

/** A text as it was read. */
export const applyCorrections = (text: string, corrections: readonly ReadCorrection[]): string =>
  corrections.reduce((corrected, { from, to }) => corrected.replaceAll(from, () => to), text);
