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
/** Printable ASCII: nothing to decompose. */
const ASCII = /^[ -~]*$/;

/** NFKC, lower case, without diacritics; ß is ss. Total and idempotent. */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC');
}

/** What a word is in a language, wherever it stands. */
interface Reading {
  readonly normal: string;
  readonly stem: string;
  readonly isStopWord: boolean;
}

/** By language and word as written: a catalogue says the same few thousand words over and over. */
const readings = new Map<Language, Map<string, Reading>>();
/** Readings kept of a language; some 20 MB when all four are full. */
const KEPT_READINGS = 50_000;
/** Longer "words" are noise: they are not kept, nor stemmed, as Snowball's cost grows with the length. */
const LONGEST_STEMMED = 60;

function readWord(word: string, language: Language): Reading {
  if (word.length > LONGEST_STEMMED) return toReading(word, language);
  let known = readings.get(language);
  if (known === undefined) {
    known = new Map();
    readings.set(language, known);
  }
  const present = known.get(word);
  if (present !== undefined) return present;
  const own = detach(word);
  const reading = toReading(own, language);
  if (known.size >= KEPT_READINGS) known.clear();
  known.set(own, reading);
  return reading;
}

function toReading(word: string, language: Language): Reading {
  const normal = normalise(word);
  if (!isSpoken(language)) return { normal, stem: normal, isStopWord: false };
  const { stem, stopWords } = LANGUAGES[language];
  const isStemmed = word.length <= LONGEST_STEMMED && !/\d/.test(word.normalize('NFKC'));
  return {
    normal,
    stem: isStemmed ? normalise(stem(word.normalize('NFKC').toLowerCase())) : normal,
    isStopWord: stopWords.has(word.toLowerCase()) || stopWords.has(normal),
  };
}

/** A copy: a piece cut from a text keeps the whole text in memory for as long as the piece is kept. */
const detach = (piece: string): string => Buffer.from(piece, 'utf16le').toString('utf16le');

/** @param language Unknown languages are not stemmed. */
export const stemWord = (word: string, language: Language): string => readWord(word, language).stem;

/**
 * Splits a text into words, in order. Hyphenated words are kept whole and their parts follow as tokens of their own.
 * French elisions and the possessive 's are cut off: "l'écharpe" is "écharpe", "men's" is "men".
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  visitWords(text, language, (word, start) => {
    tokens.push(toToken(word, start, language));
  });
  return tokens;
}

/** Splits a text into its smallest words, none overlapping: "t-shirt" is "t" and "shirt". */
export function splitWords(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const { word, start } = trimWord(match[0], match.index, language);
    if (!JOINED.test(word)) {
      if (word !== '') tokens.push(toToken(word, start, language));
      continue;
    }
    for (const part of word.matchAll(PART)) tokens.push(toToken(part[0], start + part.index, language));
  }
  return tokens;
}

function visitWords(text: string, language: Language, visit: (word: string, start: number) => void): void {
  for (const match of text.matchAll(WORD)) {
    const { word, start } = trimWord(match[0], match.index, language);
    if (word === '') continue;
    visit(word, start);
    if (!JOINED.test(word)) continue;
    for (const part of word.matchAll(PART)) if (part[0].length > 1) visit(part[0], start + part.index);
  }
}

function trimWord(whole: string, at: number, language: Language): { word: string; start: number } {
  if (!JOINED.test(whole)) return { word: whole, start: at };
  const elided = language === 'fr' ? (ELISION.exec(whole)?.[0].length ?? 0) : 0;
  return { word: whole.slice(elided).replace(POSSESSIVE, ''), start: at + elided };
}

function toToken(raw: string, start: number, language: Language): Token {
  const { normal, stem } = readWord(raw, language);
  return { raw, normal, stem, start, end: start + raw.length };
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
  const terms: string[] = [];
  visitWords(text, language, (word) => {
    const reading = readWord(word, language);
    if (!reading.isStopWord) terms.push(reading.stem);
  });
  return terms;
}
