import type { Language } from '../domain/locale.ts';
import { normalise, splitWords, type Token } from '../text/analyze.ts';

/** The smallest piece of a message: a word, a number, or a sign that means something. */
export interface Atom extends Token {
  readonly kind: 'word' | 'number' | 'sign';
}

/** Thousands with a plain space, as French and Spanish write them: "1 200". */
const SPACED_NUMBER = '\\p{N}{1,3}(?: \\p{N}{3})+(?![\\p{N}])';
const NUMBER = "\\p{N}+(?:[.,'’\\u00a0\\u202f\\u2009]\\p{N}+)*";
const WORD = "[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}]|['’-](?=[\\p{L}\\p{N}]))*";
const SIGN = '[€$£¥₹₽₺₩₪฿#?!.,;:/~&%+=<>≤≥–—-]';

const DASHES: ReadonlySet<string> = new Set(['–', '—']);
const ATOM = toPattern([WORD, NUMBER, SIGN]);
const ATOM_WITH_SPACED_NUMBERS = toPattern([WORD, SPACED_NUMBER, NUMBER, SIGN]);

function toPattern(alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.map((alternative) => `(${alternative})`).join('|'), 'gu');
}

/**
 * Splits a message into atoms, in order, none overlapping. Hyphens and apostrophes within words vanish ("t-shirt" is
 * two words); numbers keep their separators; letters after a number are a word of their own ("256gb").
 */
export function readAtoms(text: string, language: Language): Atom[] {
  const pattern = language === 'fr' || language === 'es' ? ATOM_WITH_SPACED_NUMBERS : ATOM;
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, 1: word, index }) =>
    word === undefined
      ? [toAtom(raw, index)]
      : splitWords(raw, language).map((token) => ({
          ...token,
          start: token.start + index,
          end: token.end + index,
          kind: 'word' as const,
        })),
  );
}

function toAtom(raw: string, start: number): Atom {
  const normal = DASHES.has(raw) ? '-' : normalise(raw);
  const kind = /^\p{N}/u.test(raw) ? 'number' : 'sign';
  return { raw, normal, stem: normal, start, end: start + raw.length, kind };
}
