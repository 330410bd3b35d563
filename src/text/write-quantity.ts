import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { perLanguage, toSpoken } from './languages.ts';
import { LOCALES } from './locale-files.ts';
import { findMeasures, readQuantity } from './measures.ts';

/** Units that are written otherwise than they are called here. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['sqft', 'sq ft'],
  ['sqm', 'm²'],
  ['cuft', 'cu ft'],
  ['floz', 'fl oz'],
  ['w', 'W'],
  ['kw', 'kW'],
  ['wh', 'Wh'],
  ['kwh', 'kWh'],
  ['v', 'V'],
  ['amp', 'A'],
  ['mah', 'mAh'],
  ['ah', 'Ah'],
  ['btu', 'BTU'],
  ['mb', 'MB'],
  ['gb', 'GB'],
  ['tb', 'TB'],
  ['hz', 'Hz'],
  ['khz', 'kHz'],
  ['mhz', 'MHz'],
  ['ghz', 'GHz'],
  ['mp', 'MP'],
]);

/** As the runtime calls units whose sign or word depends on the language: "16 Go", "5 heures". */
const SPOKEN_UNITS: ReadonlyMap<string, string> = new Map([
  ['mm', 'millimeter'],
  ['cm', 'centimeter'],
  ['m', 'meter'],
  ['in', 'inch'],
  ['ft', 'foot'],
  ['yd', 'yard'],
  ['g', 'gram'],
  ['kg', 'kilogram'],
  ['oz', 'ounce'],
  ['lb', 'pound'],
  ['ml', 'milliliter'],
  ['l', 'liter'],
  ['floz', 'fluid-ounce'],
  ['gal', 'gallon'],
  ['mb', 'megabyte'],
  ['gb', 'gigabyte'],
  ['tb', 'terabyte'],
  ['h', 'hour'],
  ['year', 'year'],
]);

/** An amount in the unit it was told in. */
export interface WrittenQuantity {
  readonly value: number;
  /** As `Unit.name`; absent for a bare number. */
  readonly unit?: string;
}

/** Decimals kept, as quantities are read. */
const DECIMALS = 4;

const Counted = z.strictObject({ one: z.string(), more: z.string() });

/** What is counted, by unit: of one, of more. */
const countedOf = perLanguage((language) =>
  LOCALES.section(
    language,
    'counted',
    z
      .strictObject({ person: Counted, pack: Counted, pair: Counted })
      .transform((units) => new Map(Object.entries(units))),
  ),
);

/** One writing of a quantity, the same in every language: "1.5 kg", "16 GB", "42". */
export function writeQuantity({ value, unit }: WrittenQuantity): string {
  const number = String(Number(value.toFixed(DECIMALS)));
  return unit === undefined ? number : `${number} ${SYMBOLS.get(unit) ?? unit}`;
}

/** The one amount that a whole text tells, in its own unit; undefined when it tells none, or anything besides. */
export function readWritten(text: string): WrittenQuantity | undefined {
  const whole = text.trim();
  const quantity = readQuantity(whole);
  if (quantity === undefined || quantity.unit === undefined) return quantity;
  const [measure] = findMeasures(whole);
  return measure?.unit === undefined ? undefined : { value: Number(measure.value), unit: measure.unit };
}

/** A written quantity as a shopper reads it: "1,5 kg" in German, "16 Go" in French. What is no quantity stays as it is. */
export function sayQuantity(written: string, language: Language): string {
  const quantity = readWritten(written);
  if (quantity?.unit === undefined) return written;
  const options = { maximumFractionDigits: DECIMALS };
  const unit = SPOKEN_UNITS.get(quantity.unit);
  const number = new Intl.NumberFormat(
    language,
    unit === undefined ? options : { ...options, style: 'unit', unit, unitDisplay: 'short' },
  ).format(quantity.value);
  if (unit !== undefined) return number;
  const counted = countedOf(toSpoken(language)).get(quantity.unit);
  const word = quantity.value === 1 ? counted?.one : counted?.more;
  return `${number} ${word ?? SYMBOLS.get(quantity.unit) ?? quantity.unit}`;
}
