/** A quantity in a text: "1-1/2 in.", "2x4", "500ml", "10,5 cm", "12-gauge". */
export interface Measure {
  /** The number in decimals, no trailing zeros: "1.5". */
  readonly value: string;
  /** One name for all spellings of a unit ("in" for inch, inches, Zoll); absent where none was said. */
  readonly unit?: string;
  /** UTF-16 offsets in the text, the unit included. */
  readonly start: number;
  readonly end: number;
}

/** Spellings by unit, lower case, without dots; those with a space are read with any blank or hyphen, or none. */
const UNITS: Readonly<Record<string, string>> = {
  in: 'in inch inches zoll pouce pouces pulgada pulgadas "',
  ft: "ft foot feet '",
  yd: 'yd yard yards',
  mm: 'mm millimeter millimeters millimetre millimetres',
  cm: 'cm centimeter centimeters centimetre centimetres zentimeter',
  m: 'm meter meters metre metres',
  sqft: 'sq_ft sqft square_ft square_foot square_feet',
  cuft: 'cu_ft cuft cubic_ft cubic_foot cubic_feet',
  g: 'g gram grams gramm grammes gramos',
  kg: 'kg kilo kilos kilogram kilograms kilogramm',
  lb: 'lb lbs pound pounds',
  oz: 'oz ounce ounces',
  ml: 'ml milliliter milliliters millilitre millilitres',
  cl: 'cl',
  l: 'l liter liters litre litres litro litros',
  gal: 'gal gallon gallons',
  qt: 'qt quart quarts',
  pt: 'pt pint pints',
  w: 'w watt watts vatios',
  v: 'v volt volts voltios',
  amp: 'a amp amps ampere amperes',
  ga: 'ga gauge',
  hp: 'hp horsepower',
  btu: 'btu btus',
};

const UNIT_OF = new Map(
  Object.entries(UNITS).flatMap(([unit, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling.replaceAll('_', ''), unit] as const),
  ),
);

/** Longest first, so that "inches" is not read as "in" with a rest. */
const UNIT = Object.values(UNITS)
  .flatMap((spellings) => spellings.split(' '))
  .sort((left, right) => right.length - left.length || (left < right ? -1 : 1))
  .map((spelling) => spelling.replaceAll('_', '[ .-]{0,3}'))
  .join('|');

/** "1-1/2", "1 1/2", "1/2", "10,5", ".75", "12". */
const NUMBER =
  /(?:(\d{1,4})[ -])?(\d{1,3})\/(\d{1,3})(?![\d/])|\d{0,6}[.,]\d{1,4}(?![\d.,]*\d)|\d{1,6}(?![\d.,/]*\d)/y;
const UNIT_AFTER = new RegExp(String.raw`[ -]?(${UNIT})(?=[x×*]\s?\.?\d|[^\p{L}\p{N}]|$)\.?`, 'iuy');
/** What stands between two numbers of a dimension: "2x4", "2 in. x 4 in.", "40 in. W x 63 in. L". */
const BETWEEN = /\s?(?:[WHDL]\.?\s?)?[x×*]\s?(?=\.?\d)/iy;
/** A number starts where no word or number is under way. */
const START = /(?<![\p{L}\p{N}.,/-])\.?\d|(?<=\p{L}-)\d/gu;

/**
 * Finds quantities, in order and none overlapping. A whole number alone is none: it needs a unit, or to be one side of a
 * dimension. A decimal comma is read as a dot. Cost: one pass.
 */
export function findMeasures(text: string): Measure[] {
  const measures: Measure[] = [];
  let end = 0;
  for (const { index } of text.matchAll(START)) {
    if (index < end) continue;
    const sides = readSides(text, index);
    end = sides.at(-1)?.end ?? end;
    if (sides.length > 1 || sides.some(({ unit, value }) => unit !== undefined || value.includes('.')))
      measures.push(...sides);
  }
  return measures;
}

/** One number, or all sides of a dimension that starts here. */
function readSides(text: string, from: number): Measure[] {
  const sides: Measure[] = [];
  for (let start = from; ; ) {
    const number = matchAt(NUMBER, text, start);
    if (number === null) return sides;
    const afterNumber = start + number[0].length;
    const unit = matchAt(UNIT_AFTER, text, afterNumber);
    const end = afterNumber + (unit?.[0].length ?? 0);
    const between = matchAt(BETWEEN, text, end);
    if (unit === null && between === null && /[\p{L}\p{N}]/u.test(text.charAt(end))) return sides;
    const name = UNIT_OF.get(unit?.[1]?.toLowerCase().replaceAll(/[ .-]/g, '') ?? '');
    sides.push({ value: toDecimals(number), start, end, ...(name === undefined ? {} : { unit: name }) });
    if (between === null) return sides;
    start = end + between[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** Decimals kept: sixteenths of an inch are told apart. */
const DECIMALS = 4;

function toDecimals([written, whole, over, under]: RegExpExecArray): string {
  const value =
    over === undefined || Number(under) === 0
      ? Number(written.replace(',', '.').replace(/\/.*/, ''))
      : Number(whole ?? 0) + Number(over) / Number(under);
  return String(Number(value.toFixed(DECIMALS)));
}

/** The term of a quantity with its unit, such as "1.5in", and that of the bare number. */
export function measureTerms({ value, unit }: Measure): readonly string[] {
  return unit === undefined ? [value] : [`${value}${unit}`, value];
}
