import type { Language } from '../domain/locale.ts';

/** Halves to eighths as one character. */
const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** Signs between thousands; a plain blank only where the language parts them by one. */
const GROUP_SIGNS = String.raw`.,'’\u00a0\u202f`;

const toPattern = (groupSigns: string): string =>
  String.raw`(?:(\d{1,4})[ -])?(\d{1,3})\/(\d{1,3})(?![\d/])|(\d{1,4})?[ -]?([${Object.keys(VULGAR).join('')}])|\d{1,3}(?:([${groupSigns}])\d{3})(?:\6\d{3})*(?:[.,]\d{1,4})?(?![\d.,]*\d)|\d{0,6}[.,]\d{1,4}(?![\d.,]*\d)|\d{1,6}(?![\d.,/]*\d)`;

const NUMBER = new RegExp(toPattern(GROUP_SIGNS), 'uy');
const SPACED_NUMBER = new RegExp(toPattern(`${GROUP_SIGNS} `), 'uy');

export interface ReadNumber {
  readonly value: number;
  /** UTF-16 units read. */
  readonly length: number;
}

/**
 * The number that starts at a place: "1-1/2", "1 1/2", "1/2", "1½", "1,200.50", "1 200", "10,5", ".75", "12". A fraction over 0 is
 * its whole number.
 *
 * @param language Tells what parts thousands: "1.200" is 1200 in German and 1.2 in English. Where no such sign can be meant ("10,5",
 *   "0.750") any comma or dot is the decimal one.
 */
export function readNumberAt(text: string, position: number, language: Language): ReadNumber | undefined {
  const pattern = /\s/.test(groupSign(language)) ? SPACED_NUMBER : NUMBER;
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  return match === null ? undefined : { value: toNumber(match, language), length: match[0].length };
}

/** Decimals kept: sixteenths of an inch are told apart. */
const DECIMALS = 4;

function toNumber(match: RegExpExecArray, language: Language): number {
  const [written, whole, over, under, ones, vulgar] = match;
  if (vulgar !== undefined) return round(Number(ones ?? 0) + (VULGAR[vulgar] ?? 0));
  if (over === undefined) return round(Number(toPlainDecimal(written, language)));
  if (Number(under) === 0) return Number(whole ?? over);
  return round(Number(whole ?? 0) + Number(over) / Number(under));
}

const round = (value: number): number => Number(value.toFixed(DECIMALS));

/** "1.200,50", "1,200.50": the last sign is the decimal one, unless it stands where the language parts thousands. */
function toPlainDecimal(written: string, language: Language): string {
  const signs = written.match(/[.,'’\s]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return written;
  const at = written.lastIndexOf(last);
  const partsThousands =
    written.length - at === 4 &&
    (signs.length > 1
      ? signs.every((sign) => sign === last)
      : !/[.,]/.test(last) || (last === groupSign(language) && /^[1-9]/.test(written)));
  const digits = (part: string) => part.replaceAll(/\D/g, '');
  return partsThousands ? digits(written) : `${digits(written.slice(0, at))}.${written.slice(at + 1)}`;
}

const groupSigns = new Map<Language, string>();

/** What parts thousands in a language: "," in English, "." in German. */
function groupSign(language: Language): string {
  const known = groupSigns.get(language);
  if (known !== undefined) return known;
  const [tag] = Intl.NumberFormat.supportedLocalesOf(isWellFormed(language) ? language : 'en');
  const parts = new Intl.NumberFormat(tag ?? 'en', { useGrouping: 'always' }).formatToParts(12_345);
  const sign = parts.find(({ type }) => type === 'group')?.value ?? '';
  groupSigns.set(language, sign);
  return sign;
}

const isWellFormed = (language: Language): boolean => /^[a-z]{2,3}$/.test(language);
