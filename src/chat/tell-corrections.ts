import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';
import type { ReadCorrection } from '../retrieval/read-corrections.ts';
import { analyzeTerms, tokenize } from '../text/analyze.ts';

/**
 * Corrections that led somewhere: what is shown holds the words they were read as. A guess that found nothing is not
 * worth telling.
 *
 * @returns Those, each word with the letters of the shop: "Möbel", where it was looked for as "mobel".
 */
export function tellCorrections(
  corrections: readonly ReadCorrection[],
  shown: readonly Product[],
): readonly ReadCorrection[] {
  if (corrections.length === 0) return [];
  const languages = new Set(shown.flatMap(({ texts }) => Object.keys(texts)));
  const held = new Map([...languages].map((language) => [language, termsOf(shown, language)]));
  return corrections.flatMap(({ from, to }) => {
    const found = [...held].find(([language, terms]) =>
      analyzeTerms(to, language).every((term) => terms.has(term)),
    );
    return found === undefined ? [] : [{ from, to: inOwnLetters(to, shown, found[0]) }];
  });
}

const termsOf = (products: readonly Product[], language: Language): ReadonlySet<string> =>
  new Set(textsOf(products, language).flatMap((text) => analyzeTerms(text, language)));

const textsOf = (products: readonly Product[], language: Language): readonly string[] =>
  products.flatMap(({ texts, category, brand = '' }) => {
    const text = texts[language];
    if (text === undefined) return [];
    const labels = Object.values(text.attributes ?? {}).flat();
    return [text.title, text.description, brand, ...(text.category ?? category), ...labels];
  });

/** A word that the shop writes with other letters than those it is looked for by, whatever their case, is written as there. */
function inOwnLetters(words: string, products: readonly Product[], language: Language): string {
  const tokens = textsOf(products, language).flatMap((text) => tokenize(text, language));
  return words
    .split(' ')
    .map((word) => {
      const written = tokens.filter(({ normal }) => normal === word).map(({ raw }) => raw);
      return written.some((raw) => raw.toLowerCase() === word) ? word : (written[0] ?? word);
    })
    .join(' ');
}

/** A text as it was read. */
export const applyCorrections = (text: string, corrections: readonly ReadCorrection[]): string =>
  corrections.reduce((corrected, { from, to }) => corrected.replaceAll(from, () => to), text);
