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
  const words = splitWords(query, language);
  const read = [language, ...others].map((each) => readNegations(words, each));
  const negations = (read.find(({ length }) => length > 0) ?? []).map(({ at, from, to }) => ({
    words: words.slice(from, to),
    start: words[at]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  }));
  const isTelling = (token: Token) => !isStopWord(token, language);
  const tokens = tokenize(query, language).filter(
    (token) => !negations.some(({ start, end }) => token.start < end && start < token.end),
  );
  const wanted = tokens.filter(isTelling);
  return {
    wanted: wanted.length === 0 ? tokens : wanted,
    denied: negations.flatMap((negation) => negation.words.filter(isTelling)),
  };
}
