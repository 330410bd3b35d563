import type { ChangedFact, Fact } from '../domain/desk/translation.ts';
import type { Language } from '../domain/locale.ts';
import { currencyMentions } from './check-claims-amounts.ts';

/** Digits with the signs that languages put between them: "1,234.50", "1 234,50", "10:30". */
const NUMBER = String.raw`\p{Nd}+(?:[.,:'’\u00a0\u202f ]\p{Nd}+)*`;
const NUMBERS = new RegExp(NUMBER, 'gu');
/** An address with or without its scheme, and who is written to. */
const LINKS =
  /(?:[a-z][a-z\d+.-]*:\/\/|\b(?:javascript|data|vbscript|mailto|tel):)[!-~]+|[\w.+-]+@[\w.-]+|(?:[\p{Script=Latin}\d-]+\.)+\p{Script=Latin}{2,}(?:\/[!-~]*)?/giu;
const BEHIND_A_LINK = /[.,;:!?)'"]+$/;
/** Numbers of orders and articles: capitals with digits. */
const CODES = /(?<![A-Za-z\d])(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)[A-Z\d]+(?:-[A-Z\d]+)*(?![A-Za-z\d])/g;
const SHORTEST_CODE = 4;
/** What a program may read as more than words, and what is not seen. */
const SIGNS = /[<>{}]|(?!\n)\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const BESIDE_DIGITS = /\P{Nd}/gu;
/** Beyond, it is another text. */
const LONGEST = { times: 6, more: 200 };
/** Currencies that are told apart. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY'];

export interface TranslatedFrom {
  readonly text: string;
  readonly from: Language;
  readonly to: Language;
  /** Titles and makers that stand in it. */
  readonly names: readonly string[];
  /** ISO 4217, of the shop there: an amount without one is in it. */
  readonly currency?: string | undefined;
}

/**
 * What a translation does not state as its original does: numbers, each as often and no other, and in the same currency; names, codes of
 * orders and links letter by letter, and none that is not there; which number is said of which name; no markup. How numbers are written is
 * up to the language: "1,234.50" is "1.234,50". What it says beside that is not looked at: a person reads it.
 *
 * @returns Nothing when all is as it was.
 */
export function changedFacts(original: TranslatedFrom, translated: string): ChangedFact[] {
  const { text } = original;
  if (translated.length > text.length * LONGEST.times + LONGEST.more)
    return [{ fact: 'length', text: `${translated.slice(0, 40)}…`, is: 'added' }];
  const names = original.names.toSorted((left, right) => right.length - left.length);
  const [before, after] = [text, translated].map((said) => apart(said.normalize('NFKC'), names));
  if (before === undefined || after === undefined) return [];
  const found = FOUND.flatMap(([fact, find]) => compare(fact, find(before.rest), find(after.rest)));
  const named = compare('name', [...new Set(before.names)], [...new Set(after.names)]);
  const changed = [...named, ...found];
  if (changed.length > 0) return changed;
  return [...otherCurrencies(original, before.rest, after.rest), ...otherOrder(before, after)];
}

interface Apart {
  /** In their order. */
  readonly names: readonly string[];
  /** What is said before the first, after the first, after the second. */
  readonly between: readonly string[];
  /** All of that. */
  readonly rest: string;
}

function apart(text: string, names: readonly string[]): Apart {
  if (names.length === 0) return { names, between: [text], rest: text };
  const pattern = names.map((name) => literally(name.normalize('NFKC'))).join('|');
  const expression = new RegExp(pattern, 'gu');
  const between = text.split(expression);
  return { names: [...text.matchAll(expression)].map(([name]) => name), between, rest: between.join(' · ') };
}

/** As part of a pattern. */
export const literally = (text: string): string => text.replace(/[$.*+?^()[\]{}|\\]/g, '\\$&');

const allOf =
  (pattern: RegExp) =>
  (text: string): string[] =>
    [...text.matchAll(pattern)].map(([found]) => found);

const FOUND: readonly (readonly [Fact, (text: string) => string[]])[] = [
  ['link', (text) => allOf(LINKS)(text).map((link) => link.replace(BEHIND_A_LINK, ''))],
  ['sign', allOf(SIGNS)],
  ['code', (text) => allOf(CODES)(text).filter((code) => code.length >= SHORTEST_CODE)],
  ['number', allOf(NUMBERS)],
];

const digitsOf = (number: string): string => number.replaceAll(BESIDE_DIGITS, '');

/** Each as often as before, in any order: another language says things in another one. */
function compare(fact: Fact, before: readonly string[], after: readonly string[]): ChangedFact[] {
  const keyOf = fact === 'number' ? digitsOf : (text: string) => text;
  const added = [...after];
  const missing = before.filter((text) => {
    const at = added.findIndex((other) => keyOf(other) === keyOf(text));
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((text): ChangedFact => ({ fact, text, is: 'missing' })),
    ...added.map((text): ChangedFact => ({ fact, text, is: 'added' })),
  ];
}

/** An amount that is of another currency now. Where the words do not say of which it was, it is the shop's. */
function otherCurrencies(
  { from, to, currency }: TranslatedFrom,
  before: string,
  after: string,
): ChangedFact[] {
  const codes = [...new Set([...CURRENCIES, ...(currency === undefined ? [] : [currency])])];
  const were = currenciesIn(before, from, codes);
  return [...currenciesIn(after, to, codes)].flatMap(([digits, is]) => {
    const was = were.get(digits) ?? (currency === undefined ? is : [currency]);
    if (is.some((code) => was.includes(code))) return [];
    return [{ fact: 'currency', text: is[0] ?? '', is: 'added' } as const];
  });
}

/** By the digits of an amount, the currencies that are written with it: "$" is one of several. */
function currenciesIn(text: string, language: Language, codes: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const code of codes) {
    const mention = currencyMentions(code, language);
    const amount = new RegExp(`(?:${mention}) ?(${NUMBER})|(${NUMBER}) ?(?:${mention})`, 'giu');
    for (const [, behind, ahead] of text.matchAll(amount)) {
      const digits = digitsOf(behind ?? ahead ?? '');
      found.set(digits, [...(found.get(digits) ?? []), code]);
    }
  }
  return found;
}

/** With several names, the numbers that stand behind each stay with it. */
function otherOrder(before: Apart, after: Apart): ChangedFact[] {
  if (new Set(before.names).size < 2) return [];
  const said = behindNames(after);
  return [...behindNames(before)].flatMap(([name, numbers]) =>
    said.get(name) === numbers ? [] : [{ fact: 'order', text: name, is: 'missing' } as const],
  );
}

function behindNames({ names, between }: Apart): ReadonlyMap<string, string> {
  const numbers = new Map<string, string[]>();
  for (const [at, name] of names.entries()) {
    const behind = allOf(NUMBERS)(between[at + 1] ?? '').map(digitsOf);
    numbers.set(name, [...(numbers.get(name) ?? []), ...behind]);
  }
  return new Map([...numbers].map(([name, all]) => [name, all.toSorted().join(' ')]));
}
