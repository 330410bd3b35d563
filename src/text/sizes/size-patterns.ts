import systems from './size-systems.json' with { type: 'json' };
import type { SizeWords } from './size-words.ts';
import { plainLetters, plainNumber, type SizeName, sizeKey, type WrittenSize } from './written-size.ts';

/** A way to write sizes, read from a place of a normalised text. */
export interface SizePattern {
  /** Sticky. */
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>): WrittenSize;
}

const DIGITS = '\\d{1,3}(?:[.,]\\d{1,3})?(?![\\d.,]\\d)(?!\\d)';
/** "42 1/2", never "38/40"; halves in words are added per language. */
const FRACTION = '(?: (?:1/[2348]|2/3|3/[48]|5/8|7/8)(?![\\d/]))?';
const LETTERS = '(?:x{0,8}[sl]|m|\\d{1,2}x[sl])';
/** A letter of another script may follow: "サイズはMで". */
const CUP = '(?:aa|d{1,3}|f{1,2}|g{1,2}|h{1,2}|j{1,2}|[abceik])';
const END = '(?![\\p{Script=Latin}\\p{M}\\p{N}])';
/** The length of trousers and the waist are written so in every language. */
const TWO_DIGITS = '\\d{2}(?!\\d)';

/** The ways of one language, or of all; those that say most first. */
export function sizePatterns(words: SizeWords): readonly SizePattern[] {
  const half = words.half.length === 0 ? '' : `(?: ?(?<half>${anyOf(words.half)})${END})?`;
  const number = `(?<number>${DIGITS}${FRACTION})${half}`;
  const codes = namesBySpelling(words.systems, systems.systems);
  const system = anyOf([...codes.keys()]);
  const before = `(?:(?<before>${system})(?!\\p{Script=Latin})[ .:-]{0,2})?`;
  const behind = `(?:[ .]{0,2}(?<behind>${system})${END})?`;
  const letters = namesBySpelling(words.letters);
  const fits = namesBySpelling(words.fits);
  const years = anyOf(words.years);
  const months = anyOf(words.months);
  const systemOf = ({ before: first, behind: second }: Groups) => codes.get(spelled(first ?? second ?? ''));
  const named = (figure: string, groups: Groups) => {
    const found = systemOf(groups);
    return one(found === undefined ? { figure } : { figure, system: found });
  };
  const toPattern = (source: string): RegExp => new RegExp(source, 'uy');
  return [
    {
      pattern: toPattern(
        `w ?(?<waist>${TWO_DIGITS}) ?[/x,-]? ?l ?(?<leg>${TWO_DIGITS})|(?<waist2>${TWO_DIGITS}) ?w ?[/x,-]? ?(?<leg2>${TWO_DIGITS}) ?l${END}`,
      ),
      read: ({ waist, leg, waist2 = waist ?? '', leg2 = leg ?? '' }) => waistAndLeg(waist2, leg2),
    },
    {
      pattern: toPattern(
        `(?:w|(?:${anyOf(words.waist)})(?!\\p{Script=Latin})) ?:? ?(?<waist>${TWO_DIGITS})${END}|(?:${anyOf(words.leg)})(?!\\p{Script=Latin}) ?:? ?(?<leg>${TWO_DIGITS})${END}|l(?<short>${TWO_DIGITS})${END}`,
      ),
      read: ({ waist, leg, short }) =>
        one({ figure: waist === undefined ? `l${leg ?? short ?? ''}` : `w${waist}` }),
    },
    {
      pattern: toPattern(
        `(?<from>\\d{1,2})(?: ?[-/] ?(?<to>\\d{1,2}))? ?(?:(?<months>${months})|(?<years>${years}|t))${END}`,
      ),
      read: ({ from = '', to, months: isMonths }) =>
        age(Number(from), Number(to ?? from), isMonths === undefined ? 'years' : 'months'),
    },
    {
      pattern: toPattern(
        `(?<wide>${DIGITS}) ?x ?(?<long>${DIGITS})(?: ?x ?(?<high>${DIGITS}))?(?: ?(?<unit>cm|mm|in|inch|inches|"))?${END}`,
      ),
      read: ({ wide = '', long = '', high, unit }) => sides([wide, long, ...(high ?? '').split(' ')], unit),
    },
    {
      pattern: toPattern(`${before}(?<from>${DIGITS}) ?[-/] ?(?<to>${DIGITS})${behind}`),
      read: ({ from = '', to = '', ...groups }) => pair([from, to].map(plainNumber), systemOf(groups)),
    },
    {
      pattern: toPattern(
        `${before}(?:(?<band>\\d{2,3}) ?(?<cup>${CUP})${END}|(?<cup2>${CUP}) ?(?<band2>\\d{2,3}))${END}`,
      ),
      read: ({ band, cup, band2 = band ?? '', cup2 = cup ?? '', ...groups }) =>
        named(`${Number(band2)}${cup2}`, groups),
    },
    {
      pattern: toPattern(
        `(?<number>\\d{2,3})(?:(?<short>[rsl])|[ -]?(?<fit>${anyOf([...fits.keys()])}))${END}`,
      ),
      read: ({ number: figure = '', short, fit }) =>
        one({ figure: `${figure}${short ?? fits.get(spelled(fit ?? '')) ?? ''}` }),
    },
    {
      pattern: toPattern(
        `${before}(?:(?<letter>${LETTERS})|(?<word>${anyOf([...letters.keys()])}))(?: ?[-/] ?(?<other>${LETTERS}))?${END}`,
      ),
      read: ({ letter = '', word, other, ...groups }) => {
        const first = word === undefined ? plainLetters(letter) : (letters.get(spelled(word)) ?? word);
        return other === undefined ? named(first, groups) : pair([first, plainLetters(other)], undefined);
      },
    },
    {
      pattern: toPattern(`(?<before>${system})(?!\\p{Script=Latin})[ .:-]{0,2}(?<letter>[a-z])${END}`),
      read: ({ letter = '', ...groups }) => named(letter, groups),
    },
    ...['', behind].map((suffix) => ({
      pattern: toPattern(`${before}${number}${suffix}${END}`),
      read: ({ number: written = '', half: isHalf, ...groups }: Groups) =>
        named(plainNumber(isHalf === undefined ? written : `${written} 1/2`), groups),
    })),
  ];
}

