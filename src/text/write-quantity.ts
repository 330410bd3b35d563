import type { Language } from '../domain/locale.ts';
import { findMeasures } from './measures.ts';

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

/** One writing of a quantity, the same in every language: "1.5 kg", "16 GB", "42". @param unit As `Unit.name`. */
export function writeQuantity(value: string, unit: string | undefined): string {
  return unit === undefined ? value : `${value} ${SYMBOLS.get(unit) ?? unit}`;
}

/** A written quantity as a shopper reads it: "1,5 kg" in German, "16 Go" in French. What is no quantity stays as it is. */
export function sayQuantity(written: string, language: Language): string {
  const [measure, ...more] = findMeasures(written);
  if (measure === undefined || more.length > 0 || measure.end - measure.start !== written.length)
    return written;
  const unit = SPOKEN_UNITS.get(measure.unit ?? '');
  const options = { maximumFractionDigits: 6 };
  const value = Number(measure.value);
  if (unit !== undefined)
    return new Intl.NumberFormat(language, { ...options, style: 'unit', unit, unitDisplay: 'short' }).format(
      value,
    );
  return writeQuantity(new Intl.NumberFormat(language, options).format(value), measure.unit);
}
