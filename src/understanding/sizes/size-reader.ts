import type { SpokenLanguage } from '../../text/languages.ts';
import { type FoundSize, sizeLine, sizeRangeAt, sizesAt } from '../../text/sizes/read-size.ts';
import { showSize, type WrittenSize } from '../../text/sizes/written-size.ts';
import { grammarOf } from '../grammar/index.ts';
import { isFunctionWord } from '../is-function-word.ts';
import type { Atom } from '../read-atoms.ts';
import { type ResolvedSize, resolveSize, type SizeSubject } from './resolve-size.ts';
import type { ShopSizes } from './shop-sizes.ts';

/** A size at an atom of a message. */
export interface SizeReading {
  /** Index of the atom behind it. */
  readonly to: number;
  readonly size: WrittenSize;
  /** What it means in the shop; undefined when the shop has no such size. */
  readonly resolved?: ResolvedSize;
}

export interface SizeReader {
  /** Sizes that begin at an atom, the longest first. @param isSaid Something says that a size follows: "size us 9" is no pronoun. */
  at(at: number, isSaid: boolean): readonly SizeReading[];
  /** Several sizes that begin at an atom, where a size was said to follow: "40, 41 or 42", "between 40 and 42". */
  severalAt(at: number): readonly SizeReading[];
}

/** Reads the sizes of one message. */
export function createSizeReader(
  atoms: readonly Atom[],
  language: SpokenLanguage,
  sizes: ShopSizes,
  subject: SizeSubject,
): SizeReader {
  const grammar = grammarOf(language);
  const { line, starts, atomsEnding } = writeLine(atoms);

  /** "us" and "it" are words before they are systems. */
  const isWord = (at: number): boolean => {
    const atom = atoms[at];
    return atom?.kind === 'word' && atom.raw !== atom.raw.toUpperCase() && isFunctionWord(atom, grammar);
  };

  function toReading({ to: end, size }: FoundSize, from: number, isSaid: boolean): SizeReading[] {
    const to = atomsEnding.get(end);
    const hasSystem = size.names.some(({ system }) => system !== undefined);
    if (to === undefined || (!isSaid && hasSystem && (isWord(from) || isWord(to - 1)))) return [];
    const resolved = resolveSize(size, sizes, subject);
    return [{ to, size, ...(resolved === undefined ? {} : { resolved }) }];
  }

  const at: SizeReader['at'] = (from, isSaid) =>
    sizesAt(line, starts[from] ?? line.length, language).flatMap((found) => toReading(found, from, isSaid));

  function rangeAt(from: number): SizeReading[] {
    const range = sizeRangeAt(line, starts[from] ?? line.length, language);
    const to = atomsEnding.get(range?.to ?? -1);
    if (range === undefined || to === undefined) return [];
    if (!range.isOpened && grammar.coordinators.includes(range.joint)) return [];
    const [first, ...others] = sizes.between(range.low, range.high).map(({ value }) => value);
    if (first === undefined) return [];
    const names = [{ figure: String(range.low) }, { figure: String(range.high) }];
    const whole = `${range.low}-${range.high}`;
    return [{ to, size: { names, whole }, resolved: { values: [first, ...others], certainty: 'listed' } }];
  }

  function listAt(from: number): SizeReading[] {
    const [first] = at(from, true).filter(isListed);
    if (first === undefined) return [];
    const joint = atoms[first.to]?.normal ?? '';
    if (joint !== ',' && !grammar.coordinators.includes(joint)) return [];
    const rest = [...listAt(first.to + 1), ...at(first.to + 1, true).filter(isListed)];
    return rest.slice(0, 1).map((others) => join(first, others));
  }

  return { at, severalAt: (from) => [...rangeAt(from), ...listAt(from)] };
}

const isListed = (reading: SizeReading): boolean => reading.resolved?.certainty === 'listed';

function join(first: SizeReading, second: SizeReading): SizeReading {
  const [value, ...others] = [...(first.resolved?.values ?? []), ...(second.resolved?.values ?? [])];
  const names = [...first.size.names, ...second.size.names];
  return {
    to: second.to,
    size: { names, whole: names.map(showSize).join(', ') },
    ...(value === undefined ? {} : { resolved: { values: [value, ...others], certainty: 'listed' } }),
  };
}

interface Line {
  readonly line: string;
  /** Where each atom begins in the line. */
  readonly starts: readonly number[];
  /** By place in the line: the index of the atom behind. */
  readonly atomsEnding: ReadonlyMap<number, number>;
}

function writeLine(atoms: readonly Atom[]): Line {
  let line = '';
  const starts: number[] = [];
  const atomsEnding = new Map<number, number>();
  atoms.forEach(({ raw, start }, at) => {
    const before = atoms[at - 1];
    if (before !== undefined && before.end < start) line += ' ';
    starts.push(line.length);
    line += sizeLine(raw);
    atomsEnding.set(line.length, at + 1);
  });
  return { line, starts, atomsEnding };
}
