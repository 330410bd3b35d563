import type { Language } from '../domain/locale.ts';
import { splitWords } from './analyze.ts';
import { stopWordsOf } from './language-analysis.ts';

/** Languages by the letters they are written in; the first where nothing else tells. */
const SCRIPTS: readonly (readonly [letters: RegExp, languages: readonly Language[]])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Han}/gu, ['zh', 'ja']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Lao}/gu, ['lo']],
  [/\p{Script=Khmer}/gu, ['km']],
  [/\p{Script=Myanmar}/gu, ['my']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Hebrew}/gu, ['he']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr', 'mk', 'kk']],
  [
    /\p{Script=Latin}/gu,
    ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'ro', 'hu', 'tr', 'id', 'lt'],
  ],
];

/** Least share of a script's letters, and of words that are a language's function words, to count. */
const LEAST_LETTERS = 0.3;
const LEAST_WORDS = 0.2;
/** The same where the function words of the expected language are not known. */
const LEAST_FOREIGN_WORDS = 0.35;
/** Letters that Ukrainian has and Russian has not; Kazakh has some of them. */
const UKRAINIAN = /[іїєґ]/iu;
/** How much better than the expected language another one must fit. */
const CLEARLY = 1.3;

/**
 * The language a text of some length is written in: by its letters, among languages with the same ones by its function words.
 *
 * @param usual Expected; kept when another one does not fit clearly better.
 * @returns Undefined when the text does not tell: too few function words of any language.
 */
export function guessLanguage(text: string, usual: Language): Language | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const candidates = SCRIPTS.find(
    ([pattern]) => (text.match(pattern)?.length ?? 0) > LEAST_LETTERS * letters,
  )?.[1];
  if (candidates === undefined) return undefined;
  const [first] = candidates;
  if (candidates.length === 1) return first;
  if (candidates.includes('uk') && UKRAINIAN.test(text))
    return candidates.includes(usual) && usual !== 'ru' ? usual : 'uk';
  const isLatin = first === 'en';
  const guess = byFunctionWords(text, [...new Set([...candidates, usual])], usual);
  if (guess !== undefined || isLatin) return guess;
  return candidates.includes(usual) ? usual : first;
}

/** A word of several languages counts as much less for each. */
function byFunctionWords(
  text: string,
  candidates: readonly Language[],
  usual: Language,
): Language | undefined {
  const words = splitWords(text, 'und').map(({ raw }) => raw.toLowerCase());
  const scores = new Map<Language, { weight: number; hits: number }>();
  for (const word of words) {
    const spoken = candidates.filter((language) => stopWordsOf(language).has(word));
    for (const language of spoken) {
      const score = scores.get(language) ?? { weight: 0, hits: 0 };
      score.weight += 1 / spoken.length;
      score.hits += 1;
      scores.set(language, score);
    }
  }
  const [best] = [...scores].sort((left, right) => right[1].weight - left[1].weight);
  const least = stopWordsOf(usual).size > 0 ? LEAST_WORDS : LEAST_FOREIGN_WORDS;
  if (best === undefined || best[1].hits < least * words.length) return undefined;
  const expected = scores.get(usual)?.weight ?? 0;
  return best[1].weight > CLEARLY * expected ? best[0] : usual;
}
