import { z } from 'zod';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { findMeasures, type Measure } from '../text/measures.ts';
import { unitOf } from '../text/units.ts';
import type { WrittenQuantity } from '../text/write-quantity.ts';
import type { NamedMeasure } from './name-measures.ts';
import type { Atom } from './read-atoms.ts';
import { readNumber } from './read-number.ts';
import { spelledNumber } from './spelled-numbers.ts';

/** An amount in a message, end exclusive. */
export interface FoundQuantity extends WrittenQuantity {
  readonly from: number;
  readonly to: number;
  /** The name right behind it, when `to` takes it in: "80 cm wide". */
  readonly named?: NamedMeasure;
}

const UnitLetters = z
  .record(z.string(), z.string())
  .refine(
    (units) => Object.entries(units).every(([own, usual]) => own.length === usual.length),
    'a unit and what it is elsewhere have as many letters',
  );

/** Units that only one language writes so, by their usual letters: gigabytes are giga-octets in French. A text keeps its length. */
const ownUnitsOf = perLanguage((language) => {
  const usual = new Map(
    Object.entries(LOCALES.section(language, 'unit-letters', UnitLetters)).map(([own, unit]) => [
      own.toLowerCase(),
      unit,
    ]),
  );
  const written = new RegExp(`(?<=\\d\\s?)(?:${[...usual.keys()].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text: string) =>
    usual.size === 0 ? text : text.replace(written, (own) => usual.get(own.toLowerCase()) ?? own);
});

/** Units that are also words of a sentence: "under 100 in black". */
const WORDS_TOO: ReadonlySet<string> = new Set(['in', 'a', 'to', 'h', 'count']);
const BY = /^\s?(?:[WHDL]\.?\s?)?[x×*]\s?$/iu;

/**
 * The amounts of a message: numbers with a unit, and bare ones, which mean something only beside a name. Sides of dimensions ("2x4",
 * "30 x 40 cm") are no amounts.
 *
 * @param isName Whether a word says of what an amount is.
 */
export function findQuantities(
  text: string,
  atoms: readonly Atom[],
  language: SpokenLanguage,
  isName: (at: number) => boolean,
): FoundQuantity[] {
  const measures = findMeasures(ownUnitsOf(language)(text), language);
  const sides = new Set(measures.filter((_, position) => isSide(measures, position, text)));
  const measured = measures.flatMap((measure): FoundQuantity[] => {
    if (measure.unit === undefined || sides.has(measure)) return [];
    const from = atoms.findIndex(({ start }) => start >= measure.start);
    const to = 1 + atoms.findLastIndex(({ end }) => end <= measure.end);
    if (from === -1 || to <= from || isWord(atoms, to, isName)) return [];
    return [{ from, to, value: Number(measure.value), unit: measure.unit }];
  });
  const bare = atoms.flatMap((atom, at) => {
    const isInDimension = [...sides].some(({ start, end }) => start <= atom.start && atom.end <= end);
    return isInDimension ? [] : readBare(atoms, at, language);
  });
  return [...measured, ...bare];
}

function isSide(measures: readonly Measure[], position: number, text: string): boolean {
  const isJoined = (left: Measure | undefined, right: Measure | undefined) =>
    left !== undefined && right !== undefined && BY.test(text.slice(left.end, right.start));
  const [before, own, after] = [measures[position - 1], measures[position], measures[position + 1]];
  return isJoined(before, own) || isJoined(own, after);
}

/** "100 in black": the word behind the number goes on with the sentence. */
function isWord(atoms: readonly Atom[], to: number, isName: (at: number) => boolean): boolean {
  const [number, unit, next] = [atoms[to - 2], atoms[to - 1], atoms[to]];
  if (unit === undefined || !WORDS_TOO.has(unit.normal) || number?.end === unit.start) return false;
  return next !== undefined && next.kind !== 'sign' && !isName(to);
}

/** "300", "twenty", "twenty litres". */
function readBare(atoms: readonly Atom[], at: number, language: SpokenLanguage): FoundQuantity[] {
  const { kind, normal = '' } = atoms[at] ?? {};
  const value = kind === 'number' ? readNumber(normal) : spelledNumber(normal, language);
  if (value === undefined) return [];
  const next = atoms[at + 1];
  const unit = kind === 'number' || next?.kind !== 'word' ? undefined : unitOf(next.raw);
  const isUnit = unit !== undefined && !WORDS_TOO.has(next?.normal ?? '');
  return [
    { from: at, to: at + 1, value },
    ...(isUnit ? [{ from: at, to: at + 2, value, unit: unit.name }] : []),
  ];
}
