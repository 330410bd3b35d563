import { normalise } from './normalise.ts';

/** A model number as one word, however it was cut: "wh1000xm5" of "WH-1000XM5" and "wh 1000 xm5". */
export interface ModelNumber {
  readonly term: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** Letters and digits in two or more pieces, parted by a hyphen or blank; the letters first: a series, then its number. */
const PIECES =
  /(?<![\p{L}\p{N}])(?!x )(\p{L}{1,5})([ -])(\p{N}{1,6}\p{L}{0,4}\p{N}{0,4})(?:([ -])(\p{L}{1,4}\p{N}{1,4}))?(?![\p{L}\p{N}])/gu;
/** "M8 x 40": a thread and its length. */
const THREAD = /(?<![\p{L}\p{N}])(\p{L}{1,2}\p{N}{1,3})\s?[x×]\s?(\p{N}{1,4})(?![\p{L}\p{N}])/gu;
/** The letters that follow a number within a word: "XM5" of "1000XM5". */
const TAIL = /(?<=\p{N})\p{L}{1,4}\p{N}{1,4}(?![\p{L}\p{N}])/gu;

/**
 * Model numbers that are written in pieces, joined; in order of their kinds, not overlapping within one. Those written as one word
 * are words already. "Rug 8" gives a "rug8" that nobody asks for: that costs nothing.
 */
export function findModelNumbers(text: string): ModelNumber[] {
  const found: ModelNumber[] = [];
  for (const { 0: written, 1: series = '', 3: number = '', 5: tail, index } of text.matchAll(PIECES)) {
    const end = index + written.length;
    const short = series + number;
    found.push({
      term: normalise(short),
      start: index,
      end: tail === undefined ? end : index + short.length + 1,
    });
    if (tail !== undefined) found.push({ term: normalise(short + tail), start: index, end });
  }
  for (const { 0: written, 1: thread, 2: length, index } of text.matchAll(THREAD))
    found.push({ term: normalise(`${thread}x${length}`), start: index, end: index + written.length });
  return found;
}

/** What a text is also found by: its model numbers as one word, and their ends ("xm5"). */
export function modelTerms(text: string): string[] {
  return [
    ...findModelNumbers(text).map(({ term }) => term),
    ...(text.match(TAIL) ?? []).map((tail) => normalise(tail)),
  ];
}
