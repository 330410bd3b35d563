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

/** Letters and digits; a dot or comma only between digits ("1.200,50"), hyphens and apostrophes between letters. */
const WORD =
  /(?:\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+)(?:['’-](?:\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+))*/gu;
const PART = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+/gu;
const JOINED = /['’-]/;
/** "l'écharpe", "d'hiver": the article is no part of the word. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/iu;
const POSSESSIVE = /['’]s$/iu;
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
/** Longer "words" are noise; Snowball's cost grows with the length. */
const LONGEST_STEMMED = 60;

/** @param language Unknown languages are not stemmed. */
export function stemWord(word: string, language: Language): string {
  if (word.length > LONGEST_STEMMED) return normalise(word);
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

/**
 * Splits a text into words, in order. Hyphenated words are kept whole and their parts follow as tokens of their own.
 * French elisions and the possessive 's are cut off: "l'écharpe" is "écharpe", "men's" is "men".
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const { word, start } = trimWord(match[0], match.index, language);
    if (word === '') continue;
    tokens.push(toToken(word, start, language));
    if (!JOINED.test(word)) continue;
    for (const part of word.matchAll(PART)) {
      if (part[0].length > 1) tokens.push(toToken(part[0], start + part.index, language));
    }
  }
  return tokens;
}

/** Splits a text into its smallest words, none overlapping: "t-shirt" is "t" and "shirt". */
export function splitWords(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const { word, start } = trimWord(match[0], match.index, language);
    for (const part of word.matchAll(PART)) tokens.push(toToken(part[0], start + part.index, language));
  }
  return tokens;
}

function trimWord(whole: string, at: number, language: Language): { word: string; start: number } {
  const elided = language === 'fr' ? (ELISION.exec(whole)?.[0].length ?? 0) : 0;
  return { word: whole.slice(elided).replace(POSSESSIVE, ''), start: at + elided };
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
