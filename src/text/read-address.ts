import type { PostalAddress } from '../domain/commerce.ts';
import forms from './address-forms.json' with { type: 'json' };
import { SPOKEN_LANGUAGES } from './languages.ts';

const POSTAL_CODES: Readonly<Record<string, string>> = forms.postalCodes;
const ALIASES: Readonly<Record<string, string>> = forms.countryAliases;
const UNSPACED = new RegExp(forms.unspaced, 'u');
const HAS_FIGURE = /\p{N}/u;
const LONGEST = 400;
const LONGEST_PART = 120;
/** Codes of states and provinces ("IL", "NSW"), which stand beside the code of the place. */
const REGION = /^[A-Z]{2,3}$/u;

/**
 * The parts of an address as somebody writes it, line by line or with commas: "Ada Lane, 221B Baker Street, London NW1 6XE". A part
 * that cannot be told is left out; nothing is made up.
 *
 * @param country Where it is taken to be when it names none; decides what a postal code looks like.
 */
export function readAddress(text: string, country: string): Partial<PostalAddress> {
  const lines = text
    .slice(0, LONGEST)
    .split(/[\n,、，]+/u)
    .map((line) => line.trim().replace(/\.$/u, '').slice(0, LONGEST_PART))
    .filter((line) => line !== '');
  const [last = ''] = lines.slice(-1);
  const named = lines.length > 1 ? countryCode(last) : undefined;
  const rest = named === undefined ? lines : lines.slice(0, -1);
  const code = findCode(rest, named ?? countryCode(country));
  const abroad = named === undefined ? {} : { country: named === countryCode(country) ? country : last };
  const place = code === undefined ? undefined : readPlace(rest, code);
  return { ...abroad, ...(place ?? withCity(readStreet(rest))) };
}

interface FoundCode {
  readonly line: number;
  readonly postalCode: string;
  /** What stands in its line before and behind it. */
  readonly before: string;
  readonly behind: string;
}

/** The last code that is there: numbers of houses come first. A line that is a number alone is a code as well. */
function findCode(lines: readonly string[], country: string | undefined): FoundCode | undefined {
  const pattern = (country === undefined ? undefined : POSTAL_CODES[country]) ?? forms.anyPostalCode;
  const code = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{N}-]|[\\p{sc=Latin}])`, 'giu');
  for (const [line, text] of [...lines.entries()].toReversed()) {
    const found = [...text.matchAll(code)].at(-1);
    if (found === undefined) continue;
    const isHouse =
      found.index === 0 && found[0] !== text && !lines.some((each) => each !== text && HAS_FIGURE.test(each));
    if (isHouse && line === 0 && lines.length > 1) continue;
    return {
      line,
      postalCode: found[0].replace(/^〒\s?/u, '').toUpperCase(),
      before: text.slice(0, found.index).trim(),
      behind: text.slice(found.index + found[0].length).trim(),
    };
  }
  return undefined;
}

/** With its code known: the city stands beside it or in the next line, the street before, and a name before that. */
function readPlace(lines: readonly string[], code: FoundCode): Partial<PostalAddress> {
  const { postalCode, before, behind, line } = code;
  const unspaced = UNSPACED.exec(`${behind} ${lines.slice(line + 1).join(' ')}`.trim())?.groups;
  if (unspaced !== undefined) return { postalCode, ...present(unspaced) };
  const above = lines.slice(0, line);
  const below = lines.slice(line + 1);
  if (HAS_FIGURE.test(before))
    return { postalCode, ...present({ line1: before, city: behind === '' ? below[0] : behind }) };
  const beside = behind === '' ? before : behind;
  const regionLine = REGION.test(beside) ? beside : above.findLast((each) => REGION.test(each));
  const others = above.filter((each) => each !== regionLine);
  const city = beside !== '' && beside !== regionLine ? beside : (below[0] ?? cityAbove(others));
  const streets = [...others, ...below].filter((each) => each !== city);
  return { postalCode, ...present({ city, region: regionLine }), ...readStreet(streets) };
}

const cityAbove = (above: readonly string[]): string | undefined =>
  above.length > 1 ? above.findLast((line) => !HAS_FIGURE.test(line)) : undefined;

/** The first line with a figure; without one before it, a name. */
function readStreet(lines: readonly string[]): Partial<PostalAddress> {
  const at = lines.findIndex((line) => HAS_FIGURE.test(line) && /\p{L}/u.test(line));
  if (at < 0) return {};
  return present({
    name: at === 0 ? undefined : lines[at - 1],
    line1: lines[at],
    line2: lines[at + 1],
  });
}

/** Without a code what stands below the street, and holds no figure, is the city. */
function withCity({ line2, ...parts }: Partial<PostalAddress>): Partial<PostalAddress> {
  if (line2 === undefined) return parts;
  return HAS_FIGURE.test(line2) ? { ...parts, line2 } : { ...parts, city: line2 };
}

function present(parts: Readonly<Record<string, string | undefined>>): Partial<PostalAddress> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );
}

const names = new Map<string, string>();

/** ISO 3166-1 alpha-2 of a country by its code or its name in a language we speak. */
function countryCode(country: string): string | undefined {
  const upper = country.trim().toUpperCase();
  if (POSTAL_CODES[upper] !== undefined) return upper;
  if (names.size === 0)
    for (const language of SPOKEN_LANGUAGES) {
      const labels = new Intl.DisplayNames(language, { type: 'region' });
      for (const code of Object.keys(POSTAL_CODES)) names.set((labels.of(code) ?? code).toUpperCase(), code);
    }
  return ALIASES[upper] ?? names.get(upper);
}
