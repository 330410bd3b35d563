import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords, type Token, tokenize } from './analyze.ts';
import { readNegations } from './negations.ts';

/** The words of a query by what they ask for. */
export interface QueryWords {
  /** As {@link tokenize} gives them, without stop words; where there are none but stop words, these ("The Who"). */
  readonly wanted: readonly Token[];
  /** What is not to be there: "sleeves" of "dress without sleeves". None of them overlap. */
  readonly denied: readonly Token[];
}

/** @param others Languages that the query may be written in as well: what they deny is denied. */
export function readQueryWords(
  query: string,
  language: Language,
  others: readonly Language[] = [],
): QueryWords {
  const isTelling = (token: Token) => !isStopWord(token, language);
  const spans = deniedSpans(query, language, others);
  const tokens = tokenize(query, language).filter(
    (token) => !spans.some(({ start, end }) => token.start < end && start < token.end),
  );
  const wanted = tokens.filter(isTelling);
  return {
    wanted: wanted.length === 0 ? tokens : wanted,
    denied: spans.flatMap(({ words }) => words.filter(isTelling)),
  };
}

/** A query less what it says must not be there: "dress" of "dress without sleeves". */
export function withoutDenied(query: string, language: Language, others: readonly Language[] = []): string {
  let kept = '';
  let readTo = 0;
  for (const { start, end } of deniedSpans(query, language, others)) {
    kept += query.slice(readTo, start);
    readTo = end;
  }
  return (kept + query.slice(readTo)).trim();
}

interface DeniedSpan {
  readonly words: readonly Token[];
  /** UTF-16 offsets in the query, from the word of negation on. */
  readonly start: number;
  readonly end: number;
}

function deniedSpans(query: string, language: Language, others: readonly Language[]): DeniedSpan[] {
  const words = splitWords(query, language);
  const read = [language, ...others].map((each) => readNegations(words, each));
  const negations = read.find(({ length }) => length > 0) ?? [];
  return negations.map(({ at, from, to }) => ({
    words: words.slice(from, to),
    start: words[at]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  }));
}
