import type { Language } from '../domain/locale.ts';
import { type Atom, readAtoms } from './read-atoms.ts';

/** What fills a slot of a pattern, and where it ends. */
export interface Filling<P> {
  readonly to: number;
  readonly payload: P;
}

export type SlotReader<P> = (slot: string, at: number) => readonly Filling<P>[];

/** A sequence of words, or a slot. */
type Alternative = readonly string[] | { readonly slot: string };

type Element =
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative[]; readonly optional: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** A phrase of a grammar, ready to be matched. */
export interface Pattern<M> {
  readonly meaning: M;
  readonly elements: readonly Element[];
}

export interface PatternMatch<M, P> {
  readonly meaning: M;
  readonly from: number;
  readonly to: number;
  readonly fillings: readonly P[];
}

/**
 * Compiles a phrase: words by space; `a|b` alternatives; `word?` may be left out; `word*` begins so; `{slot}` is filled
 * by something found before; `^` and `$` are the begin and end of a part of a sentence.
 */
export function compilePattern<M>(phrase: string, meaning: M, language: Language): Pattern<M> {
  return { meaning, elements: phrase.split(' ').map((part) => compileElement(part, language)) };
}

function compileElement(part: string, language: Language): Element {
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  const optional = part.length > 1 && part.endsWith('?');
  const body = optional ? part.slice(0, -1) : part;
  const alternatives = body.split('|').map((word): Alternative => {
    const slot = /^\{(.+)\}$/.exec(word)?.[1];
    return slot === undefined ? compileWord(word, language) : { slot };
  });
  return { kind: 'choice', alternatives, optional };
}

/** A written word may be several atoms ("don't"); only the last may be a beginning. */
function compileWord(word: string, language: Language): string[] {
  const begins = word.length > 1 && word.endsWith('*');
  const atoms = readAtoms(begins ? word.slice(0, -1) : word, language);
  return atoms.map(({ normal }, position) =>
    begins && position === atoms.length - 1 ? `${normal}*` : normal,
  );
}

/** Patterns indexed by the words they can begin with. */
export interface PatternSet<M> {
  readonly byFirstWord: ReadonlyMap<string, readonly Pattern<M>[]>;
  /** Those that may begin with a slot or a beginning of a word. */
  readonly others: readonly Pattern<M>[];
}

export function indexPatterns<M>(patterns: readonly Pattern<M>[]): PatternSet<M> {
  const byFirstWord = new Map<string, Pattern<M>[]>();
  const others: Pattern<M>[] = [];
  for (const pattern of patterns) {
    const words = firstWords(pattern.elements);
    if (words === undefined) others.push(pattern);
    for (const word of words ?? []) {
      const known = byFirstWord.get(word);
      if (known === undefined) byFirstWord.set(word, [pattern]);
      else known.push(pattern);
    }
  }
  return { byFirstWord, others };
}

/** What a pattern may begin with: its first words, those of a word that may be left out among them. */
function firstWords(elements: readonly Element[]): Set<string> | undefined {
  const words = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'start') continue;
    if (element.kind === 'end') return undefined;
    for (const alternative of element.alternatives) {
      const [word] = 'slot' in alternative ? [] : alternative;
      if (word === undefined || word.endsWith('*')) return undefined;
      words.add(word);
    }
    if (!element.optional) return words;
  }
  return undefined;
}

/**
 * Every match of every pattern, the longest of each pattern and position.
 *
 * @param begin Where the message begins once more, behind what stands before what is said: "hmm, well".
 */
export function matchPatterns<M, P>(
  set: PatternSet<M>,
  atoms: readonly Atom[],
  readSlot: SlotReader<P>,
  begin = 0,
): PatternMatch<M, P>[] {
  return atoms.flatMap((atom, from) =>
    [...(set.byFirstWord.get(atom.normal) ?? []), ...set.others].flatMap(({ elements, meaning }) => {
      const ends = matchFrom(elements, 0, from, { atoms, readSlot, begin });
      const none: End<P> = { to: from, fillings: [] };
      const longest = ends.reduce((best, end) => (end.to > best.to ? end : best), none);
      return longest.to === from ? [] : [{ meaning, from, to: longest.to, fillings: longest.fillings }];
    }),
  );
}

interface End<P> {
  readonly to: number;
  readonly fillings: readonly P[];
}

interface MatchContext<P> {
  readonly atoms: readonly Atom[];
  readonly readSlot: SlotReader<P>;
  readonly begin: number;
}

function matchFrom<P>(
  elements: readonly Element[],
  index: number,
  at: number,
  context: MatchContext<P>,
): readonly End<P>[] {
  const { atoms, readSlot, begin } = context;
  const element = elements[index];
  if (element === undefined) return [{ to: at, fillings: [] }];
  const rest = (to: number) => matchFrom(elements, index + 1, to, context);
  if (element.kind === 'start') return at === begin || isPartStart(atoms, at) ? rest(at) : [];
  if (element.kind === 'end') return isPartEnd(atoms, at) ? rest(at) : [];
  const ends = element.alternatives.flatMap((alternative): readonly End<P>[] => {
    if (!('slot' in alternative))
      return startsWith(alternative, atoms, at) ? rest(at + alternative.length) : [];
    return readSlot(alternative.slot, at).flatMap(({ to, payload }) =>
      rest(to).map((end) => ({ to: end.to, fillings: [payload, ...end.fillings] })),
    );
  });
  return element.optional ? [...ends, ...rest(at)] : ends;
}

function startsWith(words: readonly string[], atoms: readonly Atom[], at: number): boolean {
  return words.every((word, offset) => matchesWord(word, atoms[at + offset]?.normal));
}

const matchesWord = (wanted: string, word: string | undefined): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : wanted === word);

/** Signs that part a message. */
export const PART_SIGNS: ReadonlySet<string> = new Set(['.', '!', '?', ';', ',', ':', '-']);

const isPartStart = (atoms: readonly Atom[], at: number): boolean =>
  at === 0 || PART_SIGNS.has(atoms[at - 1]?.normal ?? '');

const isPartEnd = (atoms: readonly Atom[], at: number): boolean =>
  at >= atoms.length || PART_SIGNS.has(atoms[at]?.normal ?? '');
