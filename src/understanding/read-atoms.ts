import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { normalise, splitWords, type Token } from '../text/analyze.ts';
import { isSpoken, perLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { hasUnspacedScript, segmentWords, splitCharacters, splitScripts } from '../text/unspaced-scripts.ts';
import { joinMultipliers } from './join-multipliers.ts';

/** The smallest piece of a message: a word, a number, or a sign that means something. */
export interface Atom extends Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** Where the dictionary word that holds a character begins and ends in the text, in scripts without spaces. */
  readonly word?: { readonly start: number; readonly end: number };
}

/** Thousands with a plain space, as French and Spanish write them: "1 200". */
const SPACED_NUMBER = '\\p{N}{1,3}(?: \\p{N}{3})+(?![\\p{N}])';
const NUMBER = "\\p{N}+(?:[.,'’\\u00a0\\u202f\\u2009．，]\\p{N}+)*";
// Digits right behind a script without blanks are a number of their own: "星4.5".
const WORD =
  "[\\p{L}\\p{M}](?:[\\p{L}\\p{M}]|(?<![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー])\\p{N}|['’-](?=[\\p{L}\\p{N}]))*";
const SIGN = '[€$£¥￥₹₽₺₩₪฿#?!.,;:/~&%+=<>≤≥–—。、！？．，；：／～〜＆％＋＝＜＞-]';

/** Signs that compatibility decomposition does not make plain. */
const PLAIN_SIGNS: ReadonlyMap<string, string> = new Map([
  ['–', '-'],
  ['—', '-'],
  ['。', '.'],
  ['、', ','],
  ['〜', '~'],
]);
const ATOM = toPattern([WORD, NUMBER, SIGN]);
const ATOM_WITH_SPACED_NUMBERS = toPattern([WORD, SPACED_NUMBER, NUMBER, SIGN]);

function toPattern(alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.map((alternative) => `(${alternative})`).join('|'), 'gu');
}

const spacesThousands = perLanguage((language) => LOCALES.section(language, 'spaced-thousands', z.boolean()));

/**
 * Splits a message into atoms, in order, none overlapping. Hyphens and apostrophes within words vanish ("t-shirt" is
 * two words); numbers keep their separators; letters after a number are a word of their own ("256gb"). A script without spaces is
 * read character by character, because a dictionary cuts the same word otherwise in another sentence. "3万" is one number.
 */
export function readAtoms(text: string, language: Language): Atom[] {
  const spoken = isSpoken(language);
  const pattern = spoken && spacesThousands(language) ? ATOM_WITH_SPACED_NUMBERS : ATOM;
  const atoms = scan(text, 0, pattern, language);
  return spoken ? joinMultipliers(atoms, text, language) : atoms;
}

/** @param offset Where the text begins in the message. */
function scan(text: string, offset: number, pattern: RegExp, language: Language): Atom[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, 1: word, index }) => {
    const start = offset + index;
    if (word === undefined) return [toAtom(raw, start)];
    if (!hasUnspacedScript(raw)) return toWords(raw, start, language);
    return splitScripts(raw).flatMap((stretch) =>
      stretch.isUnspaced
        ? readCharacters(stretch.raw, start + stretch.offset)
        : scan(stretch.raw, start + stretch.offset, pattern, language),
    );
  });
}

const toWords = (raw: string, offset: number, language: Language): Atom[] =>
  splitWords(raw, language).map((token) => ({
    ...token,
    start: token.start + offset,
    end: token.end + offset,
    kind: 'word',
  }));

function readCharacters(stretch: string, from: number): Atom[] {
  const words = segmentWords(stretch).map(({ raw, offset }) => ({
    start: from + offset,
    end: from + offset + raw.length,
  }));
  return (splitCharacters(stretch) ?? []).map(({ raw, offset }) => {
    const start = from + offset;
    const normal = normalise(raw);
    const word = words.find((each) => each.start <= start && start < each.end);
    return {
      raw,
      normal,
      stem: normal,
      start,
      end: start + raw.length,
      kind: 'word',
      ...(word === undefined ? {} : { word }),
    };
  });
}

function toAtom(raw: string, start: number): Atom {
  const normal = PLAIN_SIGNS.get(raw) ?? normalise(raw);
  const kind = /^\p{N}/u.test(raw) ? 'number' : 'sign';
  return { raw, normal, stem: normal, start, end: start + raw.length, kind };
}

/** Whether an atom is a character of a script without spaces. */
export const isCharacter = ({ word }: Atom): boolean => word !== undefined;

/** What atoms say in a row, normalised: words with a blank between them, characters without. */
export function joinNormals(atoms: readonly Atom[]): string {
  return atoms.reduce((joined, atom, at) => {
    const before = atoms[at - 1];
    const isJoined = before === undefined || (isCharacter(before) && isCharacter(atom));
    return `${joined}${isJoined ? '' : ' '}${atom.normal}`;
  }, '');
}

/** The characters among atoms put together to the words of a dictionary; other atoms as they are. */
export function joinCharacters(atoms: readonly Atom[], language: Language): Atom[] {
  const joined: Atom[] = [];
  for (let at = 0; at < atoms.length; ) {
    let to = at;
    while (to < atoms.length && continues(atoms, at, to)) to += 1;
    const run = atoms.slice(at, Math.max(to, at + 1));
    const [first] = run;
    if (first !== undefined && isCharacter(first))
      joined.push(...toWords(run.map(({ raw }) => raw).join(''), first.start, language));
    else joined.push(...run);
    at += run.length;
  }
  return joined;
}

function continues(atoms: readonly Atom[], from: number, at: number): boolean {
  const atom = atoms[at];
  return atom !== undefined && isCharacter(atom) && (at === from || atoms[at - 1]?.end === atom.start);
}
