/** A unit of measure, and what it is compared in. */
export interface Unit {
  readonly name: string;
  /** The unit that all of its kind are told in: "ml" for litres. */
  readonly base: string;
  /** > 0; base units in one of it. */
  readonly factor: number;
}

/**
 * Name, base unit, size in base units, spellings: lower case, without dots, `_` for any blank, dot or hyphen, or none. Inches and
 * millimetres stay apart, as do ounces and grams: nobody sells the same thing by the exact amount in both.
 */
const UNITS: readonly (readonly [name: string, base: string, factor: number, spellings: string])[] = [
  [
    'mm',
    'mm',
    1,
    'mm millimeter millimeters millimetre millimetres millimètres milímetros millimetern millimetro millimetri milímetro',
  ],
  [
    'cm',
    'mm',
    10,
    'cm centimeter centimeters centimetre centimetres zentimeter zentimetern centimètres centímetros centimetro centimetri centímetro',
  ],
  ['m', 'mm', 1000, 'm meter metern meters metre metres mètre mètres metro metros metri'],
  [
    'in',
    'in',
    1,
    'in inch inches zoll pouce pouces pulgada pulgadas pollice pollici polegada polegadas " ″ ”',
  ],
  ['ft', 'in', 12, "ft foot feet fuß ' ′"],
  ['yd', 'in', 36, 'yd yard yards'],
  ['sqft', 'sqft', 1, 'sq_ft sqft square_ft square_foot square_feet'],
  ['sqm', 'sqm', 1, 'm² m2 sq_m sqm qm quadratmeter square_meters square_metres'],
  ['cuft', 'cuft', 1, 'cu_ft cuft cubic_ft cubic_foot cubic_feet'],
  ['mg', 'g', 0.001, 'mg'],
  ['g', 'g', 1, 'g gr gram grams gramm gramme grammes gramos grammo grammi grama gramas'],
  [
    'kg',
    'g',
    1000,
    'kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos chilo chili chilogrammo chilogrammi quilo quilos quilograma quilogramas',
  ],
  ['oz', 'oz', 1, 'oz ounce ounces'],
  ['lb', 'oz', 16, 'lb lbs pound pounds'],
  [
    'ml',
    'ml',
    1,
    'ml milliliter millilitern milliliters millilitre millilitres mililitros millilitro millilitri mililitro',
  ],
  ['cl', 'ml', 10, 'cl centilitre centilitres'],
  ['dl', 'ml', 100, 'dl'],
  ['l', 'ml', 1000, 'l ltr liter litern liters litre litres litro litros litri'],
  ['floz', 'floz', 1, 'fl_oz fluid_oz fluid_ounce fluid_ounces'],
  ['pt', 'floz', 16, 'pt pint pints'],
  ['qt', 'floz', 32, 'qt quart quarts'],
  ['gal', 'floz', 128, 'gal gallon gallons'],
  ['w', 'w', 1, 'w watt watts vatios'],
  ['kw', 'w', 1000, 'kw kilowatt'],
  ['wh', 'wh', 1, 'wh'],
  ['kwh', 'wh', 1000, 'kwh'],
  ['v', 'v', 1, 'v volt volts voltios'],
  ['amp', 'amp', 1, 'a amp amps ampere amperes'],
  ['mah', 'mah', 1, 'mah'],
  ['ah', 'mah', 1000, 'ah'],
  ['ga', 'ga', 1, 'ga gauge'],
  ['hp', 'hp', 1, 'hp horsepower'],
  ['btu', 'btu', 1, 'btu btus'],
  ['mb', 'gb', 0.001, 'mb megabyte megabytes mégaoctets'],
  ['gb', 'gb', 1, 'gb gigabyte gigabytes gigaoctets'],
  ['tb', 'gb', 1000, 'tb terabyte terabytes téraoctets'],
  ['hz', 'hz', 1, 'hz hertz'],
  ['khz', 'hz', 1e3, 'khz'],
  ['mhz', 'hz', 1e6, 'mhz'],
  ['ghz', 'hz', 1e9, 'ghz'],
  ['lm', 'lm', 1, 'lm lumen lumens'],
  ['mp', 'mp', 1, 'mp megapixel megapixels'],
  ['den', 'den', 1, 'den denier'],
  ['h', 'h', 1, 'h hour hours stunde stunden heure heures hora horas'],
  ['year', 'year', 1, 'year years yr yrs jahr jahre jahren ans año años'],
  ['person', 'person', 1, 'person persons people personen personne personnes persona personas'],
  ['pair', 'pair', 1, 'pair pairs paar paire paires pares'],
  [
    'pack',
    'pack',
    1,
    'pack packs pk pcs pc piece pieces count ct er_pack er_set er_packung stück stk teile teilig teilige teiliges pièce pièces pieza piezas unidades unités stuks pezzi',
  ],
];

const BY_SPELLING = new Map<string, Unit>(
  UNITS.flatMap(([name, base, factor, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling.replaceAll('_', ''), { name, base, factor }] as const),
  ),
);

/** Any spelling of any unit, longest first, so that "inches" is not read as "in" with a rest; for `i` and `u` expressions. */
export const UNIT_PATTERN = UNITS.flatMap(([, , , spellings]) => spellings.split(' '))
  .sort((left, right) => right.length - left.length || (left < right ? -1 : 1))
  .map((spelling) => spelling.replaceAll('_', '[ .-]{0,3}'))
  .join('|');

/** @param spelling As a match of {@link UNIT_PATTERN}. */
export function unitOf(spelling: string): Unit | undefined {
  return BY_SPELLING.get(spelling.toLowerCase().replaceAll(/[ .-]/g, ''));
}

/** @param name As {@link Unit.name} has it. */
export function unitNamed(name: string): Unit | undefined {
  return BY_NAME.get(name);
}

const BY_NAME = new Map<string, Unit>(
  UNITS.map(([name, base, factor]) => [name, { name, base, factor }] as const),
);