/** With what a size may begin: a look before all patterns are tried. Sticky. */
export function sizeBeginning({ letters, systems: names, waist, leg }: SizeWords): RegExp {
  const words = [...Object.values(letters), ...Object.values(names), waist, leg].flat();
  const codes = Object.values(systems.systems).flat();
  const word = anyOf([...words, ...codes]);
  return new RegExp(`\\d|${LETTERS}${END}|(?:[wl]|${CUP}) ?\\d|${word}(?!\\p{Script=Latin})`, 'uy');
}

/** "Between 40 and 42", "40-42": the word before may be left out. Sticky. */
export const rangePattern = ({ from, to, half }: SizeWords): RegExp => {
  const number = `${DIGITS}${FRACTION}(?: ?${anyOf(half)})?`;
  return new RegExp(
    `(?:(?<opening>${anyOf(from)}) ?)?(?<low>${number}) ?(?<joint>${anyOf(to)}) ?(?<high>${number})${END}`,
    'uy',
  );
};

type Groups = Readonly<Record<string, string | undefined>>;

const one = (name: SizeName): WrittenSize => ({ names: [name], whole: sizeKey(name) });

const waistAndLeg = (waist: string, leg: string): WrittenSize => ({
  names: [{ figure: `w${waist}` }, { figure: `l${leg}` }],
  whole: `${waist}/${leg}`,
});

function pair(figures: readonly string[], system: string | undefined): WrittenSize {
  const names = figures.map((figure) => (system === undefined ? { figure } : { figure, system }));
  return { names, whole: `${system === undefined ? '' : `${system} `}${figures.join('/')}` };
}

/** Centimetres go without saying. */
function sides(lengths: readonly string[], unit: string | undefined): WrittenSize {
  const figure = lengths
    .filter((length) => length !== '')
    .map(plainNumber)
    .join('/');
  const system = unit === undefined || unit === 'cm' ? undefined : unit === 'mm' ? 'mm' : 'in';
  return one(system === undefined ? { figure } : { figure, system });
}

/** Longest span of ages that is one size. */
const MOST_AGES = 24;

/** "3-6 months" is also called by each month in it. */
function age(from: number, to: number, unit: 'months' | 'years'): WrittenSize {
  const whole = from === to ? `${from} ${unit}` : `${from}-${to} ${unit}`;
  if (to <= from || to - from > MOST_AGES) return one({ figure: whole });
  const within = Array.from({ length: to - from + 1 }, (_, index) => ({ figure: `${from + index} ${unit}` }));
  return { names: [{ figure: whole }, ...within], whole };
}

const spelled = (word: string): string => word.replaceAll(/[ -]+/g, '');

/** What stands for what, by its spelling. */
function namesBySpelling(
  ...tables: readonly Readonly<Record<string, readonly string[]>>[]
): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap((table) =>
      Object.entries(table).flatMap(([name, words]) => words.map((word) => [spelled(word), name] as const)),
    ),
  );
}

/** Any of the words, the longest first; nothing matches none. */
function anyOf(words: readonly string[]): string {
  const sorted = words.toSorted((left, right) => right.length - left.length || (left < right ? -1 : 1));
  if (sorted.length === 0) return '(?!)';
  return `(?:${sorted
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/[ -]+/g, '[ -]?'))
    .join('|')})`;
}
