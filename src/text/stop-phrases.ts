import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords, type Token } from './analyze.ts';

/** Neighbouring stop words as one term: all there is to ask for in "The Who". */
export interface StopPhrase {
  readonly term: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** Runs of two and more stop words that blanks alone part, in order. */
export function findStopPhrases(text: string, language: Language): StopPhrase[] {
  const phrases: StopPhrase[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && first !== last)
      phrases.push({
        term: run.map(({ normal }) => normal).join(' '),
        start: first.start,
        end: last.end,
      });
    run = [];
  };
  for (const token of splitWords(text, language)) {
    const before = run.at(-1);
    if (before !== undefined && text.slice(before.end, token.start) !== ' ') close();
    if (isStopWord(token, language)) run.push(token);
    else close();
  }
  close();
  return phrases;
}
