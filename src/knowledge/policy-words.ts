import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { splitWords, type Token } from '../text/analyze.ts';
import { isSpoken, perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { normalise } from '../text/normalise.ts';
import { Phrases } from '../text/phrases.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';

/** What a question can ask the measure of. */
export type Asked = 'duration' | 'amount' | 'place' | 'measure';

const ASKED: readonly Asked[] = ['duration', 'amount', 'place', 'measure'];

const policiesSchema = z.object({
  ignored: Phrases,
  asks: z.object({ duration: Phrases, amount: Phrases, place: Phrases, measure: Phrases }),
  open: Phrases,
  conditional: Phrases,
  confirming: Phrases,
  denying: Phrases,
  spans: z.object({ hours: Phrases, days: Phrases, weeks: Phrases, months: Phrases, years: Phrases }),
  counts: Phrases,
  kinds: z.record(z.string(), Phrases),
  names: z.record(z.string(), Phrases),
  countries: z.record(z.string().regex(/^[A-Z]{2}$/), Phrases),
  seeks: Phrases,
  light: Phrases,
  alike: z.record(z.string(), Phrases),
  words: z.record(z.string(), Phrases),
});

/** What a phrase of the locale files stands for, and where a text says it; UTF-16 offsets. */
export interface PhraseMatch<Key extends string = string> {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

export interface PolicyWords {
  /** Subjects that a text names, the longest words first at any place, none overlapping another. */
  subjects(text: string, tokens: readonly Token[]): PhraseMatch[];
  /** Subjects that a text speaks of by a name that stands for one of their kind: "Visa" is a card. Who asks for the name wants no other. */
  named(text: string, tokens: readonly Token[]): PhraseMatch[];
  /** What words stand for that say the same in terms ("not at home", "with a neighbour"): weaker than a subject, none of which an answer has to name. */
  alike(text: string, tokens: readonly Token[]): PhraseMatch[];
  /** Countries by names that CLDR does not list, by their codes. */
  countries(text: string, tokens: readonly Token[]): PhraseMatch[];
  /** The number, up to twelve, that a word spells. */
  countOf(token: Token): number | undefined;
  asks(text: string, tokens: readonly Token[]): PhraseMatch<Asked>[];
  /** Whether a text asks for things to be had or shown ("do you have"). */
  isSeeking(text: string, tokens: readonly Token[]): boolean;
  /** Whether a key is one of a subject. */
  hasSubject(key: string): boolean;
  isIgnored(token: Token): boolean;
  /** Said in questions about anything ("get", "still"): an answer hardly repeats it. */
  isLight(token: Token): boolean;
  /** Of questions that yes and no do not answer. */
  isOpening(token: Token): boolean;
  isConfirming(token: Token): boolean;
  /** Words that a condition begins with, in scripts without spaces those that it ends with. */
  conditions(text: string, tokens: readonly Token[]): PhraseMatch[];
  isDenying(text: string, tokens: readonly Token[]): boolean;
  /** The things that a word of terms speaks of as one: `electronics` of "devices", `any` of "goods". */
  kindOf(token: Token): string | undefined;
  /** Days in the length of time that a word names. */
  spanDays(token: Token): number | undefined;
}

const DAYS = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 } as const;
/** Shorter words are too often a part of others to be looked for in them. */
const SHORTEST_PART = 5;

const wordsIn = perLanguage((language): PolicyWords => {
  const {
    ignored,
    asks,
    open,
    confirming,
    denying,
    spans,
    conditional,
    counts,
    kinds,
    names,
    countries,
    seeks,
    light,
    alike,
    words,
  } = LOCALES.section(language, 'policies', policiesSchema);
  const isCompounding = LOCALES.section(language, 'compounds', z.string().optional()) !== undefined;
  const asked = ASKED.flatMap((key) => asks[key].map((form) => toForm(key, form, language)));
  const holds = (forms: readonly string[]) => {
    const stems = stemsOf(forms, language);
    return ({ stem, normal }: Token) => stems.has(stem) || stems.has(normal);
  };
  const days = new Map(
    (['hours', 'days', 'weeks', 'months', 'years'] as const).flatMap((unit) =>
      spans[unit].flatMap((form) =>
        splitWords(form, language).map(({ stem }) => [stem, DAYS[unit]] as const),
      ),
    ),
  );
  const kindByStem = new Map(
    Object.entries(kinds).flatMap(([kind, forms]) =>
      [...stemsOf(forms, language)].map((stem) => [stem, kind] as const),
    ),
  );
  const formsIn = (section: Readonly<Record<string, readonly string[]>>) =>
    toIndex(Object.entries(section).flatMap(([key, own]) => own.map((form) => toForm(key, form, language))));
  const [denyIndex, seekIndex, conditionIndex] = [
    formsIn({ denying }),
    formsIn({ seeks }),
    formsIn({ conditional }),
  ];
  const [subjectIndex, alikeIndex, askIndex, nameIndex, countryIndex] = [
    formsIn(words),
    formsIn(alike),
    toIndex(asked),
    formsIn(names),
    formsIn(countries),
  ];
  const countByWord = new Map(
    counts.flatMap((forms, at) => forms.split('/').map((form) => [normalise(form), at + 1] as const)),
  );
  return {
    subjects: (text, tokens) => withoutParts(findAll(subjectIndex, text, tokens, isCompounding)),
    alike: (text, tokens) => findAll(alikeIndex, text, tokens, isCompounding),
    named: (text, tokens) => findAll(nameIndex, text, tokens, false),
    countries: (text, tokens) => findAll(countryIndex, text, tokens, false),
    countOf: ({ normal }) => countByWord.get(normal),
    asks: (text, tokens) => findAll(askIndex, text, tokens, false),
    hasSubject: (key) => Object.hasOwn(words, key),
    isIgnored: holds(ignored),
    isLight: holds(light),
    isOpening: holds(open),
    isConfirming: holds(confirming),
    isSeeking: (text, tokens) => findAll(seekIndex, text, tokens, false).length > 0,
    conditions: (text, tokens) => findAll(conditionIndex, text, tokens, false),
    isDenying: (text, tokens) => findAll(denyIndex, text, tokens, false).length > 0,
    kindOf: ({ stem }) => kindByStem.get(stem),
    spanDays: ({ stem }) => days.get(stem),
  };
});

/** Of a language that is not spoken, nothing is known. */
const NOTHING: PolicyWords = {
  subjects: () => [],
  alike: () => [],
  named: () => [],
  countries: () => [],
  countOf: () => undefined,
  asks: () => [],
  hasSubject: () => false,
  isIgnored: () => false,
  isLight: () => false,
  isOpening: () => false,
  isConfirming: () => false,
  isSeeking: () => false,
  conditions: () => [],
  isDenying: () => false,
  kindOf: () => undefined,
  spanDays: () => undefined,
};

/** What questions about a shop are made of in a language, read from its locale file. */
export const policyWordsOf = (language: Language): PolicyWords =>
  isSpoken(language) ? wordsIn(language) : NOTHING;

interface Form<Key extends string> {
  readonly key: Key;
  readonly stems: readonly string[];
  /** As written, normalised. */
  readonly normal: string;
}

const toForm = <Key extends string>(key: Key, form: string, language: SpokenLanguage): Form<Key> => ({
  key,
  stems: splitWords(form, language).map(({ stem }) => stem),
  normal: normalise(form),
});

const stemsOf = (forms: readonly string[], language: SpokenLanguage): ReadonlySet<string> =>
  new Set(forms.flatMap((form) => splitWords(form, language).flatMap(({ stem, normal }) => [stem, normal])));

interface FormIndex<Key extends string> {
  /** By first stem, the longest first. */
  readonly byStem: ReadonlyMap<string, readonly Form<Key>[]>;
  /** Of scripts without spaces: looked for as written. */
  readonly written: readonly Form<Key>[];
  /** One word each, for languages that write several as one. */
  readonly parts: readonly Form<Key>[];
}

function toIndex<Key extends string>(forms: readonly Form<Key>[]): FormIndex<Key> {
  const sorted = [...forms].sort(
    (left, right) => right.stems.length - left.stems.length || right.normal.length - left.normal.length,
  );
  return {
    byStem: Map.groupBy(sorted, ({ stems }) => stems[0] ?? ''),
    written: sorted.filter(({ normal }) => hasUnspacedScript(normal)),
    parts: sorted.filter(({ stems, normal }) => stems.length === 1 && normal.length >= SHORTEST_PART),
  };
}

/** A "gift card" is no card. */
const withoutParts = (found: readonly PhraseMatch[]): PhraseMatch[] =>
  found.filter(
    (match) =>
      !found.some(
        (other) =>
          other.start <= match.start &&
          match.end <= other.end &&
          other.end - other.start > match.end - match.start,
      ),
  );

function findAll<Key extends string>(
  { byStem, written, parts }: FormIndex<Key>,
  text: string,
  tokens: readonly Token[],
  isCompounding: boolean,
): PhraseMatch<Key>[] {
  const found: PhraseMatch<Key>[] = [];
  const add = (key: Key, start: number, end: number) => {
    if (!found.some((match) => match.key === key && match.start < end && start < match.end))
      found.push({ key, start, end });
  };
  if (written.length > 0 && hasUnspacedScript(text)) {
    for (const { key, normal } of written)
      for (let at = text.indexOf(normal); at >= 0; at = text.indexOf(normal, at + 1))
        add(key, at, at + normal.length);
  }
  tokens.forEach((token, position) => {
    const fitting = (byStem.get(token.stem) ?? []).flatMap((form) => {
      const end = endOf(form, tokens, position);
      return end === undefined ? [] : [{ ...form, end }];
    });
    const longest = fitting[0]?.stems.length;
    for (const { key, stems, end } of fitting) if (stems.length === longest) add(key, token.start, end);
    if (!isCompounding || fitting.length > 0) return;
    for (const { key, normal } of parts)
      if (
        token.normal.length > normal.length &&
        (token.normal.startsWith(normal) || token.normal.endsWith(normal))
      )
        add(key, token.start, token.end);
  });
  return found;
}

/** Words that may stand between two of a phrase: "send something back". */
const MOST_BETWEEN = 1;

/** Where a phrase that begins at a word ends, its words in order and next to each other or nearly so. */
function endOf(
  { stems }: { readonly stems: readonly string[] },
  tokens: readonly Token[],
  from: number,
): number | undefined {
  let at = from;
  for (const stem of stems.slice(1)) {
    const next = tokens.slice(at + 1, at + 2 + MOST_BETWEEN).findIndex((token) => token.stem === stem);
    if (next < 0) return undefined;
    at += 1 + next;
  }
  return tokens[at]?.end;
}
