import type { Language } from '../domain/locale.ts';
import { analysisOf } from './language-analysis.ts';
import { normalise } from './normalise.ts';
import { hasUnspacedScript, segmentWords, splitScripts } from './unspaced-scripts.ts';

export { normalise } from './normalise.ts';

/** A word of a text. */
export interface Token {
  /** As written. */
  readonly raw: string;
  /** As {@link normalise} has it: "Größe" becomes "grosse". */
  readonly normal: string;
  /** Stem of the lower-case word, normalised. Words with digits are their own stem, as are those of languages we do not read. */
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
/** A word within a written one: what it is in a language, wherever it stands. */
interface Piece {
  readonly raw: string;
  readonly normal: string;
  readonly stem: string;
  readonly isStopWord: boolean;
  /** Where it begins in the written word. */
  readonly offset: number;
}

interface Reading {
  /** The word, then its parts when it is joined of several. */
  readonly words: readonly Piece[];
  /** Its smallest words. */
  readonly parts: readonly Piece[];
}

/** By language and word as written: a catalogue says the same few thousand words over and over. */
const readings = new Map<Language, Map<string, Reading>>();
/** Readings kept of a language; some 20 MB when four are full. */
const KEPT_READINGS = 50_000;
/** Longer "words" are noise: they are not kept, nor stemmed, as Snowball's cost grows with the length. */
const LONGEST_STEMMED = 60;

/**
 * @param written A match of {@link WORD}.
 * @param keeps False for words that will hardly be read again.
 */
function readWord(written: string, language: Language, keeps = true): Reading {
  if (written.length > LONGEST_STEMMED) return toReading(written, language);
  let known = readings.get(language);
  if (known === undefined) {
    known = new Map();
    readings.set(language, known);
  }
  const present = known.get(written);
  if (present !== undefined) return present;
  if (!keeps) return toReading(written, language);
  const own = detach(written);
  const reading = toReading(own, language);
  if (known.size >= KEPT_READINGS) known.clear();
  known.set(own, reading);
  return reading;
}

/** A copy: a piece cut from a text keeps the whole text in memory for as long as the piece is kept. */
const detach = (piece: string): string => Buffer.from(piece, 'utf16le').toString('utf16le');

function toReading(written: string, language: Language): Reading {
  if (hasUnspacedScript(written)) return toUnspacedReading(written, language);
  if (!JOINED.test(written)) {
    const word = [toPiece(written, 0, language)];
    return { words: word, parts: word };
  }
  const elided = language === 'fr' ? (ELISION.exec(written)?.[0].length ?? 0) : 0;
  const word = written.slice(elided).replace(POSSESSIVE, '');
  if (word === '') return { words: [], parts: [] };
  const whole = toPiece(word, elided, language);
  const parts = [...word.matchAll(PART)].map((part) => toPiece(part[0], elided + part.index, language));
  if (!JOINED.test(word)) return { words: [whole], parts };
  return { words: [whole, ...parts.filter(({ raw }) => raw.length > 1)], parts };
}

/** "USB-Cケーブル": what is written with spaces is read as ever, the rest is cut into words. */
function toUnspacedReading(written: string, language: Language): Reading {
  const readings = splitScripts(written).flatMap(({ raw, offset, isUnspaced }) =>
    isUnspaced
      ? segmentWords(raw).map((word) => {
          const words = [toPiece(word.raw, offset + word.offset, language)];
          return { words, parts: words };
        })
      : [...raw.matchAll(WORD)].map(({ 0: spaced, index }) =>
          movedBy(offset + index, toReading(spaced, language)),
        ),
  );
  return {
    words: readings.flatMap(({ words }) => words),
    parts: readings.flatMap(({ parts }) => parts),
  };
}

function movedBy(offset: number, { words, parts }: Reading): Reading {
  const moved = (piece: Piece): Piece => ({ ...piece, offset: piece.offset + offset });
  return { words: words.map(moved), parts: parts.map(moved) };
}

function toPiece(raw: string, offset: number, language: Language): Piece {
  const normal = normalise(raw);
  return {
    raw,
    normal,
    stem: toStem(raw, language) ?? normal,
    isStopWord: isStopWord({ raw, normal }, language),
    offset,
  };
}

function toStem(word: string, language: Language): string | undefined {
  const analysis = analysisOf(word, language);
  if (analysis === undefined || word.length > LONGEST_STEMMED) return undefined;
  const lower = toLowerCase(word.normalize('NFKC'), language);
  return /\d/.test(lower) ? undefined : normalise(analysis.stem(lower));
}

/** In Turkish the lower case of I is ı. */
const toLowerCase = (word: string, language: Language): string =>
  language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();

/** @param language Those we do not read are not stemmed. */
export function stemWord(word: string, language: Language): string {
  const known = readWord(word, language).words[0];
  return known?.raw === word ? known.stem : (toStem(word, language) ?? normalise(word));
}

/**
 * Splits a text into words, in order. Hyphenated words are kept whole and their parts follow as tokens of their own. Scripts
 * without spaces are cut into words by a dictionary.
 * French elisions and the possessive 's are cut off: "l'écharpe" is "écharpe", "men's" is "men".
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    for (const piece of readWord(written, language).words) tokens.push(toToken(piece, index));
  }
  return tokens;
}

/**
 * Splits a text into its smallest words, none overlapping: "t-shirt" is "t" and "shirt".
 *
 * @param options.keeps False for words that are read once, as of a dictionary: their reading is not remembered.
 */
export function splitWords(text: string, language: Language, { keeps = true } = {}): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    for (const piece of readWord(written, language, keeps).parts) tokens.push(toToken(piece, index));
  }
  return tokens;
}

function toToken({ raw, normal, stem, offset }: Piece, at: number): Token {
  const start = at + offset;
  return { raw, normal, stem, start, end: start + raw.length };
}

export function isStopWord({ raw, normal }: Pick<Token, 'raw' | 'normal'>, language: Language): boolean {
  const stopWords = analysisOf(normal, language)?.stopWords;
  return stopWords !== undefined && (stopWords.has(raw.toLowerCase()) || stopWords.has(normal));
}

/** Index and query terms of a text: stems in order, repetitions kept, stop words left out. */
export function analyzeTerms(text: string, language: Language): string[] {
  const terms: string[] = [];
  for (const written of text.match(WORD) ?? []) {
    for (const piece of readWord(written, language).words) if (!piece.isStopWord) terms.push(piece.stem);
  }
  return terms;
}
