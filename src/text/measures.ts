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

/** "1-1/2", "1 1/2", "1/2", "10,5", ".75", "12"; never within a longer number or word, but for the x of dimensions. */
const NUMBER = String.raw`(?:\d{1,4}[ -]\d{1,2}\/\d{1,3}|\d{1,3}\/\d{1,3}|\d{0,5}[.,]\d{1,4}|\d{1,6})`;
const PART = String.raw`(${NUMBER})(?:[ -]?(${UNIT})(?![\p{L}\p{N}]|['"]\w)\.?)?`;
/** What may stand between two numbers of a dimension: "2x4", "2 in. x 4 in.", "40 in. W x 63 in. L". */
const BETWEEN = String.raw`\s?(?:[WHDLwhdl]\.?\s?)?[x×*]\s?`;
const GLUED_PART = String.raw`(${NUMBER})(?:[ -]?(${UNIT})(?=[x×*]|[^\p{L}\p{N}]|$)\.?)?`;
const MEASURES = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/])(?:${GLUED_PART}(?=${BETWEEN}\.?\d)|(?<=[x×*]\s?)${PART}|${PART})(?![\p{L}\p{N}/])|(?<=\d\s?(?:[a-z"'.]{0,7}\s?)?[WHDLwhdl. ]{0,3}[x×*]\s?)${PART}|${NUMBER}(?=${BETWEEN}\.?\d)`,
  'giu',
);
