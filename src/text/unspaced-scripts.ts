import { normalise } from './normalise.ts';

/** Letters of scripts that are written without spaces between words: Japanese, Chinese, Thai, Lao, Khmer, Burmese. */
export const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}`;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const STRETCH = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');

/** A piece of a text, with its UTF-16 offset in it. */
export interface Stretch {
  readonly raw: string;
  readonly offset: number;
  /** Whether it is written without spaces. */
  readonly isUnspaced: boolean;
}

export const hasUnspacedScript = (text: string): boolean => HAS_UNSPACED.test(text);

/** Cuts a text where an unspaced script meets another one: "USB-Cケーブル" is "USB-C" and "ケーブル". */
export function splitScripts(text: string): Stretch[] {
  return [...text.matchAll(STRETCH)].map(({ 0: raw, index }) => ({
    raw,
    offset: index,
    isUnspaced: HAS_UNSPACED.test(raw),
  }));
}

/** ICU chooses its dictionary by script, not by this locale: every unspaced script is read alike whatever a shop calls its texts. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a stretch without spaces, in order, by the dictionaries of ICU. Cost: some 0.5 µs a character. */
export function segmentWords(stretch: string): Stretch[] {
  return Array.from(segmenter.segment(stretch))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment, index }) => ({ raw: segment, offset: index, isUnspaced: true }));
}

const CHARACTER = /\P{M}\p{M}*/gu;

/** The characters of a stretch without spaces, each with the marks on it; undefined for another script. */
export function splitCharacters(stretch: string): Stretch[] | undefined {
  if (!HAS_UNSPACED.test(stretch)) return undefined;
  return [...stretch.matchAll(CHARACTER)].map(({ 0: raw, index }) => ({
    raw,
    offset: index,
    isUnspaced: true,
  }));
}

const GRAM_RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]+/gu;
const HIRAGANA = /^\p{Script=Hiragana}+$/u;
const HAN = /\p{Script=Han}/u;

/**
 * Every two neighbouring characters of Japanese, Chinese and Korean words, and every Han character by itself: what is found where
 * a query and a text are cut into words at different places ("日傘" holds "傘"). Two hiragana are left out: they are endings.
 *
 * @returns Normalised, in order, repetitions kept; empty for texts of other scripts. A run of one character is its own gram.
 */
export function characterPairs(text: string): string[] {
  if (!GRAM_LETTER.test(text)) return [];
  return [...normalise(text).matchAll(GRAM_RUN)].flatMap(([run]) => pairsOf([...run]));
}

const GRAM_LETTER = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u;

function pairsOf(letters: readonly string[]): string[] {
  if (letters.length === 1) return [...letters];
  return letters
    .map((letter, at) => letter + (letters[at + 1] ?? ''))
    .filter((pair, at) => at + 1 < letters.length && !HIRAGANA.test(pair));
}

/** Han characters of a text, one by one, in order: a word of a single one is found within longer words. */
export function singleIdeographs(text: string): string[] {
  return HAN.test(text) ? [...text].filter((letter) => HAN.test(letter)) : [];
}
