import type { Language } from '../domain/locale.ts';
import { isStopWord, tokenize } from '../text/analyze.ts';
import { findMeasures, measureTerms } from '../text/measures.ts';

/** Stands between words of a title that do not belong together. */
const BREAK = '';
/** Marks that end a thought; a hyphen only with blanks around it. */
const MARK = /[,;:()[\]/|–—•]|\s-\s/;

/**
 * Terms of a title in order, for telling where words match: quantities under one name in their place, and an empty term
 * where a mark or a stop word parts it ("Fan | in | White"), so that the words before the first break name the thing.
 *
 * @returns No two breaks in a row, none at either end.
 */
export function readTitle(text: string, language: Language): string[] {
  const measures = findMeasures(text, language);
  const terms: string[] = [];
  let readTo = 0;
  let isBroken = false;
  let next = 0;
  const place = (start: number, end: number, placed: readonly string[]) => {
    if (terms.length > 0 && (isBroken || MARK.test(text.slice(readTo, start)))) terms.push(BREAK);
    terms.push(...placed);
    isBroken = false;
    readTo = Math.max(readTo, end);
  };
  for (const token of tokenize(text, language)) {
    for (let measure = measures[next]; measure !== undefined && measure.start <= token.start; ) {
      place(measure.start, measure.end, measureTerms(measure));
      next += 1;
      measure = measures[next];
    }
    const last = measures[next - 1];
    if (last !== undefined && token.start < last.end) continue;
    if (isStopWord(token, language)) isBroken = true;
    else place(token.start, token.end, [token.stem]);
  }
  return terms;
}
