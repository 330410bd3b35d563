import type { Language } from '../../domain/locale.ts';
import { isStopWord, splitWords } from '../../text/analyze.ts';
import { isSpoken } from '../../text/languages.ts';
import { type Concept, conceptsAt, isHeadLast, readCompound } from '../../text/lexicon/index.ts';

interface Piece {
  /** What the words may name; empty for a word the lexicon does not know. */
  readonly concepts: readonly Concept[];
}

/**
 * The kinds of things a label of the catalogue means as a whole: "Women's Scarves" is scarves, "Winter Jackets" jackets,
 * "Watch Straps" not watches. Empty when the label does not name a kind of thing.
 *
 * A label with a word the lexicon does not know counts by its head: the last word in English and German, the first in
 * French and Spanish.
 */
export function typesOfLabel(label: string, language: Language): Concept[] {
  const own = typesIn(label, isSpoken(language) ? language : 'en');
  return own.length > 0 || language === 'en' ? own : typesIn(label, 'en');
}

function typesIn(label: string, language: Language): Concept[] {
  const pieces = splitLabel(label, language);
  const types = pieces.map(({ concepts }) => concepts.find(({ kind }) => kind === 'type'));
  if (pieces.every(({ concepts }) => concepts.length > 0)) return types.filter((type) => type !== undefined);
  const head = isHeadLast(language) ? types.at(-1) : types[0];
  return head === undefined ? [] : [head];
}

function splitLabel(label: string, language: Language): Piece[] {
  const tokens = splitWords(label, language);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const { found, to } = conceptsAt(tokens, at, language);
    if (found.length > 0) pieces.push({ concepts: found });
    else if (token !== undefined && !isStopWord(token, language) && token.normal.length > 1) {
      const compound = readCompound(token, language);
      pieces.push({ concepts: compound === undefined ? [] : [compound.head] });
    }
    at = Math.max(to, at + 1);
  }
  return pieces;
}
