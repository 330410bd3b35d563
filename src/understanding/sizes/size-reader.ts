import type { SpokenLanguage } from '../../text/languages.ts';
import { conceptsAt } from '../../text/lexicon/index.ts';
import { readShopSize, sizeLine, sizeRangeAt, sizesAt } from '../../text/sizes/read-size.ts';
import { sizeKey, type WrittenSize } from '../../text/sizes/written-size.ts';
import { grammarOf } from '../grammar/index.ts';
import { isFunctionWord } from '../is-function-word.ts';
import { endsInDigit } from '../join-pieces.ts';
import type { Atom } from '../read-atoms.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ResolvedSize, resolveSize, type SizeSubject } from './resolve-size.ts';
import { writeLine } from './write-line.ts';

/** A size at an atom of a message. */
export interface SizeReading {
  /** Index of the atom behind it. */
  readonly to: number;
  readonly size: WrittenSize;
  /** As it stands in the message, in plain letters and signs. */
  readonly written: string;
  /** What it means in the shop; undefined when the shop has no such size. */
  readonly resolved?: ResolvedSize;
  /** The atom before it that names its system, with other words between: "US men's 9". */
  readonly systemAt?: number;
}

export interface SizeReader {
  /** Whether an atom is a word for sizes. */
  isSizeWord(at: number): boolean;
  /** Sizes that begin at an atom, the longest first. @param isSaid Something says that a size follows: "size us 9" is no pronoun. */
  at(at: number, isSaid: boolean): readonly SizeReading[];
  /** Several sizes that begin at an atom, where a size was said to follow: "40, 41 or 42", "between 40 and 42". */
  severalAt(at: number): readonly SizeReading[];
}

/** Reads the sizes of one message. */
export function createSizeReader(
  atoms: readonly Atom[],
  language: SpokenLanguage,
  vocabulary: Vocabulary,
  subject: SizeSubject,
): SizeReader {
  const grammar = grammarOf(language);
  const sizes = vocabulary.sizes();
  const { line, startOf, atomBehind } = writeLine(atoms);

  const isSizeWord = (at: number): boolean =>
    vocabulary.attributeCalled(atoms[at]?.normal ?? '', language) === 'size';

  /** "us" and "it" are words before they are systems. */
  const isWord = (at: number): boolean => {
    const atom = atoms[at];
    return atom?.kind === 'word' && atom.raw !== atom.raw.toUpperCase() && isFunctionWord(atom, grammar);
  };

  function toReading(size: WrittenSize, from: number, to: number): SizeReading {
    const resolved = resolveSize(size, sizes, subject);
    const written = line.slice(startOf(from), startOf(to)).trim();
    return { to, size, written, ...(resolved === undefined ? {} : { resolved }) };
  }

  /** "US" of "US men's size 9": the nearest atom that is neither a gender nor a word for sizes. */
  function systemBefore(from: number): { readonly at: number; readonly system: string } | undefined {
    const isBetween = (at: number): boolean =>
      isSizeWord(at) || conceptsAt(atoms, at, language, ['gender']).found.length > 0;
    let at = from - 1;
    while (at >= from - MOST_BETWEEN && isBetween(at)) at -= 1;
    const atom = atoms[at];
    if (atom?.kind !== 'word' || at === from - 1 || isWord(at)) return undefined;
    const [found] = sizesAt(`${sizeLine(atom.raw)} 1`, 0, language);
    const system = found?.size.names[0]?.system;
    return system === undefined ? undefined : { at, system };
  }

  /** A number in the system that was named before it. */
  function inSystem({ names }: WrittenSize, from: number, to: number): SizeReading | undefined {
    const [name, another] = names;
    if (name === undefined || name.system !== undefined || another !== undefined) return undefined;
    const before = systemBefore(from);
    if (before === undefined) return undefined;
    const own = { ...name, system: before.system };
    return { ...toReading({ names: [own], whole: sizeKey(own) }, from, to), systemAt: before.at };
  }

  /** "M/38", "38 (M)": what the shop writes as one size. */
  function wholeAt(from: number): SizeReading[] {
    for (let to = Math.min(from + LONGEST_WHOLE, atoms.length); to > from + 1; to -= 1) {
      const size = readShopSize(line.slice(startOf(from), startOf(to)).trim());
      if (size === undefined || size.names.length === 1) continue;
      const reading = toReading(size, from, to);
      if (reading.resolved?.isWhole === true) return [reading];
    }
    return [];
  }

  const lastDigit = line.search(/\d\D*$/);
  /** Before the last number all may begin a size; behind it only codes do, where nothing says that a size follows. */
  const mayBegin = (from: number): boolean =>
    startOf(from) <= lastDigit || (atoms[from]?.raw.length ?? 0) <= LONGEST_CODE;

  /** "xl" of "3xl" is another size. */
  const isEnd = (from: number): boolean => {
    const [before, atom] = [atoms[from - 1], atoms[from]];
    return before !== undefined && atom !== undefined && endsInDigit(before, atom);
  };

  function readAt(from: number, isSaid: boolean): readonly SizeReading[] {
    if (isEnd(from) || (!isSaid && !mayBegin(from))) return [];
    const found = sizesAt(line, startOf(from), language).flatMap(({ to: end, size }): SizeReading[] => {
      const to = atomBehind(end);
      if (to === undefined) return [];
      const hasSystem = size.names.some(({ system }) => system !== undefined);
      if (hasSystem && ((!isSaid && isWord(from)) || (to > from + 1 && isWord(to - 1)))) return [];
      return [inSystem(size, from, to) ?? toReading(size, from, to)];
    });
    return found.length === 0 ? [] : [...wholeAt(from), ...found];
  }

  function rangeAt(from: number): SizeReading[] {
    const range = sizeRangeAt(line, startOf(from), language);
    const to = atomBehind(range?.to ?? -1);
    if (range === undefined || to === undefined) return [];
    if (!range.isOpened && grammar.coordinators.includes(range.joint)) return [];
    const values = sizes.between(range.low, range.high).map(({ value }) => value);
    return severalOf(values, from, to);
  }

  function listAt(from: number): SizeReading[] {
    const [first] = readAt(from, true).filter(isListed);
    const joint = atoms[first?.to ?? -1]?.normal ?? '';
    if (first === undefined || (joint !== ',' && !grammar.coordinators.includes(joint))) return [];
    const [second] = [...listAt(first.to + 1), ...readAt(first.to + 1, true).filter(isListed)];
    const values = [first, second].flatMap((reading) => reading?.resolved?.values ?? []);
    return second === undefined ? [] : severalOf(values, from, second.to);
  }

  function severalOf([first, ...others]: readonly string[], from: number, to: number): SizeReading[] {
    if (first === undefined) return [];
    const names = [first, ...others].map((value) => ({ figure: value.toLowerCase() }));
    const values = [first, ...new Set(others)] as const;
    return [
      {
        to,
        size: { names, whole: names.map(sizeKey).join(', ') },
        written: line.slice(startOf(from), startOf(to)).trim(),
        resolved: { values: [...values], certainty: 'listed', isWhole: false },
      },
    ];
  }

  return { isSizeWord, at: readAt, severalAt: (from) => [...rangeAt(from), ...listAt(from)] };
}

/** Letters of "XXXL". */
const LONGEST_CODE = 4;
/** Words between a system and its number: "US men's size 9". */
const MOST_BETWEEN = 3;
/** Atoms of the longest size that a shop writes: "EU 42 / UK 8". */
const LONGEST_WHOLE = 6;

const isListed = ({ resolved }: SizeReading): boolean => resolved?.certainty === 'listed';
