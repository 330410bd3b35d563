import type { Language } from '../domain/locale.ts';
import { isSpoken, LANGUAGES } from './languages.ts';

/** A word of a text. */
export interface Token {
  /** As written. */
  readonly raw: string;
  /** NFKC, lower case, diacritics removed: "Größe" becomes "grosse". */
  readonly normal: string;
  /** Snowball stem of the lower-case word, then without diacritics. Words with digits are their own stem. */
  readonly stem: string;
  /** UTF-16 offsets in the analysed text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;
const MARKS = /\p{M}+/gu;

/** NFKC, lower case, without diacritics; ß is ss. Total and idempotent. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC');
}

const stems = new Map<string, string>();
const STEM_CACHE_LIMIT = 200_000;

/** @param language Unknown languages are not stemmed. */
export function stemWord(word: string, language: Language): string {
  const key = `${language} ${word}`;
  const known = stems.get(key);
  if (known !== undefined) return known;
  const lower = word.normalize('NFKC').toLowerCase();
  const stem =
    isSpoken(language) && !/\d/.test(lower) ? normalise(LANGUAGES[language].stem(lower)) : normalise(lower);
  if (stems.size >= STEM_CACHE_LIMIT) stems.clear();
  stems.set(key, stem);
  return stem;
}

/** Splits a text into words, in order. Hyphenated words are kept whole and their parts follow as tokens of their own. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push(toToken(match[0], match.index, language));
    if (!/[-’']/.test(match[0])) continue;
    for (const part of match[0].matchAll(/[\p{L}\p{N}]+/gu)) {
      if (part[0].length > 1) tokens.push(toToken(part[0], match.index + part.index, language));
    }
  }
  return tokens;
}

function toToken(raw: string, start: number, language: Language): Token {
  return { raw, normal: normalise(raw), stem: stemWord(raw, language), start, end: start + raw.length };
}

export function isStopWord(token: Token, language: Language): boolean {
  return (
    isSpoken(language) &&
    (LANGUAGES[language].stopWords.has(token.raw.toLowerCase()) ||
      LANGUAGES[language].stopWords.has(token.normal))
  );
}

/** Index and query terms of a text: stems in order, repetitions kept, stop words left out. */
export function analyzeTerms(text: string, language: Language): string[] {
  return tokenize(text, language).flatMap((token) => (isStopWord(token, language) ? [] : [token.stem]));
}
