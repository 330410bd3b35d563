import type { Language } from '../domain/locale.ts';
import { readNumberAt } from './read-number.ts';
import { UNIT_PATTERN, type Unit, unitNamed, unitOf } from './units.ts';
import { UNSPACED } from './unspaced-scripts.ts';

/** A quantity in a text: "1-1/2 in.", "2x4", "500ml", "10,5 cm", "12-gauge", "pack of 12". */
export interface Measure {
  /** The number in decimals, no trailing zeros: "1.5". */
  readonly value: string;
  /** One name for all spellings of a unit ("in" for inch, inches, Zoll); absent where none was said. */
  readonly unit?: string;
  /** UTF-16 offsets in the text, the unit included. */
  readonly start: number;
  readonly end: number;
}

const UNIT_AFTER = new RegExp(
  String.raw`[ \u00a0-]?(${UNIT_PATTERN})(?=[x×*]\s?\.?\d|[^\p{L}\p{N}]|[${UNSPACED}]|$)\.?`,
  'iuy',
);
/** What stands between two numbers of a dimension: "2x4", "2 in. x 4 in.", "40 in. W x 63 in. L". */
const BETWEEN = /\s?(?:[WHDL]\.?\s?)?[x×*]\s?(?=\.?\d)/iy;
/** What stands between the ends of a range: "220-240 V", "5 to 7 kg". */
const RANGE = /\s?[-–—]\s?(?=\d)|\s(?:to|bis|à|a|till|tot)\s(?=\d)/iy;
/** A number starts where no word or number is under way. */
const START = new RegExp(
  String.raw`(?<![\p{N}.,\/\-]|[\p{L}--[${UNSPACED}]])\.?\d|(?<=\p{L}-)\d|(?<![\p{N}]|[\p{L}--[${UNSPACED}]])[½⅓⅔¼¾⅕⅛⅜⅝⅞]`,
  'gv',
);
/** `3'6"`, "5 ft. 6 in.". */
const FEET_AND_INCHES =
  /(\d{1,3})\s?(?:'|′|’|ft\b\.?|feet\b|foot\b)[ -]?(\d{1,2})\s?(?:"|″|”|''|in\b\.?|inch(?:es)?\b)/iy;
/** "pack of 12", "lot de 12", "Set mit 12". */
const PACK_OF = /\b(?:pack|set|box|case|lot|paquete|juego|packung|coffret) (?:of|de|mit|von|à) $/iu;
const LONGEST_PACK_OF = 20;

/**
 * Finds quantities, in order and none overlapping. A whole number alone is none: it needs a unit, or to be one side of a
 * dimension. Both ends of a range have its unit. Cost: one pass.
 *
 * @param language Tells what parts thousands, as for {@link readNumberAt}.
 */
export function findMeasures(text: string, language: Language = 'en'): Measure[] {
  const measures: Measure[] = [];
  let end = 0;
  for (const { index } of text.matchAll(START)) {
    if (index < end) continue;
    const sides = readSides(text, index, language);
    end = sides.at(-1)?.end ?? end;
    const [only] = sides;
    if (sides.length > 1 || only?.unit !== undefined || only?.value.includes('.') === true)
      measures.push(...sides);
    else if (only !== undefined && PACK_OF.test(text.slice(Math.max(0, index - LONGEST_PACK_OF), index)))
      measures.push({ ...only, unit: 'pack' });
  }
  return measures;
}

/** One number, all sides of a dimension, or both ends of a range that starts here. */
function readSides(text: string, from: number, language: Language): Measure[] {
  const sides: Measure[] = [];
  for (let start = from; ; ) {
    const side = readFeetAndInches(text, start) ?? readSide(text, start, language);
    if (side === undefined) return sides;
    const between = matchAt(BETWEEN, text, side.end);
    const range = between === null && sides.length === 0 ? readRange(text, side, language) : undefined;
    if (range !== undefined) return range;
    if (side.unit === undefined && between === null && /[\p{L}\p{N}]/u.test(text.charAt(side.end)))
      return sides;
    sides.push(side);
    if (between === null) return withLastUnit(sides);
    start = side.end + between[0].length;
  }
}

/** "30 x 40 cm" are centimetres both; "2x4x8 ft." are inches first, which nobody says. */
function withLastUnit(sides: readonly Measure[]): Measure[] {
  const unit = sides.at(-1)?.unit;
  const isShared = unit !== undefined && unitNamed(unit)?.base === 'mm';
  return sides.map((side) => (side.unit === undefined && isShared ? { ...side, unit } : side));
}

function readSide(text: string, start: number, language: Language): Measure | undefined {
  const number = readNumberAt(text, start, language);
  if (number === undefined) return undefined;
  const afterNumber = start + number.length;
  const unit = matchAt(UNIT_AFTER, text, afterNumber);
  const name = unitOf(unit?.[1] ?? '')?.name;
  const end = afterNumber + (unit?.[0].length ?? 0);
  return { value: String(number.value), start, end, ...(name === undefined ? {} : { unit: name }) };
}

function readFeetAndInches(text: string, start: number): Measure | undefined {
  const match = matchAt(FEET_AND_INCHES, text, start);
  if (match === null) return undefined;
  const value = String(Number(match[1]) * 12 + Number(match[2]));
  return { value, unit: 'in', start, end: start + match[0].length };
}

function readRange(text: string, first: Measure, language: Language): Measure[] | undefined {
  const range = matchAt(RANGE, text, first.end);
  const last = range === null ? undefined : readSide(text, first.end + range[0].length, language);
  if (last?.unit === undefined || (first.unit ?? last.unit) !== last.unit) return undefined;
  return [{ ...first, unit: last.unit }, last];
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/**
 * The term of a quantity with its unit, in the unit all of its kind are told in ("500ml" for 0,5 l and 50 cl), and that of the
 * bare number as written.
 */
export function measureTerms(measure: Measure): readonly string[] {
  const { value, unit } = measure;
  if (unit === undefined) return [value];
  const { base, amount } = toBase(value, unitNamed(unit));
  return [`${amount}${base}`, value];
}

const toBase = (value: string, unit: Unit | undefined) => ({
  base: unit?.base ?? '',
  amount: round(Number(value) * (unit?.factor ?? 1)),
});

/** Six decimals: a milligram in grams, sixteenths of inches in feet. */
const round = (value: number): number => Number(value.toFixed(6));

/** An amount in the unit that all of its kind are told in. */
export interface Quantity {
  readonly value: number;
  /** "ml", "g", "mm", "in", "gb" ...; absent for a bare number. */
  readonly unit?: string;
}

/** What may stand before a quantity: "ca. 5 kg", "Ø 20 mm". */
const ABOUT = /^(?:ø|⌀|ca\.?|approx\.?|~|≈)\s*/iu;
/**
 * The one quantity that a whole attribute value tells: "16 GB" is 16 of "gb", "1,5 kg" 1500 of "g", "42" a bare 42. Dimensions, ranges
 * and anything with other words tell none.
 */
export function readQuantity(value: string, language: Language = 'en'): Quantity | undefined {
  const text = value.trim().replace(ABOUT, '');
  const [measure, ...more] = findMeasures(text, language);
  if (measure === undefined) return readBareNumber(text, language);
  if (more.length > 0 || measure.start !== 0 || measure.end !== text.length) return undefined;
  if (measure.unit === undefined) return { value: Number(measure.value) };
  const { base, amount } = toBase(measure.value, unitNamed(measure.unit));
  return { value: amount, unit: base };
}

function readBareNumber(text: string, language: Language): Quantity | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = sign < 0 ? text.slice(1) : text;
  const number = readNumberAt(digits, 0, language);
  return number?.length === digits.length ? { value: sign * number.value } : undefined;
}
