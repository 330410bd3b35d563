/** One name of a size, in the one spelling that all its spellings have in common. */
export interface SizeName {
  /** "42.5", "xxl", "75b", "36r", "w32", "l34", "140/200", "4 years", "3-6 months". */
  readonly figure: string;
  /** "eu", "uk", or a unit ("cm"); absent where none was written. */
  readonly system?: string;
}

/** A size as somebody wrote it. */
export interface WrittenSize {
  /** What it is called: several for "M/38", both ends for "38/40", waist and leg for "W32 L34". Never empty. */
  readonly names: readonly SizeName[];
  /** The same for all spellings of the whole: "38/m" for "M/38" and "38 (M)". */
  readonly whole: string;
}

export const sizeKey = ({ figure, system }: SizeName): string =>
  system === undefined ? figure : `${system} ${figure}`;

/** As shoppers read it: "EU 42", "XL", "26.5 cm". */
export function showSize({ figure, system }: SizeName): string {
  const shown = /\s/.test(figure) ? figure : figure.toUpperCase();
  if (system === undefined) return shown;
  return UNITS.has(system) ? `${shown} ${system}` : `${system.toUpperCase()} ${shown}`;
}

const UNITS: ReadonlySet<string> = new Set(['cm', 'mm', 'in']);

const FRACTIONS: Readonly<Record<string, string>> = {
  '½': ' 1/2',
  '⅓': ' 1/3',
  '⅔': ' 2/3',
  '¼': ' 1/4',
  '¾': ' 3/4',
  '⅛': ' 1/8',
  '⅜': ' 3/8',
  '⅝': ' 5/8',
  '⅞': ' 7/8',
};
const FRACTION = new RegExp(`[${Object.keys(FRACTIONS).join('')}]`, 'gu');

/** Fractions, dashes and crosses as they are on every keyboard; the rest is left. */
export const plainSigns = (text: string): string => (ASCII.test(text) ? text : replaceSigns(text));

const ASCII = /^[ -~]*$/;

const replaceSigns = (text: string): string =>
  text
    .replace(FRACTION, (fraction) => FRACTIONS[fraction] ?? fraction)
    .replace(/[‐‑‒–—−〜～~]/gu, '-')
    .replace(/×/gu, 'x')
    .replace(/⁄/gu, '/');

/** "42,5", "42 1/2" and "42.50" are "42.5"; to the thousandth. */
export function plainNumber(written: string): string {
  const [number = '', fraction] = written.split(' ');
  const [above = '0', below = '1'] = fraction?.split('/') ?? [];
  const value = Number(number.replace(',', '.')) + Number(above) / Number(below);
  return String(Math.round(value * 1000) / 1000);
}

/** "2xl" and "xxl" are one; so are "0xs" and "xs". */
export function plainLetters(written: string): string {
  const [, count, letter] = /^(\d{1,2})x([sl])$/.exec(written) ?? [];
  if (count === undefined || letter === undefined) return written;
  return `${'x'.repeat(Math.min(Number(count), MOST_LETTERS))}${letter}`;
}

const MOST_LETTERS = 9;
