import { perLanguage, type SpokenLanguage } from '../languages.ts';
import { normalise } from '../normalise.ts';
import { rangePattern, type SizePattern, sizeBeginning, sizePatterns } from './size-patterns.ts';
import { allSizeWords, type SizeWords, sizeWordsOf } from './size-words.ts';
import { plainNumber, plainSigns, type WrittenSize } from './written-size.ts';

/** A size in a text, end exclusive. */
export interface FoundSize {
  readonly from: number;
  readonly to: number;
  readonly size: WrittenSize;
}

interface SizeGrammar {
  readonly beginning: RegExp;
  readonly patterns: readonly SizePattern[];
}

const toGrammar = (words: SizeWords): SizeGrammar => ({
  beginning: sizeBeginning(words),
  patterns: sizePatterns(words),
});
const grammarOf = perLanguage((language): SizeGrammar => toGrammar(sizeWordsOf(language)));

let grammarOfAll: SizeGrammar | undefined;

/** How sizes are compared: signs and letters in one spelling. Its places are not those of the text. */
export const sizeLine = (text: string): string => normalise(plainSigns(text));

/**
 * The size that begins at a place of a line, the longest reading first; whether the writer meant a size, the line cannot say.
 *
 * @param line As {@link sizeLine} makes it.
 */
export const sizesAt = (line: string, from: number, language: SpokenLanguage): readonly FoundSize[] =>
  readAll(line, from, grammarOf(language));

function readAll(line: string, from: number, { beginning, patterns }: SizeGrammar): readonly FoundSize[] {
  beginning.lastIndex = from;
  if (!beginning.test(line)) return [];
  const found = patterns.flatMap(({ pattern, read }): FoundSize[] => {
    pattern.lastIndex = from;
    const match = pattern.exec(line);
    return match === null ? [] : [{ from, to: from + match[0].length, size: read(match.groups ?? {}) }];
  });
  return found.sort((left, right) => right.to - left.to);
}

/** Both ends of a range of sizes, and how they are joined: "between 40 and 42". */
export interface SizeRange {
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** Whether a word before the lower end says that a range follows. */
  readonly isOpened: boolean;
  /** Normalised: "to". */
  readonly joint: string;
}

const rangeOf = perLanguage((language): RegExp => rangePattern(sizeWordsOf(language)));

/** The range of numbers that begins at a place of a line; undefined where none does or it ends before it begins. */
export function sizeRangeAt(line: string, from: number, language: SpokenLanguage): SizeRange | undefined {
  const pattern = rangeOf(language);
  pattern.lastIndex = from;
  const match = pattern.exec(line);
  const { low = '', high = '', opening, joint = '' } = match?.groups ?? {};
  const ends = { low: Number(plainNumber(low)), high: Number(plainNumber(high)) };
  if (match === null || ends.low >= ends.high) return undefined;
  return { to: from + match[0].length, ...ends, isOpened: opening !== undefined, joint };
}

/**
 * The sizes and measures of the body that a text may tell, in order, none overlapping: every number could be one.
 *
 * @param language Whose words for sizes count; codes ("XL", "EU 42") are the same everywhere.
 */
export function readSizes(text: string, language: SpokenLanguage): readonly WrittenSize[] {
  const line = sizeLine(text);
  const sizes: WrittenSize[] = [];
  for (let at = 0; at < line.length; ) {
    const [found] = isStart(line, at) ? sizesAt(line, at, language) : [];
    if (found !== undefined) sizes.push(found.size);
    at = found?.to ?? at + 1;
  }
  return sizes;
}

const WRITTEN = /[\p{Script=Latin}\p{N}]/u;

/** Not within a word or a number. */
const isStart = (line: string, at: number): boolean =>
  WRITTEN.test(line[at] ?? '') === false || !WRITTEN.test(line[at - 1] ?? '');

/** Between the parts of one value: "38 (M)", "EU 38 / UK 10", "EU 42 UK 8". */
const BETWEEN = /[\s/|,;:()[\]=-]*/uy;
/** Values of more letters are texts. */
const LONGEST_VALUE = 60;

/** Sizes are few and asked for with every product. */
const remembered = new Map<string, WrittenSize | undefined>();
const MOST_REMEMBERED = 20_000;

/**
 * A value of a catalogue that is a size and nothing else, in the words of any language; undefined for other values.
 *
 * Cost: some 0.1 ms, nothing for values read before.
 */
export function readShopSize(value: string): WrittenSize | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  if (remembered.has(value)) return remembered.get(value);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const size = readWhole(value);
  remembered.set(value, size);
  return size;
}

function readWhole(value: string): WrittenSize | undefined {
  grammarOfAll ??= toGrammar(allSizeWords());
  const line = sizeLine(value).trim();
  const parts: WrittenSize[] = [];
  for (let at = 0; at < line.length; ) {
    const [found] = readAll(line, at, grammarOfAll);
    if (found === undefined) return undefined;
    parts.push(found.size);
    BETWEEN.lastIndex = found.to;
    at = found.to + (BETWEEN.exec(line)?.[0].length ?? 0);
  }
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  const names = parts.flatMap(({ names }) => names);
  const whole = parts.map(({ whole }) => whole).sort(lettersLast);
  return { names, whole: whole.join('/') };
}

/** Numbers keep their order: "32/34" is not "34/32". */
const lettersLast = (left: string, right: string): number =>
  Number(!/\d/.test(left)) - Number(!/\d/.test(right));
