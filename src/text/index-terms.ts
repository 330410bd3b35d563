import type { Language } from '../domain/locale.ts';
import { analyzeTerms, tokenize } from './analyze.ts';
import { findMeasures, measureTerms } from './measures.ts';
import { modelTerms } from './model-numbers.ts';
import { deniedTerms } from './negations.ts';
import { findStopPhrases } from './stop-phrases.ts';
import { characterPairs, singleIdeographs } from './unspaced-scripts.ts';

/**
 * All terms that a text is found by: its words, quantities in one unit of a kind, model numbers as one word, what it says is not there,
 * and, of Japanese, Chinese and Korean, pairs of characters. A query is read into the same terms.
 *
 * @returns Repetitions kept; the words come first, in order.
 */
export function indexTerms(text: string, language: Language): string[] {
  return [...analyzeTerms(text, language), ...specialTerms(text, language)];
}

/**
 * As {@link indexTerms}, of a name, where stop words may be all there is to ask for: two in a row are a term ("The Who T-shirt"), and
 * where there is nothing else each is ("It").
 */
export function nameTerms(name: string, language: Language): string[] {
  const words = analyzeTerms(name, language);
  const stopWords = words.length === 0 ? tokenize(name, language).map(({ stem }) => stem) : [];
  const phrases = findStopPhrases(name, language).map(({ term }) => term);
  return [...words, ...stopWords, ...phrases, ...specialTerms(name, language)];
}

function specialTerms(text: string, language: Language): string[] {
  const pairs = characterPairs(text);
  return [
    ...findMeasures(text, language).flatMap(measureTerms),
    ...modelTerms(text),
    ...deniedTerms(text, language),
    ...pairs,
    ...(pairs.length === 0 ? [] : singleIdeographs(text)),
  ];
}
